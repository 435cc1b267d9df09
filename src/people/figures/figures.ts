import { warekiShort } from '../../platform/time.ts'
import { type Flag, isSmall, type Organisation, sizeBandOf } from '../organisations/organisations.ts'

/** What a CSV may tell about one municipality or prefecture; null = the file does not say, so what is known stays. */
export interface Figures {
  code: string
  population: number | null
  populationAged65: number | null
  agingRate: number | null
  isDepopulated: Flag
  isMountainous: Flag
  figuresAsOf: string | null
  figuresSource: string | null
  newName: string | null
  newKana: string | null
}

/** What stands in the master data under a code. */
export type Known = Pick<
  Organisation,
  | 'name'
  | 'kana'
  | 'population'
  | 'populationAged65'
  | 'agingRate'
  | 'isDepopulated'
  | 'isMountainous'
  | 'figuresAsOf'
  | 'figuresSource'
>

/** A line that could not be taken, and why. */
export interface Fault {
  line: number
  message: string
}

export const agingRateOf = (aged: number, population: number): number => Math.round((aged / population) * 1000) / 10

export const people = (n: unknown) => `${Number(n).toLocaleString('ja-JP')}人`
const yesNo = (flag: unknown) => (flag === 1 ? '該当' : '非該当')
const SHOWN = {
  population: { label: '人口', show: people },
  populationAged65: { label: '65歳以上人口', show: people },
  agingRate: { label: '高齢化率', show: (rate: unknown) => `${rate}％` },
  isDepopulated: { label: '過疎', show: yesNo },
  isMountainous: { label: '中山間', show: yesNo },
  figuresAsOf: { label: '基準日', show: (day: unknown) => warekiShort(String(day)) },
  figuresSource: { label: '出典', show: String },
} as const

export interface Difference {
  label: string
  before: string
  after: string
}

/** What taking this row would change, in words; nothing where the file is silent or says the same. */
export function differencesOf(row: Figures, known: Known | undefined): Difference[] {
  const say = (show: (value: unknown) => string, value: unknown) =>
    value === null || value === undefined ? '—' : show(value)
  const figures = Object.entries(SHOWN).map(([key, { label, show }]) => {
    const [before, after] = [known?.[key as keyof typeof SHOWN], row[key as keyof typeof SHOWN]]
    return { label, before: say(show, before), after: say(show, after), moved: after !== null && after !== before }
  })
  const names = [
    {
      label: '名称',
      before: known?.name ?? '—',
      after: row.newName ?? '',
      moved: row.newName !== null && row.newName !== known?.name,
    },
    {
      label: 'よみ',
      before: known?.kana ?? '—',
      after: row.newKana ?? '',
      moved: row.newKana !== null && row.newKana !== known?.kana,
    },
  ]
  return [...names, ...figures].filter((one) => one.moved).map(({ moved: _, ...one }) => one)
}

export const changes = (row: Figures, known: Known | undefined): boolean => differencesOf(row, known).length > 0

export const isRenamed = (row: Figures, known: Known | undefined): boolean =>
  row.newName !== null && row.newName !== known?.name

const orEmpty = (show: (value: unknown) => string, value: unknown) => (value === null ? '' : show(value))

/** The figures of one organisation as its page shows them; an empty text is printed as —. */
export const figureFacts = (o: Organisation) => [
  {
    term: '人口',
    text: orEmpty(people, o.population),
    note: [sizeBandOf(o.population)?.label, isSmall(o.population) ? '小規模' : ''].filter(Boolean).join('・'),
  },
  { term: '65歳以上人口', text: orEmpty(people, o.populationAged65) },
  { term: '高齢化率', text: o.agingRate === null ? '' : `${o.agingRate}％` },
  { term: '過疎', text: orEmpty(yesNo, o.isDepopulated) },
  { term: '中山間', text: orEmpty(yesNo, o.isMountainous) },
  { term: '基準日', text: o.figuresAsOf ? warekiShort(o.figuresAsOf) : '' },
  { term: '出典', text: o.figuresSource ?? '' },
]
