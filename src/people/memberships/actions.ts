import { type Membership, ROLES, type Role } from '../../access/actor.ts'
import { paths } from '../../paths/paths.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { postLater } from '../../platform/mail/outbox.ts'
import { today } from '../../platform/time.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import type { Person } from '../accounts/accounts.ts'
import { change } from '../history/actions.ts'
import type { Sentences } from '../history/history.ts'
import type { Organisation } from '../organisations/organisations.ts'
import { membershipLetter } from './mail.ts'
import { endDay, mayGrant, type Places, type Scope } from './memberships.ts'
import { addMembership, endMembership, membershipsOfPerson } from './store.ts'

export interface Granted {
  name: string
  role: Role
  organisation: string
}

declare module '../history/history.ts' {
  interface Happenings {
    membership_added: Granted
    membership_ended: Granted & { toOn: string }
  }
}

export const inBrackets = ({ name, organisation, role }: Granted) => `${name}さん（${organisation}・${ROLES[role]}）`

export const membershipHappenings = {
  membership_added: (h) => `${h.actorName}さんが${inBrackets(h.details)}の役割を加えました`,
  membership_ended: (h) => `${h.actorName}さんが${inBrackets(h.details)}の役割を終えました`,
} satisfies Sentences<'membership_added' | 'membership_ended'>

export interface NewGrant extends Scope {
  role: Role
  organisation: Organisation
  toOn: string | null
  title: string
  /** The place in words, for the letter. */
  placeName: string | null
}

export function askMayGrant(ctx: Ctx, role: Role, at: Scope & { organisationId: string }, places: Places): void {
  if (mayGrant(ctx.actor, role, at, places)) return
  throw new Problem('forbidden', 'この役割は、いまの立場では扱えません', ['その年度事業の事務局', '管理担当者'])
}

/** The row itself; whoever calls has asked `askMayGrant` and writes the history. */
export const grant = (ctx: Ctx, personId: string, g: NewGrant) =>
  addMembership(
    ctx.db,
    {
      personId,
      role: g.role,
      organisationId: g.organisation.id,
      programmeId: g.programmeId,
      regionId: g.regionId,
      fromOn: today(ctx.now),
      toOn: g.toOn,
      title: g.title,
    },
    ctx.now,
  )

export const giveRole = (ctx: Ctx, person: Person, given: NewGrant & { origin: string }): Promise<void> =>
  change(ctx, async (db, log) => {
    await grant({ ...ctx, db }, person.id, given)
    const { role, regionId, programmeId, placeName: place } = given
    const organisation = given.organisation.name
    await log({ kind: 'membership_added', regionId, programmeId, details: { name: person.name, role, organisation } })
    await postLater(
      db,
      membershipLetter({ person, role, organisation, place, link: given.origin + paths.home }),
      ctx.now,
    )
  })

export interface Ending {
  person: Person
  membershipId: string
  atOnce: boolean
  places: Places
  /** Its last day, where it is neither today nor yesterday. */
  toOn?: string
}

export const endRole = (ctx: Ctx, { person, membershipId, atOnce, places, toOn: last }: Ending): Promise<void> =>
  change(ctx, async (db, log) => {
    const held = (await membershipsOfPerson(db, person.id)).find((m) => m.id === membershipId)
    if (!held) throw notFound()
    askMayGrant(ctx, held.role, held satisfies Membership, places)
    const toOn = last ?? endDay(atOnce, ctx.now)
    if (held.toOn !== null && held.toOn <= toOn) throw new Problem('conflict', 'この役割は、もう終わっています')
    await endMembership(db, held.id, { toOn, endedBy: ctx.actor.personId })
    const details = { name: person.name, role: held.role, organisation: held.organisationName, toOn }
    await log({ kind: 'membership_ended', regionId: held.regionId, programmeId: held.programmeId, details })
  })
