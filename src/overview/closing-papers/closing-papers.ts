import type { Body } from '../../papers/templates/templates.ts'
import type { Block, Paper } from '../../platform/docx/docx.ts'
import { dayOf, eraYear, wareki } from '../../platform/time.ts'
import type { Region } from '../../programme/regions/regions.ts'
import type { Slot } from '../../support/meetings/meetings.ts'
import type { Measured } from '../../tools/indicator-values/indicator-values.ts'
import type { RecordSource } from '../../tools/record-sources/record-sources.ts'

/** What the papers of a finished support are made of, as far as their reader reads it. */
export interface ClosingFacts {
  region: Region
  programmeName: string
  fiscalYear: number
  now: Date
  /** Bodies by kind; a paper that its reader may not read is not in it. */
  bodies: ReadonlyMap<string, Body>
  /** Kinds that are written, but not for this reader. */
  hidden: ReadonlySet<string>
  /** Which revision of each was read. */
  numbers: ReadonlyMap<string, number>
  values: readonly Measured[]
  slots: readonly Slot[]
  /** The rows of the record everybody in the region reads. */
  record: Readonly<Record<RecordSource, Body>>
}

export const bodyOf = (facts: ClosingFacts, kind: string): Body => facts.bodies.get(kind) ?? {}

export const NOT_YET = 'まだ書かれていません'
export const orNotYet = (text: string): string => (text.trim() === '' ? `（${NOT_YET}）` : text)

const period = (slots: readonly Slot[]): string => {
  const days = slots.flatMap(({ meeting }) => (meeting?.isRecorded && meeting.heldOn ? [meeting.heldOn] : []))
  const [first, last] = [days.at(0), days.at(-1)]
  if (!first || !last) return '—'
  return first === last ? wareki(first) : `${wareki(first)}から${wareki(last)}まで（記録のある${days.length}回）`
}

export const regionFacts = ({ region, programmeName, fiscalYear, slots }: ClosingFacts): Block => ({
  kind: 'facts',
  rows: [
    { term: '年度・事業', text: `${eraYear(fiscalYear)}　${programmeName}` },
    { term: 'テーマ', text: region.theme || '—' },
    { term: '支援の回', text: period(slots) },
  ],
})

/** Said at its head: what is missing, so that nobody has to find it. */
export const gapsNote = (gaps: readonly string[]): Block[] =>
  gaps.length > 0
    ? [{ kind: 'note', text: ['まだそろっていないところ', ...gaps.map((gap) => `・${gap}`)].join('\n') }]
    : []

/** 「東浜県みどり町　まとめ（第3版）　令和7年12月16日作成」 */
export function footOf(facts: ClosingFacts, title: string, kind?: string): string {
  const number = kind ? facts.numbers.get(kind) : undefined
  const version = number ? `（第${number}版）` : ''
  return `${facts.region.name}　${title}${version}　${wareki(dayOf(facts.now))}作成`
}

export const paperOf = (
  facts: ClosingFacts,
  given: Pick<Paper, 'title' | 'blocks'> & { kind?: string; landscape?: boolean; subtitle?: string },
): Paper => ({
  title: given.title,
  subtitle: given.subtitle ?? facts.region.name,
  blocks: given.blocks,
  foot: footOf(facts, given.title, given.kind),
  ...(given.landscape && { landscape: true }),
})
