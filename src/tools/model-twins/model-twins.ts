import type { Body } from '../../papers/templates/templates.ts'
import { paths } from '../../paths/paths.ts'
import { columnsOf, numbersOf, tiesOf } from '../box-names/box-names.ts'
import { modelMarks } from '../logic-models/diff.ts'
import { type Box, boxesOf, KIND_ORDER, KINDS, type Kind, linksOf } from '../logic-models/logic-models.ts'
import { MARK_WORDS, type Mark } from '../model-graphs/model-graphs.ts'

export interface TwinRow {
  id: string
  no: string
  text: string
  subject: string
  href: string
  ties: { no: string; href: string }[]
  marks: Marked[]
  isInferred: boolean
  place: string | null
}
export interface TwinGroup {
  kind: Kind
  heading: string
  rows: TwinRow[]
}

interface Marked {
  text: string
  look: 'key' | 'new' | undefined
}

const marksOf = (box: Box, mark: Mark | undefined): Marked[] => [
  ...(box.focus ? [{ text: '重点', look: 'key' as const }] : []),
  ...(mark ? [{ text: MARK_WORDS[mark], look: 'new' as const }] : []),
  ...(box.consultWith && !box.consulted ? [{ text: '※要相談', look: undefined }] : []),
]

interface Here {
  regionId: string
  writes: boolean
  /** The version it is compared with. */
  before?: Body
}

/** The same content as the picture, from right to left: everything in it can be reached by keyboard. */
export function twinOf(body: Body, { regionId, writes, before }: Here): TwinGroup[] {
  const marks = before ? modelMarks(before, body).boxes : undefined
  const boxes = boxesOf(body)
  const numbers = numbersOf(boxes)
  const columns = columnsOf(boxes)
  const { to } = tiesOf(linksOf(body))
  return KIND_ORDER.toReversed().map((kind) => ({
    kind,
    heading: kind === 'activity' ? `${KINDS[kind]}（${columns[kind].length}、再掲を除く）` : KINDS[kind],
    rows: columns[kind].map((box) => ({
      id: box.id,
      no: numbers.get(box.id) ?? '',
      text: box.text || '（まだ言葉のない箱）',
      subject: box.subject || box.who,
      href: `${paths.logicModel(regionId)}?box=${box.id}#chosen`,
      ties: (to.get(box.id) ?? []).map((id) => ({
        no: numbers.get(id) ?? '',
        href: `${paths.logicModel(regionId)}?box=${id}#chosen`,
      })),
      marks: marksOf(box, marks?.get(box.id)),
      isInferred: box.inferred,
      place: writes && columns[kind].length > 1 ? paths.logicModelBoxDeed(regionId, box.id, 'place') : null,
    })),
  }))
}
