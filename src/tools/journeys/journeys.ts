import { templateWords } from '../../papers/revisions/revisions.ts'
import { optionKey } from '../../papers/sheets/body.ts'
import { type Body, type Option, type Row, rowsIn, textIn } from '../../papers/templates/templates.ts'
import { half } from '../../papers/values/values.ts'
import { paths } from '../../paths/paths.ts'
import { AGE_BANDS, CARE_LEVELS, journeyTemplate, TRIGGER } from '../journey-fields/journey-fields.ts'
import { readMonth } from '../journey-months/journey-months.ts'
import type { PaperKind } from '../papers/papers.ts'

export const journeyKind: PaperKind = {
  kind: 'journey',
  title: '経過図',
  circleDefault: 'region',
  writers: 'paper.write',
  home: (regionId, part) => (part ? paths.journey(regionId, part) : paths.journeys(regionId)),
  words: templateWords(journeyTemplate),
  nameOf: (body) => textIn(body, 'title'),
  needsPart: true,
}

/** A journey in its region. */
export interface Journey {
  part: string
  body: Body
  /** Taken away from the list; what was written stays. */
  removedAt: string | null
}

/** One row whose time could be read. */
export interface Moment {
  /** Number of the row in time, from 1: in the picture and in its table. */
  number: number
  row: Row
  month: number
  isVague: boolean
  isTrigger: boolean
  /** Step of the care level; null: not said in this row. */
  level: number | null
  yen: number | null
}

export interface Case {
  part: string
  /** 「事例A」 */
  label: string
  title: string
  who: string
  moments: Moment[]
  /** Rows whose time can't be read: they stand in the table, not in the picture. */
  undated: Row[]
}

const levelOf = (row: Row): number | null => {
  const at = CARE_LEVELS.findIndex((level) => level.key === row.careLevel)
  return at < 0 ? null : at
}
/** Costs are kept as digits; what could not be read draws no bar. */
const yenOf = (row: Row): number | null => (/^\d{1,12}(?:\.\d+)?$/.test(row.cost ?? '') ? Number(row.cost) : null)

export const labelOf = (options: readonly Option[], key: string): string =>
  options.find((option) => option.key === key)?.label ?? key
/** 「支2」 「要介2」 「介護２」 are said too. */
export function careLevelKey(typed: string): string | null {
  const text = half(typed).replace(/\s/g, '')
  if (/^(?:自立|非該当|認定なし|未認定|なし)$/.test(text)) return 'independent'
  const short = /^(?:要)?(支援?|介護?)(?:度)?([1-5])$/.exec(text)
  const key = short
    ? `${short[1]?.startsWith('支') ? 'support' : 'care'}${short[2]}`
    : optionKey({ key: '', kind: 'choice', label: '', options: CARE_LEVELS }, text)
  return CARE_LEVELS.some((level) => level.key === key) ? key : null
}

/** Those that stand, each with its letter. */
export const casesOf = (journeys: readonly Journey[]): Case[] =>
  journeys.filter((journey) => !journey.removedAt).map((journey, place) => caseOf(journey, place))

const isBlank = ({ id: _, rest: __, ...cells }: Row): boolean => Object.values(cells).every((text) => !text)

/** Rows in time; what was typed in the same month keeps its order. */
export function caseOf({ part, body }: Pick<Journey, 'part' | 'body'>, place: number): Case {
  const rows = rowsIn(body, 'rows').filter((row) => !isBlank(row))
  const read = rows.map((row) => ({ row, at: readMonth(row.at ?? '') }))
  const dated = read.flatMap(({ row, at }) => (at ? [{ row, ...at }] : [])).sort((a, b) => a.month - b.month)
  return {
    part,
    label: `事例${letterOf(place)}`,
    title: textIn(body, 'title') || '名前のない経過図',
    who: [labelOf(AGE_BANDS, textIn(body, 'ageBand')), textIn(body, 'household')].filter(Boolean).join('・'),
    moments: dated.map(({ row, month, isVague }, i) => ({
      ...{ number: i + 1, row, month, isVague },
      ...{ isTrigger: row.mark === TRIGGER, level: levelOf(row), yen: yenOf(row) },
    })),
    undated: read.filter(({ at }) => !at).map(({ row }) => row),
  }
}

const letterOf = (place: number): string =>
  place < 26 ? String.fromCharCode(65 + place) : `${letterOf(Math.floor(place / 26) - 1)}${letterOf(place % 26)}`
