import { CIRCLES } from '../../access/circles.ts'
import { type Column, type List, listOf } from '../../platform/office/csv.ts'
import { dayOf } from '../../platform/time.ts'
import {
  type Agreed,
  HOMEWORK_STATES,
  isWaived,
  momentOf,
  ownerWords,
  PROMISE_STATES,
  PROMISE_TYPES,
  SIDES,
} from './promises.ts'

const stateOf = (p: Agreed): string => (isWaived(p) ? '見送り' : PROMISE_STATES[p.status])

/** Both sides' promises, homework and practices, one a row. */
export function promiseList(promises: readonly Agreed[], stepLabels: ReadonlyMap<string, string>): List {
  const stepOf = (key: string | null) => (key ? (stepLabels.get(key) ?? '') : '')
  const columns: Column<Agreed>[] = [
    ['種類', 8, momentOf],
    ['すること・したこと', 50, (p) => p.text],
    ['どのような取組か', 14, (p) => PROMISE_TYPES[p.type]],
    ['どちらの側か', 18, (p) => SIDES[p.side]],
    ['だれが', 22, ownerWords],
    ['どの回から', 14, (p) => stepOf(p.betweenFrom)],
    ['どの回までに', 14, (p) => stepOf(p.betweenTo)],
    ['期限', 12, (p) => p.dueOn],
    ['期限（言葉）', 16, (p) => p.dueText],
    ['状態', 12, stateOf],
    ['宿題の状態', 14, (p) => p.homework && HOMEWORK_STATES[p.homework]],
    ['した日', 12, (p) => p.heldOn],
    ['だれと', 20, (p) => p.withWhom],
    ['分かったこと', 40, (p) => p.learned],
    ['見送った理由', 30, (p) => p.waiveReason],
    ['読む人', 14, (p) => CIRCLES[p.circle]],
    ['書いた日', 12, (p) => dayOf(p.createdAt)],
  ]
  return listOf(columns, promises)
}
