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
  const [person, memberships] = await Promise.all([personOf(db, personId), membershipsInForce(db, personId, today(now))])
  if (!person || (person.leftOn && person.leftOn <= today(now))) return nobody
  return actorFrom(person, memberships)
}
