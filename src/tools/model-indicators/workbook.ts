import type { Body } from '../../papers/templates/templates.ts'
import { type Column, type List, listOf } from '../../platform/office/csv.ts'
import { boxName, numbersOf } from '../box-names/box-names.ts'
import { inTime, type Measured } from '../indicator-values/indicator-values.ts'
import {
  boxesOf,
  INDICATOR_FIELDS,
  INDICATOR_TYPES,
  type Indicator,
  indicatorsOf,
} from '../logic-models/logic-models.ts'

interface Row {
  indicator: Indicator
  value: Measured | null
}

/** Every indicator with every value measured of it, oldest first; one without a value stands there too. */
export function indicatorList(body: Body, values: readonly Measured[]): List {
  const boxes = boxesOf(body)
  const numbers = numbersOf(boxes)
  const boxOf = ({ box }: Indicator) => boxes.find(({ id }) => id === box)
  const rows = indicatorsOf(body).flatMap((indicator): Row[] => {
    const own = inTime(values.filter(({ indicatorId }) => indicatorId === indicator.id))
    return own.length > 0 ? own.map((value) => ({ indicator, value })) : [{ indicator, value: null }]
  })
  const text = (name: Exclude<keyof typeof INDICATOR_FIELDS, 'type'>, width: number): Column<Row> => [
    INDICATOR_FIELDS[name],
    width,
    ({ indicator }) => indicator[name],
  ]
  const columns: Column<Row>[] = [
    ['箱', 16, ({ indicator }) => boxOf(indicator) && boxName(boxOf(indicator) as never, numbers)],
    ['箱の文', 40, ({ indicator }) => boxOf(indicator)?.text],
    text('text', 40),
    [INDICATOR_FIELDS.type, 14, ({ indicator }) => indicator.type && INDICATOR_TYPES[indicator.type]],
    ...[text('baseline', 14), text('target', 14), text('period', 20), text('source', 24), text('method', 30)],
    ...[text('watch', 24), text('nextOn', 14)],
    ['測った時', 14, ({ value }) => value?.measuredOn],
    ['測った値', 14, ({ value }) => value?.value],
    ['値の備考', 30, ({ value }) => value?.note],
  ]
  return listOf(columns, rows)
}
