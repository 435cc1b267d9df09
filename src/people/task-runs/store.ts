import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import { type TasksTable, taskFrom } from '../tasks/store.ts'
import { STOPPED, type Task } from '../tasks/tasks.ts'

/** Takes the task that has waited longest, so that nobody else makes it. */
export async function claimTask(db: Db, kinds: readonly string[], now: Date): Promise<Task | undefined> {
  const next = db
    .selectFrom('tasks')
    .select('id')
    .where('startedAt', 'is', null)
    .where('finishedAt', 'is', null)
    .where('failedAt', 'is', null)
    .where('kind', 'in', [...kinds, ''])
    .orderBy('madeAt')
    .orderBy('id')
    .limit(1)
  const claimed = db.updateTable('tasks').set({ startedAt: now.toISOString() })
  const row = await claimed.where('id', '=', next).returningAll().executeTakeFirst()
  return row && taskFrom(row)
}

type TaskChange = Partial<Omit<TasksTable, 'id'>>

/** Only the run that holds the task may mark it; false when it was given up meanwhile. */
export async function markTask(db: Db, { id, attempt }: Task, set: TaskChange): Promise<boolean> {
  const held = db.updateTable('tasks').set(set).where('id', '=', id).where('attempt', '=', attempt)
  const open = held.where('startedAt', 'is not', null).where('failedAt', 'is', null).where('finishedAt', 'is', null)
  return Number((await open.executeTakeFirst()).numUpdatedRows) === 1
}

export async function linkFiles(db: Db, taskId: string, fileIds: readonly string[]): Promise<void> {
  for (const [position, fileId] of fileIds.entries())
    await db.insertInto('taskFiles').values({ id: newId(), taskId, fileId, position }).execute()
}

/** Begun by a process that is no more. Those in `hands` are at work here and now. */
export async function markStopped(db: Db, hands: readonly string[], now: Date): Promise<void> {
  await db
    .updateTable('tasks')
    .set({ failedAt: now.toISOString(), failure: STOPPED })
    .where('startedAt', 'is not', null)
    .where('finishedAt', 'is', null)
    .where('failedAt', 'is', null)
    .where('id', 'not in', [...hands, ''])
    .execute()
}
