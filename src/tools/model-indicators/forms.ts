import { cleaned, readDate } from '../../papers/values/values.ts'
import type { NewValue } from '../indicator-values/actions.ts'
import type { IndicatorInput } from '../indicators/body.ts'
import { INDICATOR_TYPES } from '../logic-models/logic-models.ts'
import { FIELDS } from './model-indicators.ts'

type Posted = Record<string, string | string[]>
type Faults = Record<string, string>

const LONGEST = 2_000

const wordIn = (posted: Posted, name: string): string => cleaned([posted[name] ?? ''].flat().at(-1) ?? '').trim()

/** A day becomes one; 「令和8年度末」 stays as it is; a 31st of June is said. */
function dayIn(typed: string): { text: string; fault?: string } {
  const { day, fault } = readDate(typed)
  return { text: day ?? typed, ...(fault && { fault }) }
}

export function indicatorIn(posted: Posted): { given: IndicatorInput; faults: Faults } {
  const faults: Faults = {}
  const given: Record<string, string> = {}
  for (const { name, label } of FIELDS) {
    const typed = wordIn(posted, name)
    given[name] = typed
    if ([...typed].length > LONGEST)
      faults[name] = `${label}は${LONGEST.toLocaleString('ja-JP')}字以内にしてください。文はそのまま残っています`
  }
  if (!given.text) faults.text = '指標を書いてください（例：退院の知らせが前の日までに届いた割合）'
  if (!Object.hasOwn(INDICATOR_TYPES, given.type ?? '')) given.type = ''
  const next = dayIn(given.nextOn ?? '')
  given.nextOn = next.text
  if (next.fault) faults.nextOn = next.fault
  return { given, faults }
}

export function valueIn(posted: Posted): { given: NewValue; faults: Faults } {
  const on = dayIn(wordIn(posted, 'on'))
  const given = { on: on.text, value: wordIn(posted, 'value'), note: wordIn(posted, 'note') }
  const faults: Faults = {}
  if (!given.on) faults.on = 'いつ測ったかを書いてください（例：令和7年11月30日、令和6年度末）'
  else if (on.fault) faults.on = on.fault
  if (!given.value) faults.value = '測った値を書いてください（例：72％、11件）'
  for (const [name, most] of [['on', 40] as const, ['value', 100] as const, ['note', LONGEST] as const])
    if ([...given[name]].length > most) faults[name] = `${most.toLocaleString('ja-JP')}字以内にしてください`
  return { given, faults }
}

export const nameIn = (posted: Posted): string => wordIn(posted, 'indicator')
