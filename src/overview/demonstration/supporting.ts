import { paths } from '../../paths/paths.ts'
import { addMembership } from '../../people/accounts/store.ts'
import { today } from '../../platform/time.ts'
import { programmeSeen } from '../../programme/programmes/store.ts'
import { answerAdvice } from '../../support/advice/actions.ts'
import { adviceOfRegion } from '../../support/advice/store.ts'
import { slotsOfRegion } from '../../support/meetings/store.ts'
import { fixRecord } from '../../support/minutes/actions.ts'
import { recordPractice } from '../../support/practices/actions.ts'
import { keepPromise } from '../../support/promises/actions.ts'
import { promisesOfRegion } from '../../support/promises/store.ts'
import { recordMeeting } from '../../support/records/actions.ts'
import { scheduleMeeting } from '../../support/schedules/actions.ts'
import { type Cast, moment, seen } from './cast.ts'
import type { At, Given, Story } from './demonstration.ts'
import { people } from './people.ts'
import { say } from './saying.ts'

const CIRCLES = ['town', 'team', 'region'] as const

type Where = { programmeId: string; regionId: string }
type Deed = { at: At; run(): Promise<unknown> }

/** Advisors, 保健所 and partners join once the letters have gone. */
export async function formTeam(cast: Cast, story: Story, regionId: string, at: At): Promise<void> {
  for (const { who, role } of story.team) {
    const { organisationId, title } = people[who]
    const fromOn = today(moment(at))
    const personId = cast.ids[who]
    await addMembership(cast.db, { personId, role, organisationId, regionId, title, fromOn }, moment(at))
  }
}

/** Everything that happened in the region's support, in the order of the calendar. */
export function deedsOf(cast: Cast, story: Story, where: Where): Deed[] {
  return story.meetings.flatMap((meeting): Deed[] => {
    const planned = { at: meeting.plannedAt, run: () => plan(cast, meeting, where) }
    const { record, lines } = meeting
    const said = lines ? [{ at: lines.at, run: () => say(cast, { step: meeting.step, ...lines }, where) }] : []
    if (!record) return [planned, ...said]
    const recorded = { at: record.at, run: () => write(cast, meeting, where) }
    const fixed = record.fixedAt ? [{ at: record.fixedAt, run: () => fix(cast, meeting, where) }] : []
    const answers = record.advice.flatMap(({ text, answer }) =>
      answer ? [{ at: answer.at, run: () => reply(cast, { text, ...answer }, where) }] : [],
    )
    const kept = record.promises.flatMap(({ text, done }) =>
      done ? [{ at: done.at, run: () => tick(cast, { text, ...done }, where) }] : [],
    )
    return [planned, ...said, recorded, ...fixed, ...answers, ...kept]
  })
}

async function placeOf(cast: Cast, step: string, at: At, where: Where) {
  const ctx = await cast.as('mika', at)
  const { region } = await seen(ctx, where.programmeId, where.regionId)
  const slot = (await slotsOfRegion(cast.db, region, ctx.now)).find((s) => s.stepKey === step)
  if (!slot) throw new Error(`no step ${step}`)
  return { ctx, region, slot }
}

async function plan(cast: Cast, meeting: Given, where: Where): Promise<void> {
  const { ctx, region, slot } = await placeOf(cast, meeting.step, meeting.plannedAt, where)
  const { on: heldOn, time, mode, place = '' } = meeting
  const schedule = { heldOn, time, mode, place, minutes: heldOn ? 90 : null, url: '' }
  const programme = await programmeSeen(ctx.db, ctx.actor, region.programmeId)
  if (!programme) throw new Error('no programme')
  const o = { region, programme, slot, href: paths.meeting(region.id, slot.number) }
  await scheduleMeeting(ctx, o, schedule, { origin: null })
}

async function write(cast: Cast, meeting: Given, where: Where): Promise<void> {
  const { record, on, mode } = meeting
  if (!record || !on) throw new Error('a record needs its day')
  const { ctx, region, slot } = await placeOf(cast, meeting.step, record.at, where)
  const lines = (list: readonly string[] = []) => list.join('\n')
  const advice = record.advice.map((a) => ({
    text: a.text,
    advisor: cast.ids[a.by],
    circle: a.circle ?? ('region' as const),
  }))
  const promises = record.promises.map(({ text, side, owner, dueOn, dueText }) => {
    return { text, side, owner, due: { dueOn, dueText: dueText ?? null } }
  })
  const words = { situation: lines(record.situation), decided: lines(record.decided), note: lines(record.note) }
  const { keywords } = record
  const given = { ...words, heldOn: on, mode, circle: 'region' as const, keywords, advice, promises }
  const advisors = new Map(record.advice.map((a) => [cast.ids[a.by], people[a.by].name]))
  await recordMeeting(ctx, region, { slot, record: given, advisors })
}

async function fix(cast: Cast, meeting: Given, where: Where): Promise<void> {
  const { ctx, region, slot } = await placeOf(cast, meeting.step, meeting.record?.fixedAt ?? meeting.plannedAt, where)
  await fixRecord(ctx, region, { slot })
}

type Answered = { text: string } & NonNullable<NonNullable<Given['record']>['advice'][number]['answer']>

async function reply(cast: Cast, given: Answered, { programmeId, regionId }: Where): Promise<void> {
  const ctx = await cast.as(given.who, given.at)
  const { region } = await seen(ctx, programmeId, regionId)
  const advice = (await adviceOfRegion(cast.db, regionId, CIRCLES)).find((a) => a.text === given.text)
  if (advice) await answerAdvice(ctx, region, advice, { answer: given.answer, reason: given.reason })
}

type Done = { text: string } & NonNullable<NonNullable<Given['record']>['promises'][number]['done']>

async function tick(cast: Cast, given: Done, { programmeId, regionId }: Where): Promise<void> {
  const ctx = await cast.as(given.who, given.at)
  const { region } = await seen(ctx, programmeId, regionId)
  const promise = (await promisesOfRegion(cast.db, regionId, CIRCLES)).find((p) => p.text === given.text)
  if (!promise) return
  if (!given.type) await keepPromise(ctx, region, promise, given.on)
  else {
    const blank = { withWhom: '', learned: '', touches: [], isEvidence: false }
    await recordPractice(
      ctx,
      region,
      { promise },
      { practice: { ...blank, type: given.type, heldOn: given.on }, files: [] },
    )
  }
}
