import type { Browser } from './browse.ts'

/** The table under a chart, row by row as words; '—' for nothing. */
export function twinOf({ document }: Browser, id: string): string[][] {
  const figure = document.querySelector(`figure#${id}`)
  return (figure?.querySelectorAll('tr') ?? []).map((row) =>
    row.querySelectorAll('th, td').map((cell) => cell.text.trim()),
  )
}

/** The chart's file, read as Excel reads it. */
export async function fileOf(browser: Browser, id: string): Promise<string[][]> {
  const href = browser.document.querySelector(`figure#${id} .chart-file`)?.getAttribute('href') ?? ''
  await browser.open(href)
  const lines = browser.bytes.toString('utf8').replace('\uFEFF', '').trimEnd().split('\r\n')
  return lines.map((line) => line.split(',').map((cell) => cell.replace(/^"(.*)"$/, '$1') || '—'))
}

export const numbersOf = (rows: readonly string[][], label: string): string[] =>
  rows.find(([head]) => head === label)?.slice(1) ?? []
