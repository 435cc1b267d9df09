import { paths } from '../../paths/paths.ts'
import { isDay, warekiShort } from '../../platform/time.ts'
import {
  type Measured,
  type NextTime,
  nextTime,
  type ValueRow,
  valueRows,
} from '../indicator-values/indicator-values.ts'
import { indicatorPicture } from '../indicator-values/picture.ts'
import { INDICATOR_FIELDS, INDICATOR_TYPES, type Indicator, type IndicatorField } from '../logic-models/logic-models.ts'
import type { PaperAt } from '../papers/papers.ts'
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

export interface ShownIndicator {
  id: string
  text: string
  href: string
  isInferred: boolean
  facts: { term: string; text: string }[]
  next: NextTime | null
  svg: string | null
  left: number
  rows: ValueRow[]
}

export interface Seen {
  regionId: string
  at: PaperAt
  values: readonly Measured[]
  now: Date
}

/** An indicator as both pages show it: what it is, where it stands, and its line. */
export function shownOf(indicator: Indicator, { regionId, values, now }: Seen): ShownIndicator {
  const own = valuesFor(indicator.id, values)
  const picture = indicatorPicture(indicator, own)
  const rows = valueRows(indicator, own)
  const [newest] = rows
  const aim = [indicator.baseline || '—', indicator.target || '—'].join(' → ')
  return {
    ...{ id: indicator.id, text: indicator.text || '（まだ言葉のない指標）', isInferred: indicator.inferred },
    href: paths.indicator(regionId, indicator.id),
    facts: [
      { term: '種類', text: indicator.type ? INDICATOR_TYPES[indicator.type] : '' },
      { term: '基準値 → 目標値', text: indicator.baseline || indicator.target ? aim : '' },
      { term: '時点', text: indicator.period },
      { term: 'いちばん新しい値', text: newest ? `${newest.value}　${newest.when}` : '' },
      { term: '誰が・何を見て・いつ', text: indicator.watch },
    ],
    next: nextTime(indicator, own, now),
    ...{ svg: picture?.svg ?? null, left: picture?.left ?? 0, rows },
  }
}
