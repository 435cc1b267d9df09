import { paths } from '../../paths/paths.ts'
import { type Task, taskStateOf } from '../../people/tasks/tasks.ts'
import { dayOf, monthDay } from '../../platform/time.ts'
import type { Todo } from '../todo/todo.ts'

/** What was asked to be made has ended: it waits here until it was opened. */
export const taskTodos = (ended: readonly Task[]): Todo[] =>
  ended.map((task) => {
    const isDone = taskStateOf(task) === 'finished'
    return {
      subject: task.title,
      what: isDone ? 'ができました' : 'は、作れませんでした',
      detail: `${monthDay(dayOf(task.madeAt))}に頼んだもの`,
      whoseTurn: null,
      dueOn: null,
      href: paths.task(task.id),
      act: isDone ? '受けとる' : 'わけを見る',
    }
  })
