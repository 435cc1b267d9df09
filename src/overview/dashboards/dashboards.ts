import { isEmpty } from '../../papers/templates/templates.ts'
import { daysBetween, today } from '../../platform/time.ts'
import type { Step } from '../../programme/programmes/programmes.ts'
import type { Answer } from '../../support/advice/advice.ts'
import { type Meeting, type MeetingState, slotsOf } from '../../support/meetings/meetings.ts'
import { type Agreed, isOverdue, isWaived, type PromiseType } from '../../support/promises/promises.ts'
import { LINES, pairLabel, type Report, roundsOf, type Sending } from '../../support/reports/reports.ts'
import type { FateCount } from '../../tools/check-fates/check-fates.ts'

/** A region as a row of the charts. */
export interface WorkRegion {
  id: string
  name: string
  isPaused: boolean
  createdAt: string
}

/** What the year's dashboard counts: work that 地域の全員 may read, and never a word of it. */
export interface YearWork {
  regions: WorkRegion[]
  steps: Step[]
  meetings: Meeting[]
  lastMoves: ReadonlyMap<string, string>
  reports: Report[]
  answers: { regionId: string; answer: Answer | null; n: number }[]
  promises: Agreed[]
  checks: FateCount[]
  now: Date
}

/** How a promise ended, or stands. */
export const KEPT = {
  inTime: '期日どおり',
  late: '遅れて済み',
  noDue: '期日なしで済み',
  overdue: '期日を過ぎて未完',
  waiting: 'これから',
} as const
export type Kept = keyof typeof KEPT

/** null: waived with a reason, counted nowhere. */
export function keptOf(p: Agreed, now: Date): Kept | null {
  if (isWaived(p)) return null
  if (p.status !== 'done') return isOverdue(p, now) ? 'overdue' : 'waiting'
  if (p.dueOn === null) return 'noDue'
  const doneOn = p.heldOn ?? (p.doneAt ? today(new Date(p.doneAt)) : null)
  return doneOn !== null && doneOn > p.dueOn ? 'late' : 'inTime'
}

export const isPractice = (p: Agreed): boolean => p.status === 'done' && !isWaived(p)

export const countOf = <T>(rows: readonly T[], fits: (row: T) => boolean): number => rows.filter(fits).length

export function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}

/** Counts beside each other, in the order of a list of labels. */
export const tally = <K extends string>(keys: readonly K[], found: readonly (K | null)[]): number[] =>
  keys.map((key) => countOf(found, (one) => one === key))

export interface StepProgress {
  label: string
  states: Record<MeetingState, number>
}

/** Per step of the regions: in how many it stands where. */
export function progressOf({ regions, steps, meetings, now }: YearWork): StepProgress[] {
  const byRegion = grouped(meetings, ({ regionId }) => regionId ?? '')
  const slots = regions.map(({ id }) => slotsOf(steps, byRegion.get(id) ?? [], now))
  return steps
    .filter(({ level }) => level === 'region')
    .map((step) => {
      const states = slots.map((own) => own.find(({ stepId }) => stepId === step.id)?.state ?? 'none')
      const count = (state: MeetingState) => countOf(states, (one) => one === state)
      const [none, arrange, fixed] = [count('none'), count('arrange'), count('fixed')]
      const [held, done, cancelled] = [count('held'), count('done'), count('cancelled')]
      return { label: step.label, states: { none, arrange, fixed, held, done, cancelled } }
    })
}

/** Days since anything was done, where the region is not paused. */
export const daysStill = ({ lastMoves, now }: YearWork, { id, createdAt }: WorkRegion): number =>
  daysBetween(today(new Date(lastMoves.get(id) ?? createdAt)), today(now))

export interface RoundCount {
  label: string
  /** Of the three lines, how many regions wrote each before the meeting; null while nobody has and no meeting has come. */
  lines: (number | null)[]
  /** Days from the first sending to the meeting, where both have a day: shortest first. */
  ahead: number[]
}

const wroteBefore = (sendings: readonly Sending[], heldOn: string | null, line: string): boolean =>
  sendings.some(({ body, saidOn }) => (heldOn === null || saidOn <= heldOn) && !isEmpty(body[line]))

/** 回の前のひとこと（3つ）: how many regions sent which, and how long before their meeting. */
export function roundCounts({ regions, steps, meetings, reports, now }: YearWork): RoundCount[] {
  const meetingsOf = grouped(meetings, ({ regionId }) => regionId ?? '')
  const reportAt = new Map(reports.map((report) => [`${report.regionId}/${report.stepKey}`, report]))
  const rounds = regions.flatMap(({ id }) =>
    roundsOf(steps, slotsOf(steps, meetingsOf.get(id) ?? [], now)).map((round) => ({
      ...{ key: round.step.key, label: pairLabel(round), heldOn: round.first.meeting?.heldOn ?? null },
      sendings: reportAt.get(`${id}/${round.step.key}`)?.sendings ?? [],
      hasCome: round.first.state === 'held' || round.first.state === 'done',
    })),
  )
  return [...grouped(rounds, ({ key }) => key).values()].map((own) => {
    const counts = LINES.map((line) => countOf(own, ({ sendings, heldOn }) => wroteBefore(sendings, heldOn, line)))
    const isAhead = counts.every((count) => count === 0) && own.every(({ hasCome }) => !hasCome)
    const ahead = own.flatMap(({ sendings, heldOn }) =>
      sendings[0] && heldOn ? [daysBetween(sendings[0].saidOn, heldOn)] : [],
    )
    return {
      label: own[0]?.label ?? '',
      lines: counts.map((count) => (isAhead ? null : count)),
      ahead: ahead.sort((a, b) => a - b),
    }
  })
}

/** The one in the middle; of two in the middle their mean. */
export function middleOf(sorted: readonly number[]): number | null {
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

/** Done, by kind: 調べる・出向く・話を聞く・話し合う and the rest. */
export const practiceCounts = (promises: readonly Agreed[], types: readonly PromiseType[]): number[] =>
  tally(
    types,
    promises.filter(isPractice).map(({ type }) => type),
  )
