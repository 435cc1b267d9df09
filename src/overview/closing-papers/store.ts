import { type Circle, circlesReadBy } from '../../access/circles.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Programme, Step } from '../../programme/programmes/programmes.ts'
import { programmesOf, stepsOf } from '../../programme/programmes/store.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { adviceOfRegions } from '../../support/advice/store.ts'
import { type Meeting, slotsOf } from '../../support/meetings/meetings.ts'
import { meetingsOfRegions } from '../../support/meetings/store.ts'
import { promisesOfRegions } from '../../support/promises/store.ts'
import { linesOf } from '../../support/records/store.ts'
import { valuesOfRegions } from '../../tools/indicator-values/store.ts'
import { papersOfRegions } from '../../tools/papers/store.ts'
import { recordBodies } from '../../tools/record-sources/body.ts'
import { type RecordRows, WIDE } from '../../tools/record-sources/record-sources.ts'
import type { ClosingFacts } from './closing-papers.ts'

const KINDS = [
  ...['closing', 'effect', 'support_outline', 'profile', 'issues', 'causes', 'logic_model', 'prefecture_plan'],
  'forum',
]

/** Only what everybody in the region reads: for whoever hands the papers on. */
export interface Wish {
  only?: readonly Circle[]
}

/** Everything these regions' papers are made of, in their reader's circles: a dozen queries, however many regions. */
export async function closingPapersOf(
  ctx: Ctx,
  regions: readonly Region[],
  { only }: Wish = {},
): Promise<Map<string, ClosingFacts>> {
  const { db } = ctx
  const ids = regions.map(({ id }) => id)
  const meetings = await meetingsOfRegions(db, ids)
  const meetingIds = meetings.map(({ id }) => id)
  const found: Found = {
    meetings,
    papers: await papersOfRegions(db, ids, KINDS),
    programmes: new Map((await programmesOf(db, ctx.actor)).map((one) => [one.id, one])),
    steps: await stepsOf(db, [...new Set(regions.map(({ programmeId }) => programmeId))]),
    lines: await linesOf(db, meetingIds, WIDE),
    advice: await adviceOfRegions(db, ids, WIDE),
    promises: await promisesOfRegions(db, ids, WIDE),
    values: await valuesOfRegions(db, ids),
  }
  const reads = (region: Region) => circlesReadBy(ctx.actor, region).filter((circle) => !only || only.includes(circle))
  return new Map(regions.map((region) => [region.id, factsOf(found, { region, now: ctx.now, reads: reads(region) })]))
}

interface Found extends Pick<RecordRows, 'lines' | 'advice' | 'promises' | 'values'> {
  meetings: Meeting[]
  papers: Awaited<ReturnType<typeof papersOfRegions>>
  programmes: Map<string, Programme>
  steps: Step[]
}

type Read = { region: Region; now: Date; reads: readonly Circle[] }

function factsOf(found: Found, { region, now, reads }: Read): ClosingFacts {
  const all = [...(found.papers.get(region.id) ?? [])]
  const own = all.filter(([, { document }]) => reads.includes(document.circle))
  const held = found.meetings.filter(({ regionId }) => regionId === region.id)
  const steps = found.steps.filter(({ programmeId }) => programmeId === region.programmeId)
  const rows = { ...recordIn(found, { region, reads }), slots: slotsOf(steps, held, now) }
  const wide = (kind: string) =>
    own.find(([key, { document }]) => key === kind && WIDE.includes(document.circle))?.[1].head.body ?? {}
  const papers = {
    model: wide('logic_model'),
    issues: wide('issues'),
    causes: wide('causes'),
    closing: wide('closing'),
  }
  const bodies = new Map(own.map(([kind, { head }]) => [kind, head.body]))
  const programme = found.programmes.get(region.programmeId)
  return {
    ...{ region, now, bodies, slots: rows.slots, record: recordBodies({ ...rows, ...papers }) },
    values: bodies.has('logic_model') ? rows.values : [],
    programmeName: programme?.name ?? '',
    fiscalYear: programme?.fiscalYear ?? 0,
    hidden: new Set(all.flatMap(([kind]) => (bodies.has(kind) ? [] : [kind]))),
    numbers: new Map(own.map(([kind, { head }]) => [kind, head.number])),
  }
}

/** The rows of one region, for those who read 地域の全員. */
function recordIn(found: Found, { region, reads }: Omit<Read, 'now'>) {
  const mine = <T extends { regionId: string | null }>(rows: readonly T[]) =>
    reads.includes('region') ? rows.filter(({ regionId }) => regionId === region.id) : []
  const own = new Set(mine(found.meetings).map(({ id }) => id))
  return {
    lines: found.lines.filter(({ meetingId }) => own.has(meetingId)),
    ...{ advice: mine(found.advice), promises: mine(found.promises), values: mine(found.values) },
  }
}
