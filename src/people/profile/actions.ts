import type { Ctx } from '../../platform/ctx.ts'
import { keep } from '../../platform/db/transaction.ts'
import { notFound } from '../../platform/web/problem.ts'
import type { Person } from '../accounts/accounts.ts'
import { personOf, updatePerson } from '../accounts/store.ts'
import { isPassword } from '../passwords/passwords.ts'
import { passwordHashOf } from '../passwords/store.ts'
import { endSignIns } from '../sign-in/store.ts'
import { forgetTries, tryDoor } from '../tries/store.ts'

export async function ownPerson(ctx: Ctx): Promise<Person> {
  const person = await personOf(ctx.db, ctx.actor.personId ?? '')
  if (!person) throw notFound()
  return person
}

export const saveProfile = (ctx: Ctx, given: Pick<Person, 'name' | 'kana' | 'section' | 'telephone'>) =>
  keep(ctx, (db) => updatePerson(db, ctx.actor.personId ?? '', given))

/** The password held now, asked again; minutes to wait after too many wrong ones. */
export async function provesPassword(
  ctx: Ctx,
  person: Person,
  password: string,
): Promise<true | 'wrong' | { wait: number }> {
  const stored = await passwordHashOf(ctx.db, person.id)
  if (stored === null) return true
  const wait = await tryDoor(ctx.db, 'password_account', person.email, ctx.now)
  if (wait > 0) return { wait }
  if (!(await isPassword(password, stored))) return 'wrong'
  await forgetTries(ctx.db, 'password_account', person.email)
  return true
}

export const endOwnSignIns = (ctx: Ctx, which: { id?: string; exceptId?: string }) =>
  keep(ctx, (db) => endSignIns(db, { ...which, personId: ctx.actor.personId ?? '' }, ctx.now))
