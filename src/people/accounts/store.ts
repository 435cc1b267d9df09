import { type SqlBool, sql } from 'kysely'
import type { Role } from '../../access/actor.ts'
import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import { foldEmail, type Person } from './accounts.ts'

export { addMembership, membershipsInForce, membershipsOfPerson, type NewMembership } from '../memberships/store.ts'

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
  visitedBeforeAt: string | null
}

declare module '../../platform/db/db.ts' {
  interface Tables {
    people: PeopleTable
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

const NOT_YET = { passwordHash: null, leftOn: null, seenHomeAt: null, visitedBeforeAt: null }

export async function addPerson(db: Db, person: NewPerson, now: Date): Promise<string> {
  const id = newId()
  await db
    .insertInto('people')
    .values({
      ...NOT_YET,
      id,
      name: person.name,
      kana: person.kana ?? '',
      email: foldEmail(person.email),
      isAdministrator: person.isAdministrator ? 1 : 0,
      createdAt: now.toISOString(),
      section: person.section ?? '',
      telephone: person.telephone ?? '',
    })
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

export type PersonChange = Partial<
  Pick<PeopleTable, 'name' | 'kana' | 'section' | 'telephone' | 'leftOn' | 'isAdministrator'>
>

export const updatePerson = (db: Db, id: string, set: PersonChange) =>
  db.updateTable('people').set(set).where('id', '=', id).execute()

export const countAdministrators = async (db: Db): Promise<number> => {
  const rows = await db
    .selectFrom('people')
    .select('id')
    .where('isAdministrator', '=', 1)
    .where('leftOn', 'is', null)
    .execute()
  return rows.length
}

export interface PeopleSearch {
  words: readonly string[]
  role: Role | null
  left: boolean
  on: string
  limit: number
  offset: number
}

/** The typed word anywhere in the name (with or without its space), the kana or the address. */
const contains = (word: string) => {
  const like = `%${word.replace(/[!%_]/g, '!$&')}%`
  return sql<SqlBool>`(replace(people.name, ' ', '') like ${like} escape '!' or people.kana like ${like} escape '!' or people.email like ${like} escape '!')`
}

const found = (db: Db, search: PeopleSearch) =>
  db
    .selectFrom('people')
    .where('leftOn', search.left ? 'is not' : 'is', null)
    .where((eb) => eb.and(search.words.map(contains)))
    .$if(search.role !== null, (query) =>
      query.where('people.id', 'in', (eb) =>
        eb
          .selectFrom('memberships')
          .select('memberships.personId')
          .where('memberships.role', '=', search.role ?? '')
          .where('memberships.fromOn', '<=', search.on)
          .where((is) => is.or([is('memberships.toOn', 'is', null), is('memberships.toOn', '>=', search.on)])),
      ),
    )

/** By kana; whoever has none comes by name after them. */
export async function searchPeople(db: Db, search: PeopleSearch): Promise<{ rows: Person[]; count: number }> {
  const { n } = await found(db, search)
    .select((eb) => eb.fn.countAll().as('n'))
    .executeTakeFirstOrThrow()
  const rows = await found(db, search)
    .select(COLUMNS)
    .orderBy((eb) => eb.case().when('kana', '=', '').then(1).else(0).end())
    .orderBy('kana')
    .orderBy('name')
    .orderBy('id')
    .limit(search.limit)
    .offset(search.offset)
    .execute()
  return { rows: rows.map(personFrom), count: Number(n) }
}
