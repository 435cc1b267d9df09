import type { Body } from '../../papers/templates/templates.ts'
import { columnsOf, numbersOf, tiesOf } from '../box-names/box-names.ts'
import { type Box, boxesOf, indicatorsOf, KIND_ORDER, KINDS, linksOf } from '../logic-models/logic-models.ts'
import { countWords } from '../model-show/model-show.ts'

/** A model's boxes as rows, from cause to effect: the same content as the picture. */
export interface TwinTable {
  head: string[]
  widths: number[]
  rows: string[][]
}

export const describeModel = (body: Body): string =>
  `左から、${KIND_ORDER.map((kind) => KINDS[kind]).join('、')}。${countWords(body)}。同じ内容の表が続きます。`

const marksOf = (box: Box): string =>
  [
    box.focus && '重点',
    box.consultWith && `※要相談：${box.consultWith}${box.consulted ? '（済み）' : ''}`,
    box.inferred && '推定',
  ]
    .filter(Boolean)
    .join('、')

export function twinTable(body: Body): TwinTable {
  const boxes = boxesOf(body)
  const numbers = numbersOf(boxes)
  const columns = columnsOf(boxes)
  const { to } = tiesOf(linksOf(body))
  const indicators = indicatorsOf(body)
  const rowOf = (box: Box): string[] => [
    `${KINDS[box.kind]} ${numbers.get(box.id) ?? ''}`.trim(),
    [box.text || '（まだ言葉のない箱）', marksOf(box)].filter(Boolean).join('\n'),
    (to.get(box.id) ?? []).map((id) => numbers.get(id) ?? '').join('、') || '—',
    indicators
      .filter((one) => one.box === box.id && one.text)
      .map((one) => `・${one.text}`)
      .join('\n') || '—',
  ]
  return {
    head: ['箱', '文', 'つながる先', '指標'],
    widths: [16, 48, 12, 24],
    rows: KIND_ORDER.flatMap((kind) => columns[kind].map(rowOf)),
  }
}
