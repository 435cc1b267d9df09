import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import type { Answer, Consent, ConsentKind, Way } from './consents.ts'

declare module '../../platform/db/db.ts' {
  interface Tables {
    consents: Omit<Consent, 'kind' | 'answer' | 'way'> & { kind: string; answer: string; way: string }
  }
}

/** Every answer of these regions, oldest first. */
export async function consentsOf(db: Db, regionIds: readonly string[]): Promise<Consent[]> {
  if (regionIds.length === 0) return []
  const rows = await db
    .selectFrom('consents')
    .selectAll()
    .where('regionId', 'in', [...regionIds])
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...row,
    kind: row.kind as ConsentKind,
    answer: row.answer as Answer,
    way: row.way as Way,
  }))
}

export type NewConsent = Omit<Consent, 'id' | 'createdAt'>

export async function addConsent(db: Db, consent: NewConsent, now: Date): Promise<string> {
  const id = newId()
  await db
    .insertInto('consents')
    .values({ ...consent, id, createdAt: now.toISOString() })
    .execute()
  return id
}

export interface Correspondent {
  organisationId: string
  personId: string | null
  name: string
  email: string
}

const peopleAt = (db: Db, organisationIds: readonly string[], roles: readonly string[], today: string) =>
  db
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.personId')
    .select(['people.id as personId', 'people.name', 'people.email', 'memberships.organisationId'])
    .distinct()
    .where('memberships.organisationId', 'in', [...organisationIds])
    .where('memberships.role', 'in', [...roles])
    .where('memberships.regionId', 'is', null)
    .where('memberships.fromOn', '<=', today)
    .where((eb) => eb.or([eb('memberships.toOn', 'is', null), eb('memberships.toOn', '>=', today)]))
    .where('people.leftOn', 'is', null)
    .orderBy('people.kana')
    .execute()

/** Whom to write to: people of these organisations today, or an organisation's shared mailbox where nobody is known. */
export async function correspondentsOf(
  db: Db,
  organisationIds: readonly string[],
  today: string,
): Promise<Correspondent[]> {
  if (organisationIds.length === 0) return []
  const people = await peopleAt(db, organisationIds, ['municipality', 'prefecture'], today)
  const known = new Set(people.map((p) => p.organisationId))
  const mailboxes = await db
    .selectFrom('organisations')
    .select(['id', 'name', 'mailbox'])
    .where('id', 'in', [...organisationIds])
    .where('mailbox', 'is not', null)
    .execute()
  const offices = mailboxes
    .filter((o) => !known.has(o.id) && o.mailbox)
    .map((o) => ({ organisationId: o.id, personId: null, name: `${o.name} ご担当者`, email: o.mailbox ?? '' }))
  return [...people, ...offices]
}

/** People of the secretariat that owns a programme, today. */
export const secretariatOf = (db: Db, ownerId: string, today: string): Promise<Correspondent[]> =>
  peopleAt(db, [ownerId], ['secretariat'], today)
