import type { Body } from '../../papers/templates/templates.ts'
import { paths } from '../../paths/paths.ts'
import { columnsOf, numbersOf, tiesOf } from '../box-names/box-names.ts'
import { type Box, boxesOf, KIND_ORDER, KINDS, type Kind, linksOf } from '../logic-models/logic-models.ts'

export interface TwinRow {
  id: string
  no: string
  text: string
  subject: string
  href: string
  ties: { no: string; href: string }[]
  marks: string[]
  isInferred: boolean
  place: string | null
}
export interface TwinGroup {
  kind: Kind
  heading: string
  rows: TwinRow[]
}

function marksOf(box: Box, again: number): string[] {
  return [
    ...(box.focus ? ['重点'] : []),
    ...(again > 1 ? [`（再）${again - 1}`] : []),
    ...(box.consultWith && !box.consulted ? [`※要相談：${box.consultWith}`] : []),
  ]
}

/** The same content as the picture, from right to left: everything in it can be reached by keyboard. */
export function twinOf(body: Body, { regionId, writes }: { regionId: string; writes: boolean }): TwinGroup[] {
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
      marks: marksOf(box, kind === 'activity' ? (to.get(box.id)?.length ?? 0) : 0),
      isInferred: box.inferred,
      place: writes && columns[kind].length > 1 ? paths.logicModelBoxDeed(regionId, box.id, 'place') : null,
    })),
  }))
}
