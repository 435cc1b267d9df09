import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { BrowserContext, Page } from 'playwright-core'

const require = createRequire(import.meta.url)
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')
const japanese = readFileSync(require.resolve('axe-core/locales/ja.json'), 'utf8')
const AXE = `${axe};window.axe.configure({ locale: ${japanese} })`

/** A page that keeps a list of what went wrong on it, in the visitor's words. */
export interface Visitor {
  page: Page
  faults: string[]
}

/** Listens for console errors, page errors, and anything asked of another house. */
export async function visitor(context: BrowserContext, base: string): Promise<Visitor> {
  const page = await context.newPage()
  const faults: string[] = []
  page.on('console', (m) => m.type() === 'error' && faults.push(`console: ${m.text()}`))
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`))
  page.on(
    'request',
    (r) => /^(https?|wss?):/.test(r.url()) && !r.url().startsWith(base) && faults.push(`outside: ${r.url()}`),
  )
  return { page, faults }
}

export const DESK = { width: 1280, height: 800 }
const WIDTHS = [DESK.width, 360] as const

/** Run in the page, so as text: the tests know no DOM. */
const WIDEST = `(() => {
  const room = document.documentElement.clientWidth
  const wide = document.documentElement.scrollWidth
  if (wide <= room) return null
  const out = [...document.body.querySelectorAll('*')].filter((e) => e.getBoundingClientRect().right > room + 1)
  return wide + 'px ' + out.slice(-3).map((e) => e.tagName.toLowerCase() + '.' + e.className).join(' ')
})()`

/** What pushes the page sideways on a desk and on a telephone, or nothing. */
export async function sideways(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 })
    const wide = await page.evaluate<string | null>(WIDEST)
    if (wide) found.push(`sideways at ${width}: ${wide}`)
  }
  return found
}

interface Violation {
  id: string
  impact: string
  help: string
  nodes: { target: string[] }[]
}

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const RUN = `axe.run(document, ${JSON.stringify({ iframes: false, resultTypes: ['violations'], runOnly: { type: 'tag', values: RULES } })}).then((r) => r.violations)`

/** What axe calls serious or critical, in Japanese. */
export async function unfit(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  const found = await page.evaluate<Violation[]>(RUN)
  return found
    .filter((v) => v.impact === 'serious' || v.impact === 'critical')
    .map((v) => `axe ${v.id}: ${v.help} (${v.nodes.length}: ${v.nodes[0]?.target.join(' ')})`)
}
