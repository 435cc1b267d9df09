import { paths } from '../../paths/paths.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Db } from '../../platform/db/db.ts'
import { keep } from '../../platform/db/transaction.ts'
import { postLater } from '../../platform/mail/outbox.ts'
import { today } from '../../platform/time.ts'
import { Problem } from '../../platform/web/problem.ts'
import type { SetCookie } from '../../platform/web/reply.ts'
import type { Person } from '../accounts/accounts.ts'
import { addPerson, membershipsOfPerson, personByEmail, personOf } from '../accounts/store.ts'
import { makeLink, revokeLinks, spendLink } from '../doors/store.ts'
import { change } from '../history/actions.ts'
import type { Sentences } from '../history/history.ts'
import { type Granted, giveRole, grant, inBrackets, type NewGrant } from '../memberships/actions.ts'
import { isInForce } from '../memberships/memberships.ts'
import { hashPassword } from '../passwords/passwords.ts'
import { setPasswordHash } from '../passwords/store.ts'
import { signInAs, type Visit } from '../sign-in/actions.ts'
import { invitationLetter } from './mail.ts'

declare module '../history/history.ts' {
  interface Happenings {
    person_invited: Granted
  }
}

export const invitationHappenings = {
  person_invited: (h) => `${h.actorName}さんが${inBrackets(h.details)}を招きました`,
} satisfies Sentences<'person_invited'>

export interface NewInvitation extends NewGrant {
  name: string
  kana: string
  email: string
  origin: string
}

/** A new person gets a role and a letter; somebody who is known already only gets the further role. */
export const invite = (ctx: Ctx, given: NewInvitation): Promise<Person> =>
  change(ctx, async (db, log) => {
    const inside = { ...ctx, db }
    const known = await personByEmail(db, given.email)
    if (known) {
      if (known.leftOn)
        throw new Problem('conflict', `${known.name}さんは「離れた人」です。名簿で戻してから、役割を加えてください`)
      await giveRole(inside, known, given)
      return known
    }
    const id = await addPerson(db, given, ctx.now)
    await grant(inside, id, given)
    const person = (await personOf(db, id)) as Person
    const { role, regionId, programmeId } = given
    const details = { name: given.name, role, organisation: given.organisation.name }
    await log({ kind: 'person_invited', regionId, programmeId, details })
    await postInvitation(inside, person, given.origin)
    return person
  })

/** Sends the letter (again); the link sent before stops working. */
export async function postInvitation(ctx: Ctx, person: Person, origin: string): Promise<void> {
  await keep(ctx, async (db) => {
    const token = await newInvitationLink(db, person, ctx.now)
    const held = (await membershipsOfPerson(db, person.id)).filter((m) => isInForce(m, today(ctx.now)))
    const roles = held.map(({ role, organisationName: organisation }) => ({ role, organisation }))
    const link = origin + paths.invitation(token)
    await postLater(db, invitationLetter({ person, inviter: ctx.actor.name, roles, link }), ctx.now)
  })
}

export async function newInvitationLink(db: Db, person: Pick<Person, 'id' | 'email'>, now: Date): Promise<string> {
  await revokeLinks(db, { personId: person.id, kinds: ['invitation'] }, now)
  return makeLink(db, { kind: 'invitation', email: person.email, personId: person.id }, now)
}

/** Spends the invitation and signs the person in, with a password or without. */
export async function accept(
  visit: Visit,
  token: string,
  given: { personId: string; password: string },
): Promise<SetCookie> {
  const passwordHash = given.password ? await hashPassword(given.password) : null
  return keep(visit.ctx, async (db) => {
    const link = await spendLink(db, token, 'invitation', visit.ctx.now)
    if (!link) throw new Problem('gone', 'この招待は、もう使われています。「メールで入る」を使ってください')
    if (passwordHash) await setPasswordHash(db, given.personId, passwordHash)
    return signInAs(visit, given.personId, db)
  })
}
