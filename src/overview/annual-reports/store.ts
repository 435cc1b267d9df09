import type { Actor } from '../../access/actor.ts'
import type { Db } from '../../platform/db/db.ts'
import { wareki } from '../../platform/time.ts'
import { type Programme, STEP_KINDS, type Step } from '../../programme/programmes/programmes.ts'
import { stepsOf } from '../../programme/programmes/store.ts'
import { fetchRegions } from '../../programme/regions/store.ts'
import { regionsSeenBy } from '../../programme/sight/store.ts'
import { groupsOfYear, opinionsOfYear } from '../annual-groups/store.ts'
import { regionsOfYear } from '../annual-regions/store.ts'
import { textsOf } from '../annual-texts/store.ts'
import type { YearFacts } from './annual-reports.ts'

type Ctx = { db: Db; actor: Actor; now: Date }

const dayWords = (day: string | null): string => (day ? wareki(day) : '')
const period = (from: string | null, to: string | null): string =>
  from || to ? `${dayWords(from)}〜${dayWords(to)}` : ''

function factRows(p: Programme, counts: YearFacts['entries'], names: readonly string[]) {
  return [
    { term: '事業の名前', text: p.name },
    { term: '募集の期間', text: period(p.entryOpensOn, p.entryClosesOn) },
    { term: '応募と採択', text: `応募 ${counts.submitted}件、採択 ${counts.selected}件（募集 ${p.capacity}地域）` },
    { term: '支援した地域', text: names.join('、') },
    { term: '支援期間', text: period(p.supportFromOn, p.supportToOn) },
  ]
}

const stepRow = (step: Step, days: ReadonlyMap<string, string[]>) => {
  const held = days.get(step.id) ?? []
  const [first, last] = [held[0], held.at(-1)]
  const when = first && last && first !== last ? `${wareki(first)}〜${wareki(last)}` : dayWords(first ?? null)
  return { label: step.label, kind: STEP_KINDS[step.kind], when }
}

/** Every meeting, a region's too, names its year: the index of years and days answers it. */
async function daysOfSteps(db: Db, programmeId: string): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom('meetings')
    .select(['stepId', 'heldOn'])
    .where('programmeId', '=', programmeId)
    .where('heldOn', 'is not', null)
    .where('cancelledAt', 'is', null)
    .orderBy('heldOn')
    .execute()
  const days = new Map<string, string[]>()
  for (const { stepId, heldOn } of rows) if (stepId && heldOn) days.set(stepId, [...(days.get(stepId) ?? []), heldOn])
  return days
}

/** Everything the report is written from; a bounded number of queries however many regions there are. */
export async function yearFactsOf(ctx: Ctx, programme: Programme): Promise<YearFacts> {
  const { db, actor, now } = ctx
  const seen = regionsSeenBy(db, actor).where('regions.programmeId', '=', programme.id)
  const all = await fetchRegions(db, seen.orderBy('regions.sortCode').orderBy('regions.id'))
  const selected = all.filter((region) => region.isSelected && !region.isSample)
  const regions = await regionsOfYear(ctx, selected)
  const entries = { submitted: all.filter((r) => r.submittedAt && !r.isSample).length, selected: selected.length }
  const [steps, days] = [await stepsOf(db, [programme.id]), await daysOfSteps(db, programme.id)]
  return {
    ...{ programme, entries, regions },
    texts: (await textsOf(db, programme.id)).body,
    facts: factRows(
      programme,
      entries,
      selected.map((r) => r.name),
    ),
    steps: steps.map((step) => stepRow(step, days)),
    groups: await groupsOfYear(db, { programme, now }),
    opinions: await opinionsOfYear(db, { programme, now, regions: new Map(all.map((r) => [r.id, r.name])) }),
  }
}
