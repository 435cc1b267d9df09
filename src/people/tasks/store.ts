import type { Actor } from '../../access/actor.ts'
import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import { STOPPED, type Task, type TaskFile } from './tasks.ts'

interface TasksTable extends Omit<Task, 'data'> {
  /** Roles held by who asked: only while they are all in force is the task shown to that person. */
  askedAsJson: string
  dataJson: string
}

declare module '../../platform/db/db.ts' {
  interface Tables {
    tasks: TasksTable
    taskFiles: { id: string; taskId: string; fileId: string; position: number }
  }
}

const taskFrom = ({ dataJson, askedAsJson: _, ...row }: TasksTable): Task => ({ ...row, data: JSON.parse(dataJson) })

export type NewTask = Pick<Task, 'kind' | 'title'> & {
  programmeId?: string | null
  regionId?: string | null
  data: unknown
}

export async function addTask(db: Db, actor: Actor, given: NewTask, now: Date): Promise<string> {
  const id = newId()
  await db
    .insertInto('tasks')
    .values({
      id,
      kind: given.kind,
      title: given.title,
      programmeId: given.programmeId ?? null,
      regionId: given.regionId ?? null,
      personId: actor.personId,
      personName: actor.name,
      askedAsJson: JSON.stringify(actor.memberships.map((m) => m.id)),
      dataJson: JSON.stringify(given.data ?? null),
      attempt: 1,
      madeAt: now.toISOString(),
      done: 0,
      outOf: 0,
      doing: '',
    } as TasksTable)
    .execute()
  return id
}

const asksStill = (actor: Actor, row: TasksTable): boolean =>
  row.personId !== null &&
  row.personId === actor.personId &&
  (JSON.parse(row.askedAsJson) as string[]).every((id) => actor.memberships.some((m) => m.id === id))

/** Who asked (while the roles it was asked in are held), and who runs the programme it is about. */
export async function taskSeen(db: Db, actor: Actor, id: string): Promise<Task | undefined> {
  const row = await db.selectFrom('tasks').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  if (asksStill(actor, row)) return taskFrom(row)
  const run = actor.memberships.filter((m) => m.role === 'secretariat')
  const owner = await db
    .selectFrom('programmes')
    .select(['programmes.id', 'programmes.ownerId'])
    .where((eb) =>
      eb.or([
        eb('programmes.id', '=', row.programmeId ?? ''),
        eb(
          'programmes.id',
          'in',
          eb
            .selectFrom('regions')
            .select('programmeId')
            .where('id', '=', row.regionId ?? ''),
        ),
      ]),
    )
    .executeTakeFirst()
  const runs = run.some((m) => m.organisationId === owner?.ownerId && [null, owner.id].includes(m.programmeId))
  return runs ? taskFrom(row) : undefined
}

/** One's own, newest first. */
export async function tasksOf(db: Db, actor: Actor, limit = 50): Promise<Task[]> {
  const rows = await db
    .selectFrom('tasks')
    .selectAll()
    .where('personId', '=', actor.personId ?? '')
    .orderBy('madeAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.filter((row) => asksStill(actor, row)).map(taskFrom)
}

/** Ended, and not looked at yet: for the home list. */
export async function endedTasks(db: Db, actor: Actor): Promise<Task[]> {
  const rows = await db
    .selectFrom('tasks')
    .selectAll()
    .where('personId', '=', actor.personId ?? '')
    .where('openedAt', 'is', null)
    .where((eb) => eb.or([eb('finishedAt', 'is not', null), eb('failedAt', 'is not', null)]))
    .orderBy('id')
    .execute()
  return rows.filter((row) => asksStill(actor, row)).map(taskFrom)
}

/** The latest tasks of one kind in a programme, for the page they are started from. */
export async function tasksOfKind(db: Db, programmeId: string, kind: string, limit = 200): Promise<Task[]> {
  const query = db.selectFrom('tasks').selectAll().where('programmeId', '=', programmeId).where('kind', '=', kind)
  return (await query.orderBy('id', 'desc').limit(limit).execute()).map(taskFrom)
}

export const filesOfTasks = (db: Db, taskIds: readonly string[]): Promise<(TaskFile & { taskId: string })[]> =>
  db
    .selectFrom('taskFiles as t')
    .innerJoin('files as f', 'f.id', 't.fileId')
    .select(['t.taskId', 't.fileId', 'f.name', 'f.bytes'])
    .where('t.taskId', 'in', [...taskIds, ''])
    .orderBy('t.taskId')
    .orderBy('t.position')
    .execute()

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

/** Back to the beginning, with the next number. */
export async function markAgain(db: Db, { id, attempt }: Task): Promise<boolean> {
  const fresh = { attempt: attempt + 1, startedAt: null, failedAt: null, failure: null, openedAt: null }
  const again = db.updateTable('tasks').set({ ...fresh, done: 0, outOf: 0, doing: '' })
  const failed = again.where('id', '=', id).where('attempt', '=', attempt).where('failedAt', 'is not', null)
  return Number((await failed.executeTakeFirst()).numUpdatedRows) === 1
}

export const markOpened = (db: Db, id: string, now: Date) =>
  db
    .updateTable('tasks')
    .set({ openedAt: now.toISOString() })
    .where('id', '=', id)
    .where('openedAt', 'is', null)
    .execute()
