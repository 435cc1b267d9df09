import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import { correspondentsOf, type Correspondent as Recipient } from '../consents/store.ts'
import type { Region } from '../regions/regions.ts'
import type { Decision } from './decisions.ts'

declare module '../../platform/db/db.ts' {
  interface Tables {
    decisions: {
      id: string
      regionId: string
      selected: number
      reason: string
      warningReason: string
      decidedAt: string
      decidedBy: string
      reversesId: string | null
      announcedAt: string | null
    }
  }
}

export async function decisionsOf(db: Db, regionIds: readonly string[]): Promise<Decision[]> {
  if (regionIds.length === 0) return []
  const rows = await db
    .selectFrom('decisions')
    .selectAll()
    .where('regionId', 'in', [...regionIds])
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, selected: row.selected === 1 }))
}

export type NewDecision = Omit<Decision, 'id' | 'announcedAt'>

export async function addDecision(db: Db, decision: NewDecision): Promise<string> {
  const id = newId()
  const selected = decision.selected ? 1 : 0
  await db
    .insertInto('decisions')
    .values({ ...decision, id, selected, announcedAt: null })
    .execute()
  return id
}

/** Decisions nobody has been told of are replaced by a new round of deciding; announced ones stand for ever. */
export const dropWaiting = (db: Db, regionIds: readonly string[]) =>
  db
    .deleteFrom('decisions')
    .where('regionId', 'in', [...regionIds, ''])
    .where('announcedAt', 'is', null)
    .execute()

export const markAnnounced = (db: Db, ids: readonly string[], now: Date) =>
  db
    .updateTable('decisions')
    .set({ announcedAt: now.toISOString() })
    .where('id', 'in', [...ids])
    .where('announcedAt', 'is', null)
    .execute()

/** People of the applying organisations and of their prefectures today, for all regions in two queries. */
export async function recipientsOf(
  db: Db,
  regions: readonly Region[],
  today: string,
): Promise<Map<string, Recipient[]>> {
  const organisationsOf = (r: Region) => [...r.applicantIds, ...(r.prefectureId ? [r.prefectureId] : [])]
  const people = await correspondentsOf(db, [...new Set(regions.flatMap(organisationsOf))], today)
  return new Map(
    regions.map((r) => {
      const own = people.filter((p) => organisationsOf(r).includes(p.organisationId))
      return [r.id, [...new Map(own.map((p) => [p.email, p])).values()]]
    }),
  )
}
