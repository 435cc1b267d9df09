import { SCENES } from '../../papers/templates/templates.ts'
import { isDay, wareki } from '../../platform/time.ts'
import { ACTIVITY_TYPES, BOX_FIELDS, BOX_STATES, INDICATOR_FIELDS, INDICATOR_TYPES, KINDS } from './logic-models.ts'

const LABELS: Record<string, Readonly<Record<string, string>>> = {
  kind: KINDS,
  status: BOX_STATES,
  focus: { yes: '重点' },
  consulted: { yes: '相談は済んだ' },
  scene: Object.fromEntries(SCENES.map(({ key, label }) => [key, label])),
}
const TYPES: Readonly<Record<string, string>> = { ...ACTIVITY_TYPES, ...INDICATOR_TYPES }

/** What stands in a field of a box or an indicator, as people write it. */
export function shownField(field: string, value: string): string {
  if (field === 'type') return TYPES[value] ?? value
  if (field === 'nextOn' && isDay(value)) return wareki(value)
  return LABELS[field]?.[value] ?? value
}

export const fieldLabel = (field: string): string =>
  ({ kind: '列', seq: '番号', box: '箱', ...BOX_FIELDS, ...INDICATOR_FIELDS })[field] ?? '記録'
