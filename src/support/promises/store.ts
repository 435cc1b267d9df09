import type { Insertable, Selectable } from 'kysely'
import type { Circle } from '../../access/circles.ts'
import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import type { OwnerRole } from '../owners/owners.ts'
import type { Agreed, HomeworkState, PromiseState, PromiseType, Side, Touch } from './promises.ts'

type Kept = 'regionId' | 'meetingId' | 'text' | 'owner' | 'dueOn' | 'dueText' | 'betweenFrom' | 'betweenTo' | 'heldOn'
type KeptToo = 'createdAt' | 'createdBy' | 'doneAt' | 'doneBy' | 'homeworkWhy' | 'waivedAt' | 'waivedBy' | 'waiveReason'

export interface PromisesTable extends Pick<Agreed, 'id' | Kept | KeptToo | 'withWhom' | 'learned'> {
  bundleKey: string | null
  type: string
  side: string
  ownerRole: string | null
  status: string
  circle: string
  touchesJson: string
  isEvidence: number
  inferred: number
  restJson: string
  position: number
}

declare module '../../platform/db/db.ts' {
  interface Tables {
    promises: PromisesTable
  }
}

interface LastHandIn {
  handedAt: string | null
  handAnswer: string | null
}

function homeworkStateOf(row: PromisesTable & LastHandIn): HomeworkState | null {
  if (row.homeworkWhy === null) return null
  if (row.waivedAt) return 'waived'
  if (row.handAnswer === 'accepted' || row.status === 'done') return 'accepted'
  if (row.handAnswer === 'returned') return 'returned'
  return row.handedAt ? 'handed' : 'asked'
}

/** An imported record may hold anything here. */
const touchesFrom = (json: string): Touch[] =>
  (json === '[]' ? [] : (JSON.parse(json) as unknown[])).flatMap((one) => {
    const { label, ref } = (one ?? {}) as Record<string, unknown>
    return typeof label === 'string' ? [{ label, ref: typeof ref === 'string' ? ref : null }] : []
  })

function promiseFrom(row: PromisesTable & LastHandIn): Agreed {
  const { bundleKey: _, restJson: __, position: ___, touchesJson, handedAt: ____, handAnswer: _____, ...rest } = row
  return {
    ...rest,
    type: row.type as PromiseType,
    side: row.side as Side,
    ownerRole: row.ownerRole as OwnerRole | null,
    status: row.status as PromiseState,
    circle: row.circle as Circle,
    inferred: row.inferred === 1,
    isEvidence: row.isEvidence === 1,
    touches: touchesFrom(touchesJson),
    homework: homeworkStateOf(row),
  }
}

/** Promises of many regions in their reader's circles, each with its latest hand-in, by region, then due day: one query. */
export async function promisesOfRegions(
  db: Db,
  regionIds: readonly string[],
  circles: readonly Circle[],
): Promise<Agreed[]> {
  if (regionIds.length === 0 || circles.length === 0) return []
  const rows = await db
    .selectFrom('promises')
    .leftJoin('handIns', (join) =>
      join.onRef('handIns.promiseId', '=', 'promises.id').on('handIns.number', '=', (eb) =>
        eb
          .selectFrom('handIns as last')
          .select((e) => e.fn.max('last.number').as('number'))
          .whereRef('last.promiseId', '=', 'promises.id'),
      ),
    )
    .selectAll('promises')
    .select(['handIns.submittedAt as handedAt', 'handIns.answer as handAnswer'])
    .where('promises.regionId', 'in', [...regionIds])
    .where('promises.circle', 'in', [...circles])
    .orderBy('promises.regionId')
    .orderBy('promises.dueOn', (order) => order.asc().nullsLast())
    .orderBy('promises.position')
    .orderBy('promises.id')
    .execute()
  return rows.map((row) => promiseFrom(row as Selectable<PromisesTable> & LastHandIn))
}

export const promisesOfRegion = (db: Db, regionId: string, circles: readonly Circle[]): Promise<Agreed[]> =>
  promisesOfRegions(db, [regionId], circles)

export type NewPromise = Pick<
  Agreed,
  'regionId' | 'meetingId' | 'text' | 'side' | 'owner' | 'dueOn' | 'dueText' | 'circle'
> & {
  type?: PromiseType
  ownerRole?: OwnerRole | null
  betweenFrom?: string | null
  homeworkWhy?: string | null
  createdBy: string | null
  position?: number
}

export async function addPromise(db: Db, given: NewPromise, now: Date): Promise<string> {
  const id = newId()
  const open = { status: 'todo', heldOn: null, doneAt: null, doneBy: null, betweenTo: null, bundleKey: null }
  const blank = { inferred: 0, restJson: '{}', withWhom: '', learned: '', touchesJson: '[]', isEvidence: 0 }
  const notWaived = { waivedAt: null, waivedBy: null, waiveReason: null }
  const usual = { type: 'do', position: 0, betweenFrom: null, ownerRole: null, homeworkWhy: null }
  const row = { ...usual, ...given, ...open, ...blank, ...notWaived, id, createdAt: now.toISOString() }
  await db.insertInto('promises').values(row).execute()
  return id
}

export type PromiseChanges = Partial<
  Omit<Insertable<PromisesTable>, 'id' | 'regionId' | 'touchesJson' | 'isEvidence'> &
    Pick<Agreed, 'touches' | 'isEvidence'>
>

export async function markPromise(db: Db, id: string, given: PromiseChanges): Promise<void> {
  const { touches, isEvidence, ...set } = given
  const json = touches ? { touchesJson: JSON.stringify(touches) } : {}
  const flag = isEvidence === undefined ? {} : { isEvidence: isEvidence ? 1 : 0 }
  await db
    .updateTable('promises')
    .set({ ...set, ...json, ...flag })
    .where('id', '=', id)
    .execute()
}
