import type { Body, Row } from '../../papers/templates/templates.ts'
import { newId } from '../../platform/db/ids.ts'
import { Problem } from '../../platform/web/problem.ts'
import { shortText } from '../box-names/box-names.ts'
import { type Edited, nameOf, only } from '../logic-models/body.ts'
import { INDICATOR_FIELDS, type IndicatorField, indicatorRows } from '../logic-models/logic-models.ts'

export type IndicatorInput = Partial<Record<IndicatorField, string>>

export function addIndicator(body: Body, box: string, given: IndicatorInput): Edited {
  const row = { id: newId(), box, ...only(INDICATOR_FIELDS, given) } as Row
  const said = `${nameOf(body, box)}に指標「${shortText(row as { id: string; text: string })}」を足しました`
  return { body: { ...body, indicators: [...indicatorRows(body), row] }, id: row.id, said }
}

export function editIndicator(body: Body, id: string, given: IndicatorInput): Edited {
  const rows = indicatorRows(body).map((row) =>
    row.id === id ? ({ ...row, ...only(INDICATOR_FIELDS, given) } as Row) : row,
  )
  const mine = rows.find((row) => row.id === id)
  if (!mine) throw new Problem('gone', 'この指標は、もうありません。ほかの人が消したのかもしれません')
  return {
    body: { ...body, indicators: rows },
    id,
    said: `指標「${shortText({ text: mine.text ?? '' })}」を直しました`,
  }
}

export function removeIndicator(body: Body, id: string): Edited {
  const mine = indicatorRows(body).find((row) => row.id === id)
  const indicators = indicatorRows(body).filter((row) => row.id !== id)
  return { body: { ...body, indicators }, id, said: `指標「${shortText({ text: mine?.text ?? '' })}」を消しました` }
}
