import type { Actor } from '../../access/actor.ts'
import { nobody } from '../../access/actor.ts'
import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import { keep } from '../../platform/db/transaction.ts'
import { today } from '../../platform/time.ts'
import { actorFrom } from '../accounts/accounts.ts'
import { membershipsInForce, personOf } from '../accounts/store.ts'
import { hashOf, newToken, SIGN_IN_HOURS } from './sign-in.ts'

interface SignInsTable {
  tokenHash: string
  id: string
  personId: string
  device: string
  address: string
  createdAt: string
  seenAt: string
  endedAt: string | null
}

declare module '../../platform/db/db.ts' {
  interface Tables {
    signIns: SignInsTable
  }
}

const SEEN_EVERY_MS = 5 * 60_000

/** Starts a sign-in and returns the token for the cookie. */
export async function startSignIn(
  db: Db,
  who: { personId: string; device: string; address: string },
  now: Date,
): Promise<string> {
  const token = newToken()
  const at = now.toISOString()
  await db
    .insertInto('signIns')
    .values({ ...who, tokenHash: hashOf(token), id: newId(), createdAt: at, seenAt: at, endedAt: null })
    .execute()
  return token
}

/** Who this cookie's token stands for: everything held today, or nobody. Marks the sign-in as seen at most every 5 minutes. */
export async function actorOfToken(db: Db, token: string | undefined, now: Date): Promise<Actor> {
  if (!token) return nobody
  const row = await db.selectFrom('signIns').selectAll().where('tokenHash', '=', hashOf(token)).executeTakeFirst()
  const silentMs = row ? now.getTime() - Date.parse(row.seenAt) : 0
  if (!row || row.endedAt || silentMs > SIGN_IN_HOURS * 3_600_000) return nobody
  if (silentMs > SEEN_EVERY_MS) {
    const set = { seenAt: now.toISOString() }
    await keep({ db }, (trx) => trx.updateTable('signIns').set(set).where('id', '=', row.id).execute())
  }
  return actorOfPerson(db, row.personId, now)
}

export async function actorOfPerson(db: Db, personId: string, now: Date): Promise<Actor> {
  const [person, memberships] = await Promise.all([
    personOf(db, personId),
    membershipsInForce(db, personId, today(now)),
  ])
  if (!person || (person.leftOn && person.leftOn <= today(now))) return nobody
  return actorFrom(person, memberships)
}

export interface SignIn {
  id: string
  personId: string
  device: string
  address: string
  createdAt: string
  seenAt: string
}

const oldestSeen = (now: Date) => new Date(now.getTime() - SIGN_IN_HOURS * 3_600_000).toISOString()

/** Sign-ins that still open doors, the latest used first. */
export const signInsOf = (db: Db, personId: string, now: Date): Promise<SignIn[]> =>
  db
    .selectFrom('signIns')
    .select(['id', 'personId', 'device', 'address', 'createdAt', 'seenAt'])
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .where('seenAt', '>=', oldestSeen(now))
    .orderBy('seenAt', 'desc')
    .orderBy('id', 'desc')
    .execute()

/** The sign-in a cookie stands for, ended or not: whose browser this is. */
export const signInOfToken = (db: Db, token: string | undefined) =>
  db
    .selectFrom('signIns')
    .select(['id', 'personId', 'endedAt'])
    .where('tokenHash', '=', hashOf(token ?? ''))
    .executeTakeFirst()

/** Ends one sign-in, or all of a person's but `exceptId`. */
export function endSignIns(db: Db, which: { personId: string; id?: string; exceptId?: string }, now: Date) {
  let query = db
    .updateTable('signIns')
    .set({ endedAt: now.toISOString() })
    .where('personId', '=', which.personId)
    .where('endedAt', 'is', null)
  if (which.id) query = query.where('id', '=', which.id)
  if (which.exceptId) query = query.where('id', '!=', which.exceptId)
  return query.execute()
}

/** Someone who has signed in from this address before is not counted with strangers behind it. */
export async function knowsAddress(db: Db, personId: string, address: string, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - 90 * 86_400_000).toISOString()
  const row = await db
    .selectFrom('signIns')
    .select('id')
    .where('personId', '=', personId)
    .where('address', '=', address)
    .where('createdAt', '>=', since)
    .executeTakeFirst()
  return row !== undefined
}

/** When somebody was here last; null: never yet. */
export async function lastSeenOf(db: Db, personId: string): Promise<string | null> {
  const row = await db
    .selectFrom('signIns')
    .select((eb) => eb.fn.max('seenAt').as('at'))
    .where('personId', '=', personId)
    .executeTakeFirst()
  return row?.at ?? null
}
