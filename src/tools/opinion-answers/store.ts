import type { Actor } from '../../access/actor.ts'
import { linkOf } from '../../people/doors/store.ts'
import { hashOf } from '../../people/sign-in/sign-in.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { today } from '../../platform/time.ts'
import { programmeSeen } from '../../programme/programmes/store.ts'
import { notAliveReason } from '../../programme/regions/regions.ts'
import { regionSeen } from '../../programme/regions/store.ts'
import { isOpen } from '../agreements/agreements.ts'
import { gateOf } from '../agreements/store.ts'
import { causeIn } from '../causes/body.ts'
import { causesKind, stands } from '../causes/causes.ts'
import { evidenceOf } from '../evidence/evidence.ts'
import { doorStateOf, gateSubject, gateText, type OpinionDoor, shownBy } from '../opinion-doors/opinion-doors.ts'
import { doorByHash, givenBy } from '../opinion-doors/store.ts'
import { paperAt } from '../papers/store.ts'
import { type Asked, CHECKING, CLOSED, type Closed, WITHDRAWN } from './opinion-answers.ts'

/** Whoever holds the link sees this one region as its partner would, and of it nothing but the hypothesis. */
const holderOf = (door: OpinionDoor, now: Date): Actor => {
  const held = { id: 'link', role: 'partner' as const, organisationId: '', programmeId: null, regionId: door.regionId }
  const memberships = [{ ...held, fromOn: today(now), toOn: null }]
  return { personId: null, name: '', memberships, isAdministrator: false }
}

/** What the link shows now; null where there never was such a link. Looking uses nothing up. */
export async function askedBy(ctx: Ctx, token: string): Promise<Asked | Closed | null> {
  const { db, now } = ctx
  const door = await doorByHash(db, hashOf(token))
  if (!door) return null
  const actor = holderOf(door, now)
  const region = (await regionSeen(db, actor, door.regionId)) ?? null
  const programme = (region && (await programmeSeen(db, actor, region.programmeId))) ?? null
  const closed = (why: string, status: Closed['status'] = 410): Closed => ({ status, why, programme, region })
  const state = doorStateOf(door, { now, given: (await givenBy(db, [door.id])).get(door.id) ?? 0 })
  if (state !== 'open') return closed(CLOSED[state])
  if (!region || !programme || !(await linkOf(db, token, 'opinion', now))) return closed(CLOSED.ended)
  if (notAliveReason(region)) return closed('この地域の支援は、いま休んでいるか終わったため、意見を受け付けていません')
  const { head } = await paperAt({ ctx: { ...ctx, actor }, region }, causesKind)
  const cause = causeIn(head.body, door.causeId)
  if (!cause || !stands(cause)) return closed(WITHDRAWN)
  const evidence = evidenceOf(head.body).filter((one) => one.cause === cause.id && door.evidence.includes(one.id))
  const shown = shownBy(cause, evidence)
  const asked = { regionId: region.id, subject: gateSubject(cause.id, evidence), text: gateText(shown) }
  return isOpen(await gateOf(db, asked)) ? { region, programme, door, cause, shown } : closed(CHECKING, 403)
}
