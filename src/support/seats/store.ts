import type { Db } from '../../platform/db/db.ts'

/** Somebody who reads as a WG member of the year today. */
export interface RoleHolder {
  personId: string
  membershipId: string
  name: string
  kana: string
  title: string
  organisation: string
}

export async function roleHolders(db: Db, programmeId: string, on: string): Promise<RoleHolder[]> {
  return db
    .selectFrom('memberships as m')
    .innerJoin('people as p', 'p.id', 'm.personId')
    .innerJoin('organisations as o', 'o.id', 'm.organisationId')
    .select(['p.id as personId', 'm.id as membershipId', 'p.name', 'p.kana', 'm.title', 'o.name as organisation'])
    .where('m.role', '=', 'wg_member')
    .where('m.programmeId', '=', programmeId)
    .where('p.leftOn', 'is', null)
    .where((eb) => eb.or([eb('m.toOn', 'is', null), eb('m.toOn', '>=', on)]))
    .orderBy('p.kana')
    .orderBy('m.id', 'desc')
    .execute()
}
