import type { Actor } from '../../access/actor.ts'
import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import { type Observation, prefecturesOf, type Readers } from './observations.ts'

declare module '../../platform/db/db.ts' {
  interface Tables {
    observations: Omit<Observation, 'readers'> & { readers: string }
  }
}

/** Every note the actor may read: the own ones, the own prefecture's, and for a secretariat what was shared with it. */
export async function observationsReadBy(db: Db, actor: Actor): Promise<Observation[]> {
  const owners = actor.memberships.filter((m) => m.role === 'secretariat')
  const rows = await db
    .selectFrom('observations as o')
    .innerJoin('regions as r', 'r.id', 'o.regionId')
    .innerJoin('programmes as p', 'p.id', 'r.programmeId')
    .selectAll('o')
    .where((eb) =>
      eb.or([
        eb('o.personId', '=', actor.personId ?? ''),
        eb.and([
          eb('o.prefectureId', 'in', [...prefecturesOf(actor), '']),
          eb('o.readers', 'in', ['prefecture', 'office']),
        ]),
        eb.and([
          eb('o.readers', '=', 'office'),
          eb.or([
            ...owners.map((m) =>
              m.programmeId
                ? eb.and([eb('p.ownerId', '=', m.organisationId), eb('p.id', '=', m.programmeId)])
                : eb('p.ownerId', '=', m.organisationId),
            ),
            eb('o.id', '=', ''),
          ]),
        ]),
      ]),
    )
    .orderBy('r.sortCode')
    .orderBy('o.id')
    .execute()
  return rows.map((row) => ({ ...row, readers: row.readers as Readers }))
}

type Words = Pick<Observation, 'learned' | 'usable' | 'prefectureCan' | 'readers'>

export const addObservation = (db: Db, given: Omit<Observation, 'id' | 'writtenAt' | 'changedAt'>, now: Date) =>
  db
    .insertInto('observations')
    .values({ ...given, id: newId(), writtenAt: now.toISOString(), changedAt: null })
    .execute()

export const setObservation = (db: Db, id: string, words: Words, now: Date) =>
  db
    .updateTable('observations')
    .set({ ...words, changedAt: now.toISOString() })
    .where('id', '=', id)
    .execute()

/** Labels of the meetings that notes belong to. */
export async function meetingLabels(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('meetings')
    .select(['id', 'label'])
    .where('id', 'in', [...ids, ''])
    .execute()
  return new Map(rows.map((row) => [row.id, row.label]))
}

/** Names of regions and offices that notes belong to. */
export async function namesOf(db: Db, observations: readonly Observation[]) {
  const regions = await db
    .selectFrom('regions')
    .select(['id', 'name'])
    .where('id', 'in', [...observations.map((o) => o.regionId), ''])
    .execute()
  const offices = await db
    .selectFrom('organisations')
    .select(['id', 'name'])
    .where('id', 'in', [...observations.flatMap((o) => [o.organisationId, o.prefectureId ?? '']), ''])
    .execute()
  return new Map([...regions, ...offices].map((row) => [row.id, row.name]))
}
