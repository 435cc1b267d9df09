import type { Actor } from '../../access/actor.ts'
import type { Circle } from '../../access/circles.ts'
import { lastMoveOf } from '../../people/history/store.ts'
import type { Db } from '../../platform/db/db.ts'
import { openPauses } from '../../programme/pauses/store.ts'
import { stepsOf } from '../../programme/programmes/store.ts'
import { announced, regionsSeenBy } from '../../programme/sight/store.ts'
import type { Answer } from '../../support/advice/advice.ts'
import { meetingsOfRegions } from '../../support/meetings/store.ts'
import { promisesOfRegions } from '../../support/promises/store.ts'
import { reportsOf } from '../../support/reports/store.ts'
import { fateCountsOf } from '../../tools/check-fates/store.ts'
import type { WorkRegion, YearWork } from './dashboards.ts'

type Ctx = { db: Db; actor: Actor; now: Date }

/** Counted for every reader alike: what 地域の全員 reads. 市町村の内輪, 支援チーム and the office's own stay out. */
const COUNTED: readonly Circle[] = ['region', 'wg', 'joint']

/** Those under support, without samples, as the actor sees them. */
async function supported({ db, actor }: Ctx, programmeId: string): Promise<WorkRegion[]> {
  const rows = await regionsSeenBy(db, actor)
    .where('regions.programmeId', '=', programmeId)
    .where('regions.isSample', '=', 0)
    .where((eb) => eb.or([eb('regions.importedAt', 'is not', null), eb(announced(eb), '=', 1)]))
    .select(['regions.id', 'regions.name', 'regions.createdAt'])
    .orderBy('regions.sortCode')
    .orderBy('regions.id')
    .execute()
  const pauses = await openPauses(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({ ...row, isPaused: pauses.has(row.id) }))
}

async function answersOf(db: Db, ids: readonly string[]): Promise<YearWork['answers']> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('advice')
    .select(['regionId', 'answer', (eb) => eb.fn.countAll<number>().as('n')])
    .where('regionId', 'in', [...ids])
    .where('circle', 'in', [...COUNTED])
    .where('deletedAt', 'is', null)
    .where('sentAt', 'is not', null)
    .groupBy(['regionId', 'answer'])
    .execute()
  return rows.map(({ regionId, answer, n }) => ({ regionId, answer: answer as Answer | null, n: Number(n) }))
}

/** A year's work to be counted: nine queries, however many regions. */
export async function workOf(ctx: Ctx, programmeId: string): Promise<YearWork> {
  const { db, now } = ctx
  const regions = await supported(ctx, programmeId)
  const ids = regions.map(({ id }) => id)
  return {
    regions,
    steps: await stepsOf(db, [programmeId]),
    meetings: ids.length > 0 ? await meetingsOfRegions(db, ids) : [],
    lastMoves: await lastMoveOf(db, ids),
    reports: await reportsOf(db, ids),
    answers: await answersOf(db, ids),
    promises: await promisesOfRegions(db, ids, COUNTED),
    checks: await fateCountsOf(db, ids),
    now,
  }
}
