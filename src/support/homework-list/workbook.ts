import { type Column, type List, listOf } from '../../platform/office/csv.ts'
import { type Agreed, HOMEWORK_STATES, isOverdue, ownerWords } from '../promises/promises.ts'

/** Homework of the year that is not accepted yet, as the page shows it. */
export function homeworkList(homework: readonly Agreed[], names: ReadonlyMap<string, string>, now: Date): List {
  const columns: Column<Agreed>[] = [
    ['地域', 20, (p) => names.get(p.regionId)],
    ['宿題', 50, (p) => p.text],
    ['なぜ', 40, (p) => p.homeworkWhy],
    ['だれが', 22, ownerWords],
    ['期限', 12, (p) => p.dueOn],
    ['期限（言葉）', 16, (p) => p.dueText],
    ['状態', 14, (p) => HOMEWORK_STATES[p.homework ?? 'asked']],
    ['期限を過ぎた', 12, (p) => (isOverdue(p, now) ? 'はい' : '')],
  ]
  return listOf(columns, homework)
}
