import { paths } from '../../paths/paths.ts'
import type { Db } from '../../platform/db/db.ts'
import { keep } from '../../platform/db/transaction.ts'
import { postLater } from '../../platform/mail/outbox.ts'
import { today } from '../../platform/time.ts'
import type { Call } from '../../platform/web/call.ts'
import type { SetCookie } from '../../platform/web/reply.ts'
import { foldEmail, type Person } from '../accounts/accounts.ts'
import { personByEmail } from '../accounts/store.ts'
import { insidePath } from '../doors/doors.ts'
import { makeLink, spendLink } from '../doors/store.ts'
import { isPassword } from '../passwords/passwords.ts'
import { passwordHashOf } from '../passwords/store.ts'
import { forgetTries, tryDoor } from '../tries/store.ts'
import type { LimitName } from '../tries/tries.ts'
import { signInLetter } from './mail.ts'
import { COOKIE_SECONDS, SIGN_IN_COOKIE } from './sign-in.ts'
import { endSignIns, knowsAddress, signInOfToken, startSignIn } from './store.ts'

/** The visit a sign-in begins or ends with. */
export type Visit = Pick<Call, 'ctx' | 'cookies' | 'device' | 'address'>

/** Signs the person in on this device and returns the cookie for the reply. The browser's earlier sign-in ends. */
export function signInAs(visit: Visit, personId: string, db: Db = visit.ctx.db): Promise<SetCookie> {
  const { cookies, device, address } = visit
  return keep({ db }, async (trx) => {
    await endOwn(trx, cookies[SIGN_IN_COOKIE], visit.ctx.now)
    const value = await startSignIn(trx, { personId, device, address }, visit.ctx.now)
    return { name: SIGN_IN_COOKIE, value, maxAge: COOKIE_SECONDS }
  })
}

async function endOwn(db: Db, token: string | undefined, now: Date): Promise<void> {
  const earlier = token ? await signInOfToken(db, token) : undefined
  if (earlier && !earlier.endedAt) await endSignIns(db, { personId: earlier.personId, id: earlier.id }, now)
}

export async function signOut(visit: Visit): Promise<SetCookie> {
  await keep(visit.ctx, (db) => endOwn(db, visit.cookies[SIGN_IN_COOKIE], visit.ctx.now))
  return { name: SIGN_IN_COOKIE, value: '', maxAge: 0 }
}

const present = (person: Person | undefined, now: Date): Person | null =>
  person && !(person.leftOn && person.leftOn <= today(now)) ? person : null

export type Entrance = { cookie: SetCookie } | { wait: number } | 'wrong'

/** A wrong address and a wrong password are answered alike, and take as long. */
export async function signInByPassword(visit: Visit, given: { email: string; password: string }): Promise<Entrance> {
  const { db, now } = visit.ctx
  const person = present(await personByEmail(db, given.email), now)
  const wait = await waitFor(visit, person, {
    account: 'password_account',
    address: 'password_address',
    email: given.email,
  })
  if (wait > 0) return { wait }
  const stored = person ? await passwordHashOf(db, person.id) : null
  const right = await isPassword(given.password, stored)
  if (!person || !right) return 'wrong'
  await forgetTries(db, 'password_account', foldEmail(given.email))
  return { cookie: await signInAs(visit, person.id) }
}

interface Counted {
  account: LimitName
  address: LimitName
  email: string
}

/** The account is guarded strictly; the address only against strangers, so that one desk cannot shut an office out. */
async function waitFor(visit: Visit, person: Person | null, by: Counted): Promise<number> {
  const { db, now } = visit.ctx
  const atHome = person !== null && (await knowsAddress(db, person.id, visit.address, now))
  const wait = await tryDoor(db, by.account, foldEmail(by.email), now)
  if (wait > 0 || atHome) return wait
  return tryDoor(db, by.address, visit.address, now)
}

/** Who a mail may be sent to, asked by address: nobody when unknown, left, or asked for too often. */
export async function askAtMailDoor(visit: Visit, email: string): Promise<Person | null> {
  const person = present(await personByEmail(visit.ctx.db, email), visit.ctx.now)
  const wait = await waitFor(visit, person, { account: 'mail_account', address: 'mail_address', email })
  return wait > 0 ? null : person
}

/** Mails a link to enter by, if the address belongs to somebody. The caller answers the same either way. */
export async function mailSignInLink(
  visit: Visit,
  given: { email: string; to: string; origin: string },
): Promise<void> {
  const { db, now } = visit.ctx
  const person = await askAtMailDoor(visit, given.email)
  if (!person) return
  await keep({ db }, async (trx) => {
    const purpose = { to: insidePath(given.to) }
    const token = await makeLink(trx, { kind: 'sign_in', email: person.email, personId: person.id, purpose }, now)
    await postLater(trx, signInLetter({ person, link: given.origin + paths.enter(token) }), now)
  })
}

/** Spends a sign-in link; null when somebody was quicker. */
export const signInByLink = (visit: Visit, token: string): Promise<{ cookie: SetCookie; to: string } | null> =>
  keep(visit.ctx, async (db) => {
    const link = await spendLink(db, token, 'sign_in', visit.ctx.now)
    if (!link?.personId) return null
    const to = insidePath(typeof link.purpose.to === 'string' ? link.purpose.to : undefined)
    return { cookie: await signInAs(visit, link.personId, db), to }
  })
