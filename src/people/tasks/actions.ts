import type { Circle } from '../../access/circles.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { keep } from '../../platform/db/transaction.ts'
import { Problem } from '../../platform/web/problem.ts'
import { change, type Log } from '../history/actions.ts'
import type { Sentences } from '../history/history.ts'
import { addTask, markAgain, markOpened, type NewTask } from './store.ts'
import { isUnderWay, type Task } from './tasks.ts'

declare module '../history/history.ts' {
  interface Happenings {
    task_started: { title: string; again: boolean }
  }
}

export const taskHappenings = {
  task_started: (h) =>
    `${h.actorName}さんが「${h.details.title}」を${h.details.again ? 'もう一度' : ''}作りはじめました`,
} satisfies Sentences<'task_started'>

let wake: () => void = () => undefined

/** Said by main.ts: who is woken when there is something to make. */
export function onTask(listener: () => void): void {
  wake = listener
}

/** Puts a task in the line; what makes it is known by its kind. `circle`: who reads the line of history. */
export const startTask = (ctx: Ctx, given: NewTask & { circle?: Circle }): Promise<string> =>
  change(ctx, async (db, log, after) => {
    const id = await addTask(db, ctx.actor, given, ctx.now)
    await logStart(log, given, false)
    after(() => wake())
    return id
  })

type Logged = { title: string; programmeId?: string | null; regionId?: string | null; circle?: Circle }

const logStart = (log: Log, given: Logged, again: boolean) =>
  log({
    kind: 'task_started',
    programmeId: given.programmeId ?? null,
    regionId: given.regionId ?? null,
    circle: given.circle ?? 'office',
    details: { title: given.title, again },
  })

/** もう一度作る: the same order, from the beginning. */
export const startAgain = (ctx: Ctx, task: Task): Promise<void> =>
  change(ctx, async (db, log, after) => {
    if (!(await markAgain(db, task))) throw new Problem('conflict', 'もう作りはじめています。しばらくお待ちください')
    await logStart(log, task, true)
    after(() => wake())
  })

/** The person who asked has looked at how it ended. */
export async function noteOpened(ctx: Ctx, task: Task): Promise<void> {
  if (task.openedAt || isUnderWay(task) || task.personId !== ctx.actor.personId) return
  await keep(ctx, (db) => markOpened(db, task.id, ctx.now))
}
