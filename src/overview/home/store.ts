import { type Actor, runs } from '../../access/actor.ts'
import { circlesReadBy } from '../../access/circles.ts'
import { may } from '../../access/may.ts'
import type { Happening } from '../../people/history/history.ts'
import { recentHappenings } from '../../people/history/store.ts'
import { endedTasks } from '../../people/tasks/store.ts'
import type { Task } from '../../people/tasks/tasks.ts'
import type { Db } from '../../platform/db/db.ts'
import { keep } from '../../platform/db/transaction.ts'
import { fiscalYearOf, instantAt, today } from '../../platform/time.ts'
import type { Programme, StepKind } from '../../programme/programmes/programmes.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { fetchRegions } from '../../programme/regions/store.ts'
import { regionsScoredBy } from '../../programme/sight/store.ts'
import type { WaitingQuestion } from '../../support/consultations/consultations.ts'
import { sitsIn } from '../../support/occasions/occasions.ts'
import type { Agreement } from '../../tools/agreements/agreements.ts'
import { waitingAgreements } from '../../tools/agreements/store.ts'
import { closingsBegun } from '../closing-todos/store.ts'
import { questionsFor } from '../consultation-todos/store.ts'
import type { JointDuty } from '../joint-todos/joint-todos.ts'
import { jointDutiesOf } from '../joint-todos/store.ts'
import { programmeMeetings } from '../matrix/store.ts'
import type { AskingPoll } from '../poll-todos/poll-todos.ts'
import { pollsAsking } from '../poll-todos/store.ts'
import type { YearReviews } from '../review-todos/review-todos.ts'
import { meetingsSatOut, yearReviews } from '../review-todos/store.ts'
import type { Round } from '../round-todos/round-todos.ts'
import { officeRounds, scoringRounds } from '../round-todos/store.ts'
import type { Situation } from '../situations/situations.ts'
import { situationsOf } from '../situations/store.ts'

type Ctx = { db: Db; actor: Actor; now: Date }

export interface HomeFacts {
  /** Regions of this and the last fiscal year that the reader sees. */
  situations: Situation[]
  office: Round[]
  scoring: Round[]
  yearMeetings: Awaited<ReturnType<typeof programmeMeetings>>
  polls: AskingPoll[]
  /** 個別相談 that waits for an answer, in the reader's circles. */
  questions: WaitingQuestion[]
  agreements: Agreement[]
  /** Regions whose まとめ is begun. */
  closings: Set<string>
  /** What waits between a year's WG and its secretariat. */
  reviews: YearReviews[]
  joint: JointDuty[]
  /** Long jobs that have ended and were not looked at. */
  tasks: Task[]
  since: string | null
  news: { happening: Happening; region: Region | undefined }[]
}

const NEWS_LIMIT = 30
/** Looking in again so soon is still the same visit. */
const SAME_VISIT_MS = 60 * 60_000
const FIRST_VISIT_MS = 14 * 24 * 60 * 60_000

/** The instant of the visit before this one; opening the page again within the hour is the same visit. */
async function visitBefore(ctx: Ctx, personId: string): Promise<string | null> {
  const person = () => ctx.db.selectFrom('people').select(['seenHomeAt', 'visitedBeforeAt']).where('id', '=', personId)
  const { seenHomeAt, visitedBeforeAt } = (await person().executeTakeFirst()) ?? {}
  if (seenHomeAt && ctx.now.getTime() - Date.parse(seenHomeAt) <= SAME_VISIT_MS) return visitedBeforeAt ?? null
  const visit = { seenHomeAt: ctx.now.toISOString(), visitedBeforeAt: seenHomeAt ?? null }
  await keep(ctx, (db) => db.updateTable('people').set(visit).where('id', '=', personId).execute())
  return visit.visitedBeforeAt
}

/** What happened since the last visit (at least all of today), in the circles the reader may read; this visit is noted. */
async function newsOf(ctx: Ctx, regions: readonly Region[]): Promise<Pick<HomeFacts, 'since' | 'news'>> {
  const before = await visitBefore(ctx, ctx.actor.personId ?? '')
  const midnight = instantAt(today(ctx.now), '00:00')
  const first = new Date(ctx.now.getTime() - FIRST_VISIT_MS).toISOString()
  const since = before && before > midnight ? midnight : (before ?? first)
  const readable = regions.map((r) => ({ regionId: r.id, circles: circlesReadBy(ctx.actor, r) }))
  const happenings = await recentHappenings(ctx.db, readable, { since, limit: NEWS_LIMIT })
  const byId = new Map(regions.map((r) => [r.id, r]))
  return {
    since: before,
    news: happenings.map((happening) => ({ happening, region: byId.get(happening.regionId ?? '') })),
  }
}

function roundsOf(situations: readonly Situation[], programmes: readonly Programme[]) {
  return programmes.map((programme) => ({
    programme,
    situations: situations.filter((s) => s.programme.id === programme.id),
  }))
}

const isCurrent = (p: Programme, now: Date) => !p.isSample && p.fiscalYear >= fiscalYearOf(today(now)) - 1

/** What the reader's list of things to do is worked out from; reads only. */
export async function dutiesOf(ctx: Ctx, programmes: readonly Programme[]): Promise<Omit<HomeFacts, 'since' | 'news'>> {
  const { db, actor, now } = ctx
  const current = programmes.filter((p) => isCurrent(p, now))
  const ids = current.map((p) => p.id)
  const query = regionsScoredBy(db, actor).where('regions.isSample', '=', 0)
  const inYears = query.where('regions.programmeId', 'in', [...ids, '']).orderBy('regions.sortCode')
  const all = await situationsOf(ctx, await fetchRegions(db, inYears))
  const situations = all.filter((s) => may(actor, 'region.view', s.region))
  const ownerOf = new Map(current.map((p) => [p.id, p.ownerId]))
  const own = current.filter((p) => runs(actor, p))
  const scored = current.filter((p) => !runs(actor, p) && may(actor, 'selection.score', p))
  const year = await programmeMeetings(db, ids)
  const regions = situations.map((s) => s.region)
  const isTheirs = (m: (typeof year)[number]) => sitsIn(actor, { ...m, kind: m.kind as StepKind }, { ownerOf, regions })
  const satOut = await meetingsSatOut(ctx, year)
  const yearMeetings = year.filter((m) => isTheirs(m) && !satOut.has(m.id))
  return {
    situations,
    joint: await jointDutiesOf(db, situations, { year, now }),
    office: await officeRounds(db, roundsOf(situations, own), now),
    scoring: await scoringRounds(db, roundsOf(all, scored), actor.personId ?? ''),
    yearMeetings,
    reviews: await yearReviews(ctx, { programmes: current, regions, meetings: yearMeetings }),
    questions: await questionsFor(db, actor, situations),
    closings: await closingsBegun(
      db,
      situations.map((s) => s.region.id),
    ),
    agreements: await waitingAgreements(
      db,
      situations.filter((s) => may(actor, 'paper.share', s.region)).map((s) => s.region.id),
    ),
    tasks: await endedTasks(db, actor),
    polls: await pollsAsking(db, actor.personId ?? '', now),
  }
}

/** Everything the home page is made of; the number of queries does not grow with the regions. */
export async function homeFacts(ctx: Ctx, programmes: readonly Programme[]): Promise<HomeFacts> {
  const duties = await dutiesOf(ctx, programmes)
  const regions = duties.situations.map((s) => s.region)
  return { ...duties, ...(await newsOf(ctx, regions)) }
}
