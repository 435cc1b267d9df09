import type { Ctx } from '../../platform/ctx.ts'
import type { Db } from '../../platform/db/db.ts'
import { today } from '../../platform/time.ts'
import type { Call } from '../../platform/web/call.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { revokeLinks } from '../doors/store.ts'
import { change } from '../history/actions.ts'
import type { Sentences } from '../history/history.ts'
import { endAllMemberships } from '../memberships/store.ts'
import { endSignIns } from '../sign-in/store.ts'
import type { Person } from './accounts.ts'
import { countAdministrators, personOf, updatePerson } from './store.ts'

interface Named {
  name: string
}

declare module '../history/history.ts' {
  interface Happenings {
    person_left: Named
    person_returned: Named
    administrator_made: Named
    administrator_ended: Named
    sign_ins_ended: Named
  }
}

export const accountHappenings = {
  person_left: (h) => `${h.actorName}さんが${h.details.name}さんを「離れた人」にしました`,
  person_returned: (h) => `${h.actorName}さんが${h.details.name}さんを名簿に戻しました`,
  administrator_made: (h) => `${h.actorName}さんが${h.details.name}さんを管理担当者にしました`,
  administrator_ended: (h) => `${h.actorName}さんが${h.details.name}さんの管理担当を外しました`,
  sign_ins_ended: (h) => `${h.actorName}さんが${h.details.name}さんの入っている端末をすべて終えました`,
} satisfies Sentences<
  'person_left' | 'person_returned' | 'administrator_made' | 'administrator_ended' | 'sign_ins_ended'
>

export async function personAsked(call: Call): Promise<Person> {
  const person = await personOf(call.ctx.db, call.params.personId ?? '')
  if (!person) throw notFound()
  return person
}

/** Somebody must always be able to open the doors. */
async function askNotLast(db: Db, person: Person): Promise<void> {
  if (!person.isAdministrator || (await countAdministrators(db)) > 1) return
  throw new Problem('conflict', '管理担当者がひとりもいなくなります。先に、ほかの人を管理担当者にしてください')
}

/** Every door closes at once: sign-ins, links, roles. The name stays in what the person wrote. */
export const leave = (ctx: Ctx, person: Person): Promise<void> =>
  change(ctx, async (db, log) => {
    await askNotLast(db, person)
    const day = today(ctx.now)
    await updatePerson(db, person.id, { leftOn: day, isAdministrator: 0 })
    await endAllMemberships(db, person.id, { toOn: day, endedBy: ctx.actor.personId })
    await endSignIns(db, { personId: person.id }, ctx.now)
    await revokeLinks(db, { personId: person.id }, ctx.now)
    await log({ kind: 'person_left', details: { name: person.name } })
  })

/** Comes back without roles: they are given anew. */
export const comeBack = (ctx: Ctx, person: Person): Promise<void> =>
  change(ctx, async (db, log) => {
    await updatePerson(db, person.id, { leftOn: null })
    await log({ kind: 'person_returned', details: { name: person.name } })
  })

export const setAdministrator = (ctx: Ctx, person: Person, isAdministrator: boolean): Promise<void> =>
  change(ctx, async (db, log) => {
    if (person.leftOn) throw new Problem('conflict', '離れた人は、管理担当者にできません')
    if (!isAdministrator) await askNotLast(db, person)
    await updatePerson(db, person.id, { isAdministrator: isAdministrator ? 1 : 0 })
    await log({ kind: isAdministrator ? 'administrator_made' : 'administrator_ended', details: { name: person.name } })
  })

export const endAllSignIns = (ctx: Ctx, person: Person): Promise<void> =>
  change(ctx, async (db, log) => {
    await endSignIns(db, { personId: person.id }, ctx.now)
    await revokeLinks(db, { personId: person.id, kinds: ['sign_in', 'password', 'invitation'] }, ctx.now)
    await log({ kind: 'sign_ins_ended', details: { name: person.name } })
  })
