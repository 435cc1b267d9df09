import { paths } from '../../paths/paths.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { keep } from '../../platform/db/transaction.ts'
import { postLater } from '../../platform/mail/outbox.ts'
import { Problem } from '../../platform/web/problem.ts'
import type { SetCookie } from '../../platform/web/reply.ts'
import type { Person } from '../accounts/accounts.ts'
import { personOf } from '../accounts/store.ts'
import { makeLink, revokeLinks, spendLink } from '../doors/store.ts'
import { askAtMailDoor, signInAs, type Visit } from '../sign-in/actions.ts'
import { endSignIns } from '../sign-in/store.ts'
import { changedLetter, resetLetter } from './mail.ts'
import { hashPassword } from './passwords.ts'
import { setPasswordHash } from './store.ts'

/** Mails a link to set a new password by, if the address belongs to somebody. The caller answers the same either way. */
export async function mailResetLink(visit: Visit, given: { email: string; origin: string }): Promise<void> {
  const { db, now } = visit.ctx
  const person = await askAtMailDoor(visit, given.email)
  if (!person) return
  await keep({ db }, async (trx) => {
    const token = await makeLink(trx, { kind: 'password', email: person.email, personId: person.id }, now)
    await postLater(trx, resetLetter({ person, link: given.origin + paths.resetPassword(token) }), now)
  })
}

export interface NewPassword {
  person: Person
  password: string
  signInUrl: string
}

/** Sets the password by a mailed link, ends every sign-in and every key sent before, and signs in here. */
export async function resetPassword(visit: Visit, token: string, given: NewPassword): Promise<SetCookie> {
  const passwordHash = await hashPassword(given.password)
  const { now } = visit.ctx
  return keep(visit.ctx, async (db) => {
    const link = await spendLink(db, token, 'password', now)
    if (!link) throw new Problem('gone', 'このリンクは、もう使われています')
    await store({ ...visit.ctx, db }, given, passwordHash)
    await endSignIns(db, { personId: given.person.id }, now)
    return signInAs(visit, given.person.id, db)
  })
}

/** Sets the password of somebody who is signed in; the other sign-ins end. */
export async function changePassword(ctx: Ctx, signInId: string | undefined, given: NewPassword): Promise<void> {
  const passwordHash = await hashPassword(given.password)
  await keep(ctx, async (db) => {
    await store({ ...ctx, db }, given, passwordHash)
    await endSignIns(db, { personId: given.person.id, ...(signInId && { exceptId: signInId }) }, ctx.now)
  })
}

async function store({ db, now }: Ctx, given: NewPassword, passwordHash: string): Promise<void> {
  await setPasswordHash(db, given.person.id, passwordHash)
  await revokeLinks(db, { personId: given.person.id, kinds: ['sign_in', 'password', 'invitation'] }, now)
  await postLater(db, changedLetter(given.person, given.signInUrl), now)
}

export async function ownerOf(ctx: Ctx, personId: string | null): Promise<Person> {
  const person = personId ? await personOf(ctx.db, personId) : undefined
  if (!person) throw new Problem('gone', 'このリンクの持ち主は、もう登録されていません')
  return person
}
