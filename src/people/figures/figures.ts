import type { Flag, Organisation } from '../organisations/organisations.ts'

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

const FIGURE_KEYS = [
  'population',
  'populationAged65',
  'agingRate',
  'isDepopulated',
  'isMountainous',
  'figuresAsOf',
  'figuresSource',
] as const

/** Would taking this row change anything? */
export const changes = (row: Figures, known: Known | undefined): boolean =>
  (row.newName !== null && row.newName !== known?.name) ||
  (row.newKana !== null && row.newKana !== known?.kana) ||
  FIGURE_KEYS.some((key) => row[key] !== null && row[key] !== known?.[key])
