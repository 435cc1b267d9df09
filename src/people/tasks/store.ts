import type { Actor } from '../../access/actor.ts'
import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import type { Task, TaskFile } from './tasks.ts'

export interface TasksTable extends Omit<Task, 'data' | 'back'> {
  /** Roles held by who asked: only while they are all in force is the task shown to that person. */
  askedAsJson: string
  dataJson: string
  backJson: string | null
}

declare module '../../platform/db/db.ts' {
  interface Tables {
    tasks: TasksTable
    taskFiles: { id: string; taskId: string; fileId: string; position: number }
  }
}

export const taskFrom = ({ dataJson, backJson, askedAsJson: _, ...row }: TasksTable): Task => ({
  ...row,
  data: JSON.parse(dataJson),
  back: backJson ? (JSON.parse(backJson) as Task['back']) : null,
})

export type NewTask = Pick<Task, 'kind' | 'title'> & {
  programmeId?: string | null
  regionId?: string | null
  data: unknown
  back?: Task['back']
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
      backJson: given.back ? JSON.stringify(given.back) : null,
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
