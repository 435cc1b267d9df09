import { circlesReadBy } from '../../access/circles.ts'
import type { Person } from '../../people/accounts/accounts.ts'
import { membershipsOfPerson } from '../../people/accounts/store.ts'
import type { LinkKind } from '../../people/doors/doors.ts'
import { isInForce, mayGrant } from '../../people/memberships/memberships.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Db } from '../../platform/db/db.ts'
import { today } from '../../platform/time.ts'
import { programmesOf } from '../../programme/programmes/store.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { fetchRegions } from '../../programme/regions/store.ts'
import { regionsSeenBy } from '../../programme/sight/store.ts'
import { adviceOfRegions } from '../../support/advice/store.ts'
import { isDone } from '../../support/promises/promises.ts'
import { promisesOfRegions } from '../../support/promises/store.ts'
import { type HeldLink, type HeldMembership, type Holdings, names } from './holdings.ts'

/** Links that stand for the person's part in a region; they end with it. */
const SCOPED: readonly LinkKind[] = ['consent', 'agreement', 'report', 'poll', 'advice', 'opinion']

const linksOf = (db: Db, personId: string, now: Date): Promise<HeldLink[]> =>
  db
    .selectFrom('doorLinks')
    .select(['tokenHash', 'endsAt'])
    .where('personId', '=', personId)
    .where('kind', 'in', [...SCOPED])
    .where('revokedAt', 'is', null)
    .where('endsAt', '>', now.toISOString())
    .execute()

async function heldMemberships(ctx: Ctx, person: Person, regions: readonly Region[]): Promise<HeldMembership[]> {
  const places = { programmes: await programmesOf(ctx.db, ctx.actor), regions }
  const on = today(ctx.now)
  const held = (await membershipsOfPerson(ctx.db, person.id)).filter((m) => isInForce(m, on) || m.fromOn > on)
  return held.map((m) => {
    const named =
      regions.find((r) => r.id === m.regionId)?.name ?? places.programmes.find((p) => p.id === m.programmeId)?.name
    const bound = m.regionId || m.programmeId ? '見えない地域・年度' : '組織の立場として'
    return { ...m, place: named ?? bound, isMovable: mayGrant(ctx.actor, m.role, m, places) }
  })
}

/** Everything the person holds, as far as the one who asks may see it. */
export async function holdingsOf(ctx: Ctx, person: Person): Promise<Holdings> {
  const { db, actor, now } = ctx
  const regions = await fetchRegions(db, regionsSeenBy(db, actor).where('regions.isSample', '=', 0))
  const circles = new Map(regions.map((r) => [r.id, circlesReadBy(actor, r)]))
  const all = [...new Set([...circles.values()].flat())]
  const ids = regions.map((r) => r.id)
  const reads = (row: { regionId: string; circle: string }) =>
    circles.get(row.regionId)?.some((circle) => circle === row.circle) ?? false
  const memberships = await heldMemberships(ctx, person, regions)
  const served = new Set(memberships.flatMap((m) => (m.role === 'advisor' && m.regionId ? [m.regionId] : [])))
  const open = (await promisesOfRegions(db, ids, all)).filter((p) => reads(p) && !isDone(p))
  const advice = (await adviceOfRegions(db, ids, all)).filter(reads)
  const nameOf = new Map(regions.map((r) => [r.id, r.name]))
  return {
    memberships,
    promises: open
      .filter((p) => names(p.owner, person.name))
      .map(({ id, regionId, text, owner, circle }) => {
        return { id, regionId, region: nameOf.get(regionId) ?? '', text, owner, circle }
      }),
    advice: advice.filter((a) => a.advisorId === person.id && a.answer === null).length,
    homework: open.filter((p) => served.has(p.regionId) && p.homework === 'handed').length,
    invitations: await countInvitations(db, person.id, today(now)),
    drafts: await countDrafts(db, person.id),
    links: await linksOf(db, person.id, now),
  }
}

async function countDrafts(db: Db, personId: string): Promise<number> {
  const row = await db
    .selectFrom('drafts')
    .select((eb) => eb.fn.countAll().as('n'))
    .where('personId', '=', personId)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

async function countInvitations(db: Db, personId: string, on: string): Promise<number> {
  const row = await db
    .selectFrom('meetingInvitations as i')
    .innerJoin('meetings as m', 'm.id', 'i.meetingId')
    .select((eb) => eb.fn.countAll().as('n'))
    .where('i.personId', '=', personId)
    .where('i.endedAt', 'is', null)
    .where('m.cancelledAt', 'is', null)
    .where('m.heldOn', '>=', on)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** Colleagues: people who act for one of the same organisations on that day or later. */
export const colleaguesOf = (db: Db, person: Person, organisationIds: readonly string[], on: string) =>
  db
    .selectFrom('people as p')
    .innerJoin('memberships as m', 'm.personId', 'p.id')
    .select(['p.id', 'p.name', 'p.section', 'p.email'])
    .distinct()
    .where('m.organisationId', 'in', [...organisationIds, ''])
    .where((eb) => eb.or([eb('m.toOn', 'is', null), eb('m.toOn', '>=', on)]))
    .where('p.leftOn', 'is', null)
    .where('p.id', '!=', person.id)
    .orderBy('p.kana')
    .execute()
