import type { FieldForm, RowForm, SectionForm } from '../sheets/sheets.ts'

/** A table row for the script to copy; rows.js puts a fresh id in place of the mark. */
export type SheetField = FieldForm & {
  templateRow: RowForm | null
  /** What the sheet's owner puts under the field: a view of its own, and what it asks for. */
  beside?: { view: string } | null
  /** Name of the box a copied table goes into; absent: none is offered. */
  paste?: string | null
}
export interface SectionView extends Omit<SectionForm, 'fields'> {
  id: string
  fields: SheetField[]
  state: 'done' | 'error' | 'asks' | 'open'
  word: string
  /** Not folded, however full: a short sheet, or somebody just moved one of its rows. */
  staysOpen?: boolean
}

/** Folded sections that follow each other, or one open one, in the order of the sheet. */
export interface SectionRun {
  folded: boolean
  sections: SectionView[]
}

export interface RailLine {
  label: string
  href: string
  state: SectionView['state']
  word: string
}

export const railOf = (sections: readonly SectionView[]): RailLine[] =>
  sections.map((s) => ({ label: `${s.number} ${s.title}`, href: `#${s.id}`, state: s.state, word: s.word }))

const MARK = '__id__'

const sheetField = (field: FieldForm): SheetField => {
  const spare = field.control === 'rows' ? field.rows.at(-1) : undefined
  const templateRow = spare ? (JSON.parse(JSON.stringify(spare).replaceAll(spare.id, MARK)) as RowForm) : null
  return { ...field, templateRow: templateRow && { ...templateRow, label: '新しい行' } }
}

export function sectionView(section: SectionForm): SectionView {
  const asks = section.fields.reduce((sum, field) => sum + field.questions.length, 0)
  const faults = section.fields.filter((f) => f.error || f.rows.some((r) => r.controls.some((c) => c.error))).length
  const isDone = section.filled > 0 && section.fields.every((field) => field.filled || !field.needed)
  const state = faults > 0 ? 'error' : isDone ? 'done' : asks > 0 ? 'asks' : 'open'
  const word =
    faults > 0 ? `${faults}件` : asks > 0 ? `問い${asks}` : isDone ? '' : section.filled > 0 ? '書きかけ' : ''
  return { ...section, id: `sec-${section.key}`, fields: section.fields.map(sheetField), state, word }
}

/** Finished and half full folds to its first words; so does what may stay empty. */
function isFolded({ state, word, filled, of, fields, staysOpen }: SectionView): boolean {
  if (staysOpen) return false
  if (state === 'done' && word === '') return filled * 2 >= of
  return filled === 0 && word === '' && fields.every((field) => field.control === 'rows')
}

export function runsOf(sections: readonly SectionView[]): SectionRun[] {
  const runs: SectionRun[] = []
  for (const section of sections) {
    const folded = isFolded(section)
    const run = runs.at(-1)
    if (run?.folded && folded) run.sections.push(section)
    else runs.push({ folded, sections: [section] })
  }
  return runs
}
