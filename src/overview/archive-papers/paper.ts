import { printOf } from '../../papers/sheets/paper.ts'
import type { PrintedField, PrintedSection } from '../../papers/sheets/sheets.ts'
import { columnsOf } from '../../tools/box-names/box-names.ts'
import { causesOf } from '../../tools/causes/causes.ts'
import { causeList } from '../../tools/causes/workbook.ts'
import { evidenceOf } from '../../tools/evidence/evidence.ts'
import { boxesOf, goalOf, KIND_ORDER, KINDS } from '../../tools/logic-models/logic-models.ts'
import type { RecordPaper, RegionRecord } from '../archive-records/archive-records.ts'

export type Section = Pick<PrintedSection, 'title' | 'fields'>
const table = (title: string, columns: string[], rows: string[][]): Section => ({
  title,
  fields: [
    { key: 'rows', label: title, kind: 'table', text: '', columns, rows: rows.map((cells) => ({ label: '', cells })) },
  ],
})

/** The model from right to left, as it is thought; the picture stands beside it. */
function modelSections({ body }: RecordPaper): Section[] {
  const columns = columnsOf(boxesOf(body))
  const goal = goalOf(body)
  const kinds = KIND_ORDER.toReversed().filter((kind) => columns[kind].length > 0)
  return [
    ...(goal
      ? [
          {
            title: '目標',
            fields: [{ key: 'goal', label: '目標', kind: 'long' as const, text: goal, columns: [], rows: [] }],
          },
        ]
      : []),
    ...kinds.map((kind) =>
      table(
        KINDS[kind],
        [KINDS[kind]],
        columns[kind].map(({ text }) => [text]),
      ),
    ),
  ]
}

const CAUSE_COLUMNS = ['仮説', '上の仮説', '状態', '裏づけになるもの', '合わないもの', '取り下げの理由']

function causeSections({ opinions }: RegionRecord, { body }: RecordPaper): Section[] {
  const { columns, rows } = causeList(causesOf(body), { evidence: evidenceOf(body), opinions })
  const labels = columns.map(({ label }) => label)
  const shown = rows.map((row) => CAUSE_COLUMNS.map((label) => String(row[labels.indexOf(label)] ?? '')))
  return [table('仮説の一覧', CAUSE_COLUMNS, shown)]
}

/** Columns in which nothing stands only make the others narrow. */
function narrowed(field: PrintedField): PrintedField {
  const isUsed = (at: number) => field.rows.some(({ cells }) => (cells[at] ?? '') !== '')
  const kept = <T>(list: readonly T[]) => list.filter((_, at) => isUsed(at))
  return {
    ...field,
    columns: kept(field.columns),
    rows: field.rows.map(({ label, cells }) => ({ label, cells: kept(cells) })),
  }
}

/** A paper in text, only what was written in it. */
export const sectionsOf = (record: RegionRecord, paper: RecordPaper): Section[] =>
  allSections(record, paper).map((section) => ({ ...section, fields: section.fields.map(narrowed) }))

function allSections(record: RegionRecord, paper: RecordPaper): Section[] {
  if (paper.kind === 'logic_model') return modelSections(paper)
  if (paper.kind === 'causes') return causeSections(record, paper)
  if (!paper.template) return []
  const sections = printOf(paper.template, paper.body).map(({ title, fields }) => ({
    title,
    fields: fields.filter(
      ({ text, rows }) => text !== '' || rows.some(({ cells }) => cells.some((cell) => cell !== '')),
    ),
  }))
  return sections.filter(({ fields }) => fields.length > 0)
}
