import type { PrintedSection } from '../../papers/sheets/sheets.ts'
import type { Body } from '../../papers/templates/templates.ts'
import { boxesOf, goalOf, indicatorsOf } from '../../tools/logic-models/logic-models.ts'
import type { Board, BoardLine } from '../boards/boards.ts'
import type { PaperHandIn } from '../joint-materials/joint-materials.ts'

/** A paper of the region, frozen when it is handed in. */
export type Snapshot =
  | { kind: 'board'; body: Board }
  | { kind: 'closing'; body: { sections: PrintedSection[] } }
  | { kind: 'logic_model'; body: Body }

/** A paper that can be handed in now, or why not. */
export interface Ready {
  kind: PaperHandIn
  /** Where it is written. */
  href: string
  snapshot: Snapshot | null
  /** Said where there is nothing to hand in. */
  reason: string | null
}

export const boardLines = (board: Board): BoardLine[] => [
  ...board.issues,
  ...board.columns.flatMap((column) => [...column.situation, ...column.advice]),
  ...board.between.flat(),
]

const filled = (section: PrintedSection) => ({
  ...section,
  fields: section.fields.filter(
    (field) => field.text !== '' || field.rows.some((row) => row.cells.some((cell) => cell !== '')),
  ),
})

/** What somebody wrote; fields that stand empty are left out. */
export const writtenSections = (sections: readonly PrintedSection[]): PrintedSection[] =>
  sections.map(filled).filter(({ fields }) => fields.length > 0)

/** Everything people wrote in it, for the eyes of the privacy gate. */
export function wordsOf({ kind, body }: Snapshot): string {
  if (kind === 'board')
    return boardLines(body)
      .map(({ text }) => text)
      .join('\n')
  if (kind === 'closing')
    return body.sections
      .flatMap(({ fields }) => fields.flatMap((field) => [field.text, ...field.rows.flatMap((row) => row.cells)]))
      .filter(Boolean)
      .join('\n')
  const boxes = boxesOf(body).flatMap((box) => [box.text, box.who, box.whom, box.what, box.evaluation, box.direction])
  return [goalOf(body), ...boxes, ...indicatorsOf(body).map(({ text }) => text)].filter(Boolean).join('\n')
}

export const isEmptySnapshot = (snapshot: Snapshot): boolean => wordsOf(snapshot).trim() === ''
