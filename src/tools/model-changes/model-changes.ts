import { inlineOf, linesBetween, type Piece } from '../../papers/revisions/diff.ts'
import type { Row } from '../../papers/templates/templates.ts'
import { fieldLabel, shownField } from '../logic-models/paper.ts'
import type { Mark } from '../model-graphs/model-graphs.ts'

/** One thing that changed, said as people would say it. */
export interface Said {
  mark: Mark
  boxId?: string
  text: string
  /** Where words changed: what stands before them, and both wordings in one flow. */
  lead?: string
  runs?: Piece[]
}

/** 「AをBに」 in one flow of words. */
export function rewordedAs(lead: string, before: string, after: string): Pick<Said, 'text' | 'lead' | 'runs'> {
  const runs = linesBetween(before, after).flatMap((line, i) => [
    ...(i > 0 ? [{ text: '\n', look: 'same' as const }] : []),
    ...inlineOf(line),
  ])
  return { text: `${lead}${before} → ${after}`, lead, runs }
}

/** A small field was written, changed or emptied. */
export function fieldSaid(name: string, field: string, [before, after]: readonly [string, string]): string {
  const [was, is] = [shownField(field, before), shownField(field, after)]
  const label = fieldLabel(field)
  if (before === '') return `${name}の「${label}」を書いた：${is}`
  return after === '' ? `${name}の「${label}」を消した（${was}）` : `${name}の「${label}」を変えた：${was} → ${is}`
}

export const changedKeys = (before: Row, after: Row): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => (before[key] ?? '') !== (after[key] ?? ''),
  )

/** What was moved by hand: the fewest items that explain the new order. */
export function movedIn(before: readonly string[], after: readonly string[]): string[] {
  const was = new Map(before.map((id, at) => [id, at]))
  const kept = after.filter((id) => was.has(id))
  const place = (i: number) => was.get(kept[i] ?? '') ?? 0
  // Longest run that kept its order: it stayed; everything else moved.
  const lengths: number[] = []
  const links: number[] = []
  for (let i = 0; i < kept.length; i++) {
    const earlier = Array.from({ length: i }, (_, j) => j).filter((j) => place(j) < place(i))
    const best = earlier.reduce((a, j) => ((lengths[j] ?? 0) > (lengths[a] ?? 0) ? j : a), -1)
    lengths[i] = (lengths[best] ?? 0) + 1
    links[i] = best
  }
  const stayed = new Set<string>()
  for (let at = lengths.indexOf(Math.max(...lengths)); at >= 0; at = links[at] ?? -1) stayed.add(kept[at] ?? '')
  return kept.filter((id) => !stayed.has(id))
}
