import { type Column, type List, listOf } from '../../platform/office/csv.ts'
import { type Evidence, evidenceWords } from '../evidence/evidence.ts'
import { CAUSE_STATES, type Cause, causeState } from './causes.ts'

interface Around {
  evidence: readonly Evidence[]
  opinions: readonly { causeId: string }[]
}

/** Every 真因の仮説 with what speaks for and against it. */
export function causeList(causes: readonly Cause[], around: Around): List {
  const texts = new Map(causes.map(({ id, text }) => [id, text]))
  const said = (cause: Cause, side: Evidence['side']) =>
    around.evidence.filter((one) => one.cause === cause.id && one.side === side).map(evidenceWords)
  const columns: Column<Cause>[] = [
    ['仮説', 60, ({ text }) => text],
    ['上の仮説', 40, ({ parent }) => texts.get(parent)],
    ['状態', 16, (cause) => CAUSE_STATES[causeState(cause, around)]],
    ['裏づけになるもの', 60, (cause) => said(cause, 'for').join('\n')],
    ['合わないもの', 60, (cause) => said(cause, 'against').join('\n')],
    ['意見の数', 8, ({ id }) => around.opinions.filter(({ causeId }) => causeId === id).length],
    ['取り下げの理由', 40, ({ withdrawn }) => withdrawn],
    ['統合した先', 40, ({ mergedInto }) => texts.get(mergedInto)],
  ]
  return listOf(columns, causes)
}
