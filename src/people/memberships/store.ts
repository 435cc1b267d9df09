import type { Membership, Role } from '../../access/actor.ts'
import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import type { NamedMembership } from '../accounts/accounts.ts'

interface MembershipsTable {
  id: string
  personId: string
  role: string
  organisationId: string
  programmeId: string | null
  regionId: string | null
  fromOn: string
  toOn: string | null
  title: string
  createdAt: string
  endedBy: string | null
}

declare module '../../platform/db/db.ts' {
  interface Tables {
    memberships: MembershipsTable
  }
}

export interface NewMembership {
  personId: string
  role: Role
  organisationId: string
  programmeId?: string | null
  regionId?: string | null
  fromOn: string
  toOn?: string | null
  title?: string
}

export async function addMembership(db: Db, m: NewMembership, now: Date): Promise<string> {
  const id = newId()
  const bounds = { programmeId: m.programmeId ?? null, regionId: m.regionId ?? null, toOn: m.toOn ?? null }
  await db
    .insertInto('memberships')
    .values({ ...m, ...bounds, id, title: m.title ?? '', createdAt: now.toISOString(), endedBy: null })
    .execute()
  return id
}

/** Memberships in force on that day. */
export async function membershipsInForce(db: Db, personId: string, on: string): Promise<Membership[]> {
  const rows = await db
    .selectFrom('memberships')
    .select(['id', 'role', 'organisationId', 'programmeId', 'regionId', 'fromOn', 'toOn'])
    .where('personId', '=', personId)
    .where('fromOn', '<=', on)
    .where((eb) => eb.or([eb('toOn', 'is', null), eb('toOn', '>=', on)]))
    .orderBy('id')
    .execute()
  return rows as Membership[]
}

const named = (db: Db) =>
  db
    .selectFrom('memberships')
    .innerJoin('organisations', 'organisations.id', 'memberships.organisationId')
    .selectAll('memberships')
    .select('organisations.name as organisationName')

/** A person's memberships, past ones too, with the organisations' names. */
export async function membershipsOfPerson(db: Db, personId: string): Promise<NamedMembership[]> {
  const rows = await named(db).where('personId', '=', personId).orderBy('memberships.fromOn').execute()
  return rows as unknown as NamedMembership[]
}

export const endMembership = (db: Db, id: string, set: { toOn: string; endedBy: string | null }) =>
  db.updateTable('memberships').set(set).where('id', '=', id).execute()

export const endAllMemberships = (db: Db, personId: string, set: { toOn: string; endedBy: string | null }) =>
  db
    .updateTable('memberships')
    .set(set)
    .where('personId', '=', personId)
    .where((eb) => eb.or([eb('toOn', 'is', null), eb('toOn', '>', set.toOn)]))
    .execute()

/** Memberships of several people in force on that day, with the organisations' names: one query for a page of people. */
export async function membershipsOfPeople(
  db: Db,
  personIds: readonly string[],
  on: string,
): Promise<NamedMembership[]> {
  if (personIds.length === 0) return []
  const rows = await named(db)
    .where('personId', 'in', [...personIds])
    .where('fromOn', '<=', on)
    .where((eb) => eb.or([eb('toOn', 'is', null), eb('toOn', '>=', on)]))
    .orderBy('memberships.id')
    .execute()
  return rows as unknown as NamedMembership[]
}
