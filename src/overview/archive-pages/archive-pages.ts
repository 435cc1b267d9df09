import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../platform/root.ts'

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c)

/** A page that stands by itself: its styles inside, no script, nothing from outside. */
export const wholePage = (title: string, body: string): Buffer => {
  const css = readFileSync(join(projectRoot, 'static', 'archive', 'record.css'), 'utf8')
  const head = `<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">`
  return Buffer.from(
    `<!doctype html>\n<html lang="ja">\n<head>\n${head}\n<title>${escaped(title)}</title>\n<style>\n${css}</style>\n</head>\n<body>\n${body}</body>\n</html>\n`,
  )
}

/** A file beside the page, as an address: a name may hold %, # and spaces. */
export const hrefOf = (path: string): string => path.split('/').map(encodeURIComponent).join('/')
