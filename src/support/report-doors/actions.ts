import type { Actor } from '../../access/actor.ts'
import type { Seen } from '../../access/doors.ts'
import { type OpenDraft, openDraft } from '../../papers/drafts/actions.ts'
import { draftsOf } from '../../papers/drafts/store.ts'
import { paths } from '../../paths/paths.ts'
import type { Link } from '../../people/doors/doors.ts'
import { openLink } from '../../people/doors/store.ts'
import { organisationsByIds } from '../../people/organisations/store.ts'
import { actorOfPerson } from '../../people/sign-in/store.ts'
import type { Db } from '../../platform/db/db.ts'
import { addDays, today } from '../../platform/time.ts'
import type { Call } from '../../platform/web/call.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { programmeSeen, stepsOf } from '../../programme/programmes/store.ts'
import { notAliveReason, type Region } from '../../programme/regions/regions.ts'
import { regionSeen } from '../../programme/regions/store.ts'
import { slotsOf } from '../meetings/meetings.ts'
import { meetingsOfRegion } from '../meetings/store.ts'
import type { Sheet } from '../reports/actions.ts'
import { type Report, type Round, reportIn, roundsOf, turnOf } from '../reports/reports.ts'
import { practicesSince, reportsOf } from '../reports/store.ts'
import { type Door, LINK_GONE } from './report-doors.ts'

/** Every pair of meetings that is asked in this region. */
export async function roundsOfRegion(db: Db, region: Region, now: Date): Promise<Round[]> {
  if (!region.isSelected) return []
  const steps = await stepsOf(db, [region.programmeId])
  return roundsOf(steps, slotsOf(steps, await meetingsOfRegion(db, region.id), now))
}

async function roundNamed(db: Db, region: Region, at: { stepKey: string; now: Date }): Promise<Round> {
  const round = (await roundsOfRegion(db, region, at.now)).find(({ step }) => step.key === at.stepKey)
  if (!round) throw notFound()
  return round
}

export async function byAccount({ ctx, region, programme, params }: Call & Seen['region']): Promise<Door> {
  const stepKey = params.stepKey ?? ''
  const round = await roundNamed(ctx.db, region, { stepKey, now: ctx.now })
  const at = [region.id, stepKey] as const
  const urls = { saveTo: paths.report(...at), draftTo: paths.reportDraft(...at) }
  return { ctx, region, programme, round, isLink: false, ...urls }
}

/** One deed on one subject for one person, who acts with the membership it was made for and nothing more. */
export async function byLink(call: Call): Promise<Door> {
  const { db, now } = call.ctx
  const token = call.params.token ?? ''
  const link = await openLink(db, token, 'report', { now, gone: LINK_GONE })
  const actor = await actorBehind(db, link, now)
  const region = await regionSeen(db, actor, String(link.purpose.regionId))
  const programme = region && (await programmeSeen(db, actor, region.programmeId))
  if (!region || !programme) throw new Problem('gone', LINK_GONE)
  const reason = notAliveReason(region)
  if (reason) throw new Problem('gone', `${reason}。事務局にご相談ください`)
  const round = await roundNamed(db, region, { stepKey: String(link.purpose.stepKey), now })
  const draftTo = actor.personId ? paths.reportLinkDraft(token) : null
  return {
    ctx: { ...call.ctx, actor },
    region,
    programme,
    round,
    isLink: true,
    saveTo: paths.reportLink(token),
    draftTo,
  }
}

async function actorBehind(db: Db, link: Link, now: Date): Promise<Actor> {
  const organisationId = String(link.purpose.organisationId)
  if (link.personId) {
    const person = await actorOfPerson(db, link.personId, now)
    const own = person.memberships.filter(
      (m) => m.organisationId === organisationId && (m.role === 'municipality' || m.role === 'prefecture'),
    )
    if (own.length === 0) throw new Problem('gone', LINK_GONE)
    return { ...person, isAdministrator: false, memberships: own }
  }
  const [office] = await organisationsByIds(db, [organisationId])
  if (!office) throw new Problem('gone', LINK_GONE)
  const role = office.kind === 'prefecture' ? ('prefecture' as const) : ('municipality' as const)
  const held = { id: 'link', role, organisationId, programmeId: null, regionId: null, fromOn: today(now), toOn: null }
  return { personId: null, name: `${office.name} ご担当者`, memberships: [held], isAdministrator: false }
}

/** What the person behind this door typed and has not saved. */
export async function draftAt({ ctx }: Door, { document, head }: Sheet): Promise<OpenDraft | null> {
  if (!document || !ctx.actor.personId) return null
  const [draft] = await draftsOf(ctx.db, document.id, ctx.actor.personId)
  return draft ? openDraft(ctx.db, { id: document.id, head }, draft) : null
}

const BETWEEN_DAYS = 35

/** What has come of this pair, whether only additions are asked for, and the 実践 of the last weeks. */
export async function heardAt({
  ctx,
  region,
  round,
}: Door): Promise<{ report: Report | null; again: boolean; practices: number }> {
  const report = reportIn(await reportsOf(ctx.db, [region.id]), round.step.key)
  const day = round.first.meeting?.heldOn ?? today(ctx.now)
  const practices = await practicesSince(ctx.db, region.id, addDays(day, -BETWEEN_DAYS))
  return { report, again: report !== null && turnOf(round) === 'again', practices }
}
