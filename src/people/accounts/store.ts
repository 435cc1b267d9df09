import type { Membership, Role } from '../../access/actor.ts'
import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import { foldEmail, type NamedMembership, type Person } from './accounts.ts'

interface PeopleTable {
  id: string
  name: string
  kana: string
  email: string
  passwordHash: string | null
  isAdministrator: number
  createdAt: string
  leftOn: string | null
  section: string
  telephone: string
  seenHomeAt: string | null
}

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
    people: PeopleTable
    memberships: MembershipsTable
  }
}

const COLUMNS = ['id', 'name', 'kana', 'email', 'isAdministrator', 'section', 'telephone', 'leftOn'] as const

const personFrom = (row: Pick<PeopleTable, (typeof COLUMNS)[number]>): Person => ({
  ...row,
  isAdministrator: row.isAdministrator === 1,
})

export interface NewPerson {
  name: string
  email: string
  kana?: string
  section?: string
  telephone?: string
  isAdministrator?: boolean
}

export async function addPerson(db: Db, person: NewPerson, now: Date): Promise<string> {
  const id = newId()
  await db
    .insertInto('people')
    .values({
      id,
      name: person.name,
      kana: person.kana ?? '',
      email: foldEmail(person.email),
      passwordHash: null,
      isAdministrator: person.isAdministrator ? 1 : 0,
      createdAt: now.toISOString(),
      leftOn: null,
      section: person.section ?? '',
      telephone: person.telephone ?? '',
      seenHomeAt: null,
    })
    .execute()
  return id
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

export async function personOf(db: Db, id: string): Promise<Person | undefined> {
  const row = await db.selectFrom('people').select(COLUMNS).where('id', '=', id).executeTakeFirst()
  return row && personFrom(row)
}

export async function personByEmail(db: Db, email: string): Promise<Person | undefined> {
  const row = await db.selectFrom('people').select(COLUMNS).where('email', '=', foldEmail(email)).executeTakeFirst()
  return row && personFrom(row)
}

export const countPeople = async (db: Db): Promise<number> =>
  Number(
    (
      await db
        .selectFrom('people')
        .select((eb) => eb.fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  )

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

export type PersonChange = Partial<Pick<PeopleTable, 'name' | 'kana' | 'section' | 'telephone' | 'leftOn' | 'isAdministrator'>>

export const updatePerson = (db: Db, id: string, set: PersonChange) =>
  db.updateTable('people').set(set).where('id', '=', id).execute()
