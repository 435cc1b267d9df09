import { dueWords, isLate, warekiShort } from '../../platform/time.ts'

/** 次にやること: worked out from the facts each time, never stored; gone when the fact is there. */
export interface Todo {
  /** The region or programme it is about, set in bold before `what`. */
  subject: string
  what: string
  detail: string
  /** Whose turn it is, when it is not the reader's own. */
  whoseTurn: string | null
  dueOn: string | null
  href: string
  act: string
  regionId?: string
}

/** What is due first stands first; what has no day follows in the order it was found. */
export const inOrder = (todos: readonly Todo[]): Todo[] =>
  todos.toSorted((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'))

export interface ShownTodo {
  subject: string
  what: string
  sub: string
  href: string
  act: string
  late: boolean
  due: string | null
  dueWords: string
  dueIso: string | null
}

export function shownTodo(todo: Todo, now: Date): ShownTodo {
  const { subject, what, href, act, dueOn } = todo
  const turn = todo.whoseTurn && `いまの番：${todo.whoseTurn}`
  return {
    subject,
    what,
    href,
    act,
    sub: [todo.detail, turn].filter(Boolean).join('。'),
    late: dueOn !== null && isLate(dueOn, now),
    due: dueOn && warekiShort(dueOn),
    dueWords: dueOn ? dueWords(dueOn, now) : '期日なし',
    dueIso: dueOn,
  }
}

/** 「7件、うち締切を過ぎたもの2件」 */
export function countWords(todos: readonly Todo[], now: Date): string {
  const late = todos.filter((t) => t.dueOn !== null && isLate(t.dueOn, now)).length
  return `${todos.length}件${late > 0 ? `、うち期日を過ぎたもの${late}件` : ''}`
}
