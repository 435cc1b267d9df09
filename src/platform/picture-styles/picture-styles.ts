import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../root.ts'

const read = (name: string) => readFileSync(join(projectRoot, 'static', 'css', `${name}.css`), 'utf8')

/** Values of the design tokens; a role points at another one. */
function tokens(): Map<string, string> {
  const found = [...read('tokens').matchAll(/(--[\w-]+):\s*([^;]+);/g)]
  return new Map(found.map(([, name = '', value = '']) => [name, value.trim()]))
}

const FONT = "'Noto Sans JP','Noto Sans CJK JP','Hiragino Sans','Yu Gothic','Meiryo',sans-serif"
const known = new Map<string, string>()

/** The style sheet of our pictures with its values put in, for a file that is opened far from our pages. */
export function pictureStyles(sheet: string): string {
  const made = known.get(sheet) ?? resolved(sheet)
  known.set(sheet, made)
  return made
}

function resolved(sheet: string): string {
  const values = tokens().set('--font', FONT)
  const tokenOf = (name: string, depth = 0): string =>
    depth > 5
      ? 'inherit'
      : (values.get(name) ?? 'inherit').replace(/var\((--[\w-]+)\)/g, (_, inner: string) => tokenOf(inner, depth + 1))
  const rules = read(sheet)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .matchAll(/([^{}@]+)\{([^{}]*)\}/g)
  return [...rules]
    .filter(([, selector = '']) => !/:(?:hover|focus)|^\s*page/.test(selector))
    .map(([, selector = '', body = '']) => {
      const names = selector
        .trim()
        .replace(/\.lm-(?:pic|a3)\s+(?=text)/g, '')
        .replace(/\s+/g, ' ')
      return `${names}{${body
        .replace(/var\((--[\w-]+)\)/g, (_, name: string) => tokenOf(name))
        .replace(/\s+/g, ' ')
        .trim()}}`
    })
    .join('')
}

/** The picture with its own styles, as a file. Links lead nowhere outside our pages: they go. */
export function standalone(svg: string, ...sheets: string[]): string {
  const styles = ['picture', ...sheets].map(pictureStyles).join('').replaceAll('<', '')
  const bare = svg.replace(/<a [^>]*>/g, '<g>').replaceAll('</a>', '</g>')
  const named = bare.includes('xmlns=') ? bare : bare.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"')
  const styled = named.replace(/(<svg[^>]*>)/, (head) => `${head}<style>${styles}</style>`)
  return `<?xml version="1.0" encoding="UTF-8"?>\n${styled}`
}
