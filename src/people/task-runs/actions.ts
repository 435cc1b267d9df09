import { setImmediate as turn } from 'node:timers/promises'
import type { Db } from '../../platform/db/db.ts'
import { keep } from '../../platform/db/transaction.ts'
import { storeBytes } from '../../platform/files/files.ts'
import { keepFile } from '../../platform/files/store.ts'
import { log, plainError } from '../../platform/log/log.ts'
import { actorOfPerson } from '../sign-in/store.ts'
import type { MadeFile, Task, TaskRunner } from '../tasks/tasks.ts'
import { claimTask, linkFiles, markStopped, markTask } from './store.ts'
import { failureOf } from './task-runs.ts'

interface House {
  db: Db
  now(): Date
  runners: readonly TaskRunner[]
}

/** Tasks that this process is making now. */
const hands = new Set<string>()

/** Makes everything that waits, one after the other. Returns how many were taken up. */
export async function runTasks(house: House): Promise<number> {
  for (let made = 0; ; made += 1) if (!(await runOne(house))) return made
}

async function runOne({ db, now, runners }: House): Promise<boolean> {
  const kinds = runners.map(({ kind }) => kind)
  const task = await keep({ db }, (trx) => claimTask(trx, kinds, now()))
  if (!task) return false
  hands.add(task.id)
  try {
    await finish(db, task, await made({ db, now, runners }, task), now())
  } catch (error) {
    log.error({ error: plainError(error), task: task.id, kind: task.kind }, 'task')
    const failed = { failedAt: now().toISOString(), failure: failureOf(error) }
    await keep({ db }, (trx) => markTask(trx, task, failed))
  } finally {
    hands.delete(task.id)
  }
  return true
}

async function made({ db, now, runners }: House, task: Task): Promise<MadeFile[]> {
  const runner = runners.find(({ kind }) => kind === task.kind)
  const progress = async (done: number, outOf: number, doing: string) => {
    await keep({ db }, (trx) => markTask(trx, task, { done, outOf, doing }))
    await turn()
  }
  const at = now()
  const files =
    (await runner?.run(task, { db, now: at, actor: await actorOfPerson(db, task.personId ?? '', at), progress })) ?? []
  if (files.length === 0) throw new Error(`task ${task.kind} made nothing`)
  for (const file of files) await storeBytes(file.bytes)
  return files
}

/** Files and 「できました」 in one transaction: a half-made thing is never offered. */
const finish = (db: Db, task: Task, files: readonly MadeFile[], now: Date) =>
  keep({ db }, async (trx) => {
    const at = { finishedAt: now.toISOString(), doing: '' }
    if (!(await markTask(trx, task, at))) return
    const ids: string[] = []
    for (const file of files)
      ids.push(await keepFile(trx, { ...file, circle: 'office', about: 'tasks', personId: task.personId }, now))
    await linkFiles(trx, task.id, ids)
  })

/** Begun and not ended, and nobody here is at it: the process that made it is gone. */
export const tellStopped = ({ db, now }: Pick<House, 'db' | 'now'>) =>
  keep({ db }, (trx) => markStopped(trx, [...hands], now()))

/** Looks every `every` ms, and at once when told; returns how to tell and how to stop after the task at hand. */
export function startTaskRuns(house: House, every = 5_000): { kick(): void; stop(): Promise<void> } {
  let stopped = false
  let atWork: Promise<void> | null = null
  const look = () => {
    if (stopped || atWork) return
    atWork = tellStopped(house)
      .then(() => runTasks(house))
      .catch((error: unknown) => log.error({ error: plainError(error) }, 'tasks'))
      .then(() => {
        atWork = null
      })
  }
  const timer = setInterval(look, every).unref()
  look()
  return {
    kick: () => setImmediate(look),
    stop: async () => {
      stopped = true
      clearInterval(timer)
      await atWork
    },
  }
}
