import { isDay, warekiShort } from '../../platform/time.ts'
import type { Measured } from '../indicator-values/indicator-values.ts'
import { INDICATOR_FIELDS, INDICATOR_TYPES, type Indicator, type IndicatorField } from '../logic-models/logic-models.ts'
import type { RowField } from '../row-forms/row-forms.ts'

const field = (name: IndicatorField, kind: RowField['kind'], more: Partial<RowField> = {}): RowField => ({
  ...{ name, label: INDICATOR_FIELDS[name], kind },
  ...more,
})

/** What is asked of an indicator, what it is first. */
export const FIELDS: readonly RowField[] = [
  field('text', 'long', { hint: '例：退院の知らせが前の日までに届いた割合' }),
  field('type', 'select', { options: INDICATOR_TYPES }),
  field('baseline', 'text', { hint: 'いまの値。例：40％、12件' }),
  field('target', 'text', { hint: '目ざす値。例：80％' }),
  field('period', 'text', { hint: 'いつの値か、いつまでの目標か。例：令和7年10月→令和9年3月' }),
  field('source', 'text', { hint: '例：地域包括支援センターの記録' }),
  field('method', 'long', { hint: '分子と分母。例：前の日までに届いた件数 ÷ 退院の件数' }),
  field('watch', 'text', { hint: '例：町の窓口が、記録票を月末に数える' }),
  field('nextOn', 'text', { hint: '例：令和8年3月31日。「令和8年度末」でも構いません' }),
]

/** An indicator as its form shows it: a day in the words people use, read again when it is posted. */
export const typedOf = (indicator: Indicator): Record<string, string> => ({
  ...Object.fromEntries(FIELDS.map(({ name }) => [name, indicator[name as IndicatorField]])),
  nextOn: isDay(indicator.nextOn) ? warekiShort(indicator.nextOn) : indicator.nextOn,
})

export const valuesFor = (id: string, values: readonly Measured[]): Measured[] =>
  values.filter(({ indicatorId }) => indicatorId === id)
