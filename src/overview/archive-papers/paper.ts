import { printOf } from '../../papers/sheets/paper.ts'
import type { PrintedSection } from '../../papers/sheets/sheets.ts'
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

function causeSections({ opinions }: RegionRecord, { body }: RecordPaper): Section[] {
  const { columns, rows } = causeList(causesOf(body), { evidence: evidenceOf(body), opinions })
  const shown = rows.map((row) => row.map((cell) => String(cell ?? '')))
  return [
    table(
      '仮説の一覧',
      columns.map(({ label }) => label),
      shown,
    ),
  ]
}

/** A paper in text, only what was written in it. */
export function sectionsOf(record: RegionRecord, paper: RecordPaper): Section[] {
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
