import { canonical, pathText } from '../case-format/case-format.ts'

const MOST = 50

/** What differs between two bundles, place by place, in words: `steps[2].advice[0].text：「…」→「…」`. */
export function differences(before: unknown, after: unknown): string[] {
  const found: string[] = []
  walk([], before, after, found)
  return found.length > MOST ? [...found.slice(0, MOST), `ほか${found.length - MOST}か所`] : found
}

function walk(path: readonly PropertyKey[], before: unknown, after: unknown, found: string[]): void {
  if (canonical(before) === canonical(after)) return
  if (!isBranch(before) || !isBranch(after) || Array.isArray(before) !== Array.isArray(after)) {
    found.push(`${pathText(path)}：${shown(before)} → ${shown(after)}`)
    return
  }
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const inner = [...path, Array.isArray(before) ? Number(key) : key]
    walk(inner, before[key], after[key], found)
  }
}

const isBranch = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

function shown(value: unknown): string {
  if (value === undefined) return '（なし）'
  if (value === null) return '（空）'
  const text = isBranch(value) && typeof value.text === 'string' ? value.text : value
  const words = typeof text === 'string' ? text : JSON.stringify(text)
  return `「${words.length > 60 ? `${words.slice(0, 60)}…` : words}」`
}
