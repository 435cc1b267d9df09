import { circlesReadBy } from '../../access/circles.ts'
import { happeningsOf } from '../../people/history/store.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { keep } from '../../platform/db/transaction.ts'
import { filesOfRegion } from '../../platform/files/store.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import { stepsOf } from '../../programme/programmes/store.ts'
import { bringersOf } from '../../programme/region-files/store.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { participantsOf, teamOf } from '../../programme/teams/store.ts'
import { adviceOfRegion } from '../../support/advice/store.ts'
import { consultationsOf } from '../../support/consultations/store.ts'
import { handInsOfPromises } from '../../support/homework/store.ts'
import { slotsOfRegion } from '../../support/meetings/store.ts'
import { promisesOfRegion } from '../../support/promises/store.ts'
import { linesOf } from '../../support/records/store.ts'
import { reportsOf } from '../../support/reports/store.ts'
import { subjectsOf } from '../../support/subjects/store.ts'
import { keyOf } from '../../support/subjects/subjects.ts'
import { timelineOf } from '../../support/timeline/timeline.ts'
import { valuesOf } from '../../tools/indicator-values/store.ts'
import { casesOf } from '../../tools/journeys/journeys.ts'
import { journeysRead } from '../../tools/journeys/store.ts'
import { opinionsOf } from '../../tools/opinions/store.ts'
import { furtherLists } from '../archive-lists/store.ts'
import { papersOf } from '../archive-papers/store.ts'
import { boardsOf } from '../boards/store.ts'
import { exportBundle } from '../case-export/store.ts'
import type { ClosingFacts } from '../closing-papers/closing-papers.ts'
import { closingPapersOf } from '../closing-papers/store.ts'
import { countHappenings } from '../region-history/store.ts'
import { eyesOf, type Reader, type RegionRecord } from './archive-records.ts'

interface Asked {
  region: Region
  programme: Programme
  reader: Reader
}

/** The whole record in one transaction: somebody who saves in the meantime is in it as before, or as after, never half. */
export const recordFor = (ctx: Ctx, asked: Asked): Promise<RegionRecord> =>
  keep(ctx, (db) => readRecord({ ...ctx, db, actor: eyesOf(ctx.actor, asked.region, asked.reader) }, asked))

async function readRecord(ctx: Ctx, { region, programme, reader }: Asked): Promise<RegionRecord> {
  const { db, now, actor } = ctx
  const circles = circlesReadBy(actor, region)
  const steps = await stepsOf(db, [region.programmeId])
  const files = (await filesOfRegion(db, region.id, circles)).filter(({ deletedAt }) => !deletedAt)
  const history = { circles, limit: await countHappenings(db, region.id, circles) }
  return {
    ...{ region, programme, reader, circles, madeAt: now },
    bundle: await exportBundle(db, region.id, circles),
    stepLabels: new Map(steps.map(({ key, label }) => [key, label])),
    ...(await supportOf(ctx, region)),
    history: await happeningsOf(db, region.id, history),
    team: region.isSample ? [] : await teamOf(db, region),
    participants: await participantsOf(db, region.id),
    ...(await toolsOf(ctx, region)),
    board: region.isSelected ? ((await boardsOf(ctx, [region])).get(region.id) ?? null) : null,
    closing: await closingOf(ctx, region, programme),
    files,
    bringers: await bringersOf(
      db,
      files.flatMap(({ personId }) => personId ?? []),
    ),
  }
}

/** The year is named for those too who read one region of it only. */
async function closingOf(ctx: Ctx, region: Region, programme: Programme): Promise<ClosingFacts | null> {
  const facts = region.isSelected ? (await closingPapersOf(ctx, [region])).get(region.id) : undefined
  return facts ? { ...facts, programmeName: programme.name, fiscalYear: programme.fiscalYear } : null
}

type Support = 'slots' | 'lines' | 'advice' | 'readable' | 'promises' | 'timeline' | 'consultations' | 'reports'

async function supportOf(ctx: Ctx, region: Region): Promise<Pick<RegionRecord, Support>> {
  const { db, now, actor } = ctx
  const circles = circlesReadBy(actor, region)
  const slots = await slotsOfRegion(db, region, now)
  const promises = await promisesOfRegion(db, region.id, circles)
  const handIns = await handInsOfPromises(
    db,
    promises.map(({ id }) => id),
  )
  const meetingIds = slots.flatMap(({ meeting }) => meeting?.id ?? [])
  const course = { regionId: region.id, importedAt: region.importedAt, slots, promises, handIns }
  return {
    ...{ slots, promises, timeline: timelineOf(course, now) },
    lines: await linesOf(db, meetingIds, circles),
    advice: await adviceOfRegion(db, region.id, circles),
    readable: new Set((await subjectsOf(ctx, region)).map(keyOf)),
    consultations: await consultationsOf(db, region.id, circles),
    reports: circles.includes('region') ? await reportsOf(db, [region.id]) : [],
  }
}

type Tools = 'papers' | 'journeys' | 'values' | 'opinions' | 'further'

/** The model's and the causes' own circles say who reads what was measured and said of them. */
async function toolsOf(ctx: Ctx, region: Region): Promise<Pick<RegionRecord, Tools>> {
  const papers = await papersOf(ctx, region)
  const has = (kind: string) => papers.some((paper) => paper.kind === kind)
  return {
    papers,
    further: await furtherLists(ctx, region, papers),
    journeys: casesOf(await journeysRead({ ctx, region })),
    values: has('logic_model') ? await valuesOf(ctx.db, region.id) : [],
    opinions: has('causes') ? await opinionsOf(ctx.db, region.id) : [],
  }
}
