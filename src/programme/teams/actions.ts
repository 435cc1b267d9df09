import { ROLES } from '../../access/actor.ts'
import type { Person } from '../../people/accounts/accounts.ts'
import { addMembership, membershipsOfPerson } from '../../people/accounts/store.ts'
import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { warekiShort } from '../../platform/time.ts'
import { Problem } from '../../platform/web/problem.ts'
import type { Region } from '../regions/regions.ts'
import type { MemberInput } from './forms.ts'
import { endTerm } from './store.ts'
import { NAMED_PARTS, type NamedPart, type TeamMember } from './teams.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    member_added: { name: string; role: NamedPart; fromOn: string; toOn: string | null }
    member_ended: { name: string; role: keyof typeof ROLES; toOn: string }
  }
}

export const teamHappenings = {
  member_added: (h) => {
    const { name, role, fromOn, toOn } = h.details
    const term = `${warekiShort(fromOn)}から${toOn ? `${warekiShort(toOn)}まで` : ''}`
    return `${h.actorName}さんが${name}さんを${NAMED_PARTS[role]}に加えました（${term}）`
  },
  member_ended: (h) =>
    `${h.actorName}さんが${h.details.name}さん（${ROLES[h.details.role]}）の担当を${warekiShort(h.details.toOn)}までにしました`,
} satisfies Sentences<'member_added' | 'member_ended'>

/** The organisation a person already acts for; the programme's owner for who has none yet. */
async function organisationFor(ctx: Ctx, person: Person, region: Region): Promise<string> {
  const held = await membershipsOfPerson(ctx.db, person.id)
  return held.at(-1)?.organisationId ?? region.ownerId
}

export const addMember = (
  ctx: Ctx,
  region: Region,
  given: { person: Person; input: MemberInput; team: readonly TeamMember[] },
) =>
  change(ctx, async (db, log) => {
    const { person, input, team } = given
    const { role, title, toOn } = input
    const fromOn = input.fromOn as string
    const twice = team.some(
      (m) => m.isNamed && m.personId === person.id && m.role === role && (!m.toOn || m.toOn >= fromOn),
    )
    if (twice) throw new Problem('conflict', `${person.name}さんは、この期間すでにこの役割で加わっています`)
    const organisationId = await organisationFor({ ...ctx, db }, person, region)
    await addMembership(
      db,
      { personId: person.id, role, organisationId, regionId: region.id, fromOn, toOn, title },
      ctx.now,
    )
    await log({ kind: 'member_added', regionId: region.id, details: { name: person.name, role, fromOn, toOn } })
  })

export const endMember = (ctx: Ctx, region: Region, member: TeamMember, toOn: string) =>
  change(ctx, async (db, log) => {
    const by = ctx.actor.personId ?? ''
    const done = await endTerm(db, { id: member.membershipId, regionId: region.id, toOn, by })
    if (!done) throw new Problem('conflict', 'この担当は、すでに終わっています')
    await log({ kind: 'member_ended', regionId: region.id, details: { name: member.name, role: member.role, toOn } })
  })
