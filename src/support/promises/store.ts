import type { Circle } from '../../access/circles.ts'
import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import type { Agreed, PromiseState, PromiseType, Side } from './promises.ts'

export interface PromisesTable {
  id: string
  regionId: string
  meetingId: string | null
  bundleKey: string | null
  text: string
  type: string
  side: string
  owner: string
  dueOn: string | null
  dueText: string | null
  betweenFrom: string | null
  betweenTo: string | null
  status: string
  heldOn: string | null
  circle: string
  createdAt: string
  createdBy: string | null
  doneAt: string | null
  inferred: number
  restJson: string
  position: number
}

declare module '../../platform/db/db.ts' {
  interface Tables {
    promises: PromisesTable
  }
}

function promiseFrom(row: PromisesTable): Agreed {
  const { bundleKey: _, restJson: __, position: ___, ...rest } = row
  return {
    ...rest,
    type: row.type as PromiseType,
    side: row.side as Side,
    status: row.status as PromiseState,
    circle: row.circle as Circle,
    inferred: row.inferred === 1,
  }
}

/** Promises of many regions in their reader's circles, by region, then due day: one query. */
export async function promisesOfRegions(
  db: Db,
  regionIds: readonly string[],
  circles: readonly Circle[],
): Promise<Agreed[]> {
  if (regionIds.length === 0 || circles.length === 0) return []
  const rows = await db
    .selectFrom('promises')
    .selectAll()
    .where('regionId', 'in', [...regionIds])
    .where('circle', 'in', [...circles])
    .orderBy('regionId')
    .orderBy('dueOn', (order) => order.asc().nullsLast())
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(promiseFrom)
}

export const promisesOfRegion = (db: Db, regionId: string, circles: readonly Circle[]): Promise<Agreed[]> =>
  promisesOfRegions(db, [regionId], circles)

export type NewPromise = Pick<
  Agreed,
  'regionId' | 'meetingId' | 'text' | 'side' | 'owner' | 'dueOn' | 'dueText' | 'circle'
> & {
  type?: PromiseType
  betweenFrom?: string | null
  createdBy: string | null
  position?: number
}

export async function addPromise(db: Db, given: NewPromise, now: Date): Promise<string> {
  const id = newId()
  const open = {
    status: 'todo',
    heldOn: null,
    doneAt: null,
    betweenTo: null,
    bundleKey: null,
    inferred: 0,
    restJson: '{}',
  }
  const usual = { type: 'do', position: 0, betweenFrom: null }
  await db
    .insertInto('promises')
    .values({ ...usual, ...given, ...open, id, createdAt: now.toISOString() })
    .execute()
  return id
}

export async function markPromise(
  db: Db,
  id: string,
  set: { status: PromiseState; heldOn: string | null; doneAt: string | null },
) {
  await db.updateTable('promises').set(set).where('id', '=', id).execute()
}
