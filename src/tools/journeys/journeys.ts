import { templateWords } from '../../papers/revisions/revisions.ts'
import { optionKey } from '../../papers/sheets/body.ts'
import { type Body, type Option, type Row, rowsIn, type Template, textIn } from '../../papers/templates/templates.ts'
import { half } from '../../papers/values/values.ts'
import { paths } from '../../paths/paths.ts'
import { readMonth } from '../journey-months/journey-months.ts'
import type { PaperKind } from '../papers/papers.ts'

/** From least to most help: the place in the list is the step of the picture. */
export const CARE_LEVELS: readonly Option[] = [
  { key: 'independent', label: '自立' },
  { key: 'support1', label: '要支援1' },
  { key: 'support2', label: '要支援2' },
  { key: 'care1', label: '要介護1' },
  { key: 'care2', label: '要介護2' },
  { key: 'care3', label: '要介護3' },
  { key: 'care4', label: '要介護4' },
  { key: 'care5', label: '要介護5' },
]
/** Age in bands only: no field takes what could tell who it is. */
export const AGE_BANDS: readonly Option[] = [
  { key: 'under60', label: '60歳未満' },
  ...[60, 70, 80, 90].flatMap((age) => [
    { key: `${age}early`, label: `${age}代前半` },
    { key: `${age}late`, label: `${age}代後半` },
  ]),
  { key: 'over100', label: '100歳以上' },
]
export const TRIGGER = 'trigger'

export const journeyTemplate: Template = {
  key: 'journey',
  version: 1,
  title: '経過図（ペイシェントジャーニー）',
  sheetName: '経過図',
  sections: [
    {
      key: 'person',
      title: 'どんな人の経過か',
      lead: 'よくある一人の経過を書きます。名前・生年月日・住所・施設名は書きません。',
      fields: [
        {
          key: 'title',
          kind: 'short',
          label: 'どんな人',
          hint: '例：退院のあと急に弱った人',
          needed: true,
          ask: '「退院のあと急に弱った人」のように、どんな人の経過かを書いてください',
        },
        { key: 'ageBand', kind: 'choice', label: '年齢', hint: 'はばで選びます', options: AGE_BANDS },
        { key: 'household', kind: 'short', label: '暮らし方', hint: '例：ひとり暮らし、夫婦ふたり、子と同居' },
        { key: 'note', kind: 'long', label: 'ひとこと', hint: 'なぜこの事例を選んだか、どのくらいよくあるか' },
      ],
    },
    {
      key: 'course',
      title: '経過',
      fields: [
        {
          key: 'rows',
          kind: 'table',
          label: '経過の行',
          columns: [
            { key: 'at', kind: 'short', label: '時期' },
            { key: 'event', kind: 'short', label: '出来事', maxLength: 400 },
            { key: 'careLevel', kind: 'choice', label: '要介護度', options: CARE_LEVELS },
            { key: 'mark', kind: 'choice', label: '印', options: [{ key: TRIGGER, label: 'きっかけ' }] },
            { key: 'who', kind: 'short', label: '関わった職種' },
            { key: 'cost', kind: 'number', label: '費用', unit: '円' },
            { key: 'insight', kind: 'long', label: '気づき' },
          ],
        },
      ],
    },
  ],
}

export const journeyKind: PaperKind = {
  kind: 'journey',
  title: '経過図',
  circleDefault: 'region',
  writers: 'paper.write',
  home: (regionId, part) => (part ? paths.journey(regionId, part) : paths.journeys(regionId)),
  words: templateWords(journeyTemplate),
  nameOf: (body) => textIn(body, 'title'),
}

/** A journey in its region. */
export interface Journey {
  part: string
  body: Body
  updatedAt: string
  isPutAway: boolean
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
