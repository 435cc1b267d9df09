import type { Template } from '../../papers/templates/templates.ts'
import type { StoredFile } from '../../platform/files/files.ts'
import type { NamedList } from '../../platform/office/csv.ts'
import { LETTER_TEXTS, type LetterKey, textOf } from '../../programme/letter-texts/letter-texts.ts'
import type { Programme, Step } from '../../programme/programmes/programmes.ts'
import type { Region } from '../../programme/regions/regions.ts'
import type { Criterion } from '../../programme/scoring/scoring.ts'

/** A file of the year: of a tool with its version, or laid out for a meeting, or the guideline. */
export interface YearFile {
  folder: 'ツール' | '資料'
  name: string
  file: StoredFile
}

/** What belongs to the year and to no single region, at one moment. */
export interface YearRecord {
  programme: Programme
  regions: Region[]
  lists: NamedList[]
  settings: Record<string, unknown>
  templates: Template[]
  files: YearFile[]
  madeAt: Date
}

interface Set {
  programme: Programme
  steps: readonly Step[]
  criteria: readonly Criterion[]
  words: object
  templates: readonly Template[]
}

/** Steps, rules, criteria, letters, words and sheets as data, so that a year can be set up after them. */
export function settingsOf({ programme, steps, criteria, words, templates }: Set): Record<string, unknown> {
  const { name, fiscalYear, templateKey, rules, introduction, contact, capacity } = programme
  const { entryOpensOn, entryClosesOn, consentDueOn, supportFromOn, supportToOn } = programme
  const letters = (Object.keys(LETTER_TEXTS) as LetterKey[]).map((key) => ({ key, ...textOf(programme, key) }))
  return {
    format: 'banso-year/1',
    ...{ name, fiscalYear, templateKey, capacity, rules, introduction, contact },
    dates: { entryOpensOn, entryClosesOn, consentDueOn, supportFromOn, supportToOn },
    steps: steps.map(({ id: _, programmeId: __, ...step }) => step),
    criteria: criteria.map(({ label, description, words: points }) => ({ label, description, words: points })),
    letters,
    wordLists: words,
    sheets: templates,
  }
}
