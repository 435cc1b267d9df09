import type { Actor } from '../../access/actor.ts'
import { type Circle, circlesReadBy } from '../../access/circles.ts'
import { documentsOf } from '../../papers/documents/store.ts'
import { lastMoveOf } from '../../people/history/store.ts'
import type { Db } from '../../platform/db/db.ts'
import { consentsOf } from '../../programme/consents/store.ts'
import { inForce } from '../../programme/decisions/decisions.ts'
import { decisionsOf } from '../../programme/decisions/store.ts'
import { programmesOf, stepsOf } from '../../programme/programmes/store.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { adviceOfRegions } from '../../support/advice/store.ts'
import { slotsOf } from '../../support/meetings/meetings.ts'
import { meetingsOfRegions } from '../../support/meetings/store.ts'
import { promisesOfRegions } from '../../support/promises/store.ts'
import { reportsOf } from '../../support/reports/store.ts'
import type { Situation } from './situations.ts'

const reopeningsOf = (db: Db, ids: readonly string[]) =>
  db
    .selectFrom('reopenings')
    .select(['regionId', (eb) => eb.fn.max('untilOn').as('untilOn')])
    .where('regionId', 'in', [...ids])
    .groupBy('regionId')
    .execute()

function byRegion<T extends { regionId: string | null }>(rows: readonly T[]): (id: string) => T[] {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const id = row.regionId ?? ''
    const group = groups.get(id)
    if (group) group.push(row)
    else groups.set(id, [row])
  }
  return (id) => groups.get(id) ?? []
}

/** The regions given (already seen by the actor) with all that is dated about them: eleven queries whatever their number. */
export async function situationsOf(
  ctx: { db: Db; actor: Actor; now: Date },
  regions: readonly Region[],
): Promise<Situation[]> {
  const { db, actor, now } = ctx
  const ids = regions.map((r) => r.id)
  if (ids.length === 0) return []
  const circles = new Map(regions.map((r) => [r.id, circlesReadBy(actor, r)]))
  const reads = (row: { regionId: string; circle: Circle }) => circles.get(row.regionId)?.includes(row.circle) ?? false
  const all = [...new Set([...circles.values()].flat())]
  const programmes = new Map((await programmesOf(db, actor)).map((p) => [p.id, p]))
  const steps = await stepsOf(db, [...programmes.keys()])
  const meetings = byRegion(await meetingsOfRegions(db, ids))
  const promises = byRegion((await promisesOfRegions(db, ids, all)).filter(reads))
  const advice = byRegion((await adviceOfRegions(db, ids, all)).filter(reads))
  const reports = byRegion(
    await reportsOf(
      db,
      ids.filter((id) => circles.get(id)?.includes('region')),
    ),
  )
  const decisions = inForce(await decisionsOf(db, ids))
  const consents = byRegion(await consentsOf(db, ids))
  const reopened = byRegion(await reopeningsOf(db, ids))
  const moves = await lastMoveOf(db, ids)
  const sheets = await documentsOf(db, { kind: 'entry', ownerKind: 'region', ownerIds: ids })
  const begun = new Set(sheets.flatMap((d) => (d.headNumber > 0 ? [d.ownerId] : [])))
  return regions.flatMap((region) => {
    const programme = programmes.get(region.programmeId)
    if (!programme) return []
    const own = steps.filter((step) => step.programmeId === programme.id)
    const one: Situation = {
      region,
      programme,
      steps: own,
      slots: slotsOf(own, meetings(region.id), now),
      promises: promises(region.id),
      advice: advice(region.id),
      reports: reports(region.id),
      decision: decisions.get(region.id) ?? null,
      consents: consents(region.id),
      reopenedUntilOn: reopened(region.id)[0]?.untilOn ?? null,
      lastMoveAt: moves.get(region.id) ?? null,
      isBegun: begun.has(region.id),
    }
    return [one]
  })
}
