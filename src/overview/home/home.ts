import { type Actor, runs } from '../../access/actor.ts'
import { paths } from '../../paths/paths.ts'
import type { Task } from '../../people/tasks/tasks.ts'
import { clock, dayOf, monthDay, today } from '../../platform/time.ts'
import type { WaitingQuestion } from '../../support/consultations/consultations.ts'
import { MODES } from '../../support/meetings/meetings.ts'
import type { Agreement } from '../../tools/agreements/agreements.ts'
import { adviceTodos } from '../advice-todos/advice-todos.ts'
import { agreementTodos } from '../agreement-todos/agreement-todos.ts'
import { closingTodos } from '../closing-todos/closing-todos.ts'
import { consultationTodos } from '../consultation-todos/consultation-todos.ts'
import { entryTodos } from '../entry-todos/entry-todos.ts'
import { type JointDuty, jointTodos, officeJointTodos } from '../joint-todos/joint-todos.ts'
import { officeTodos } from '../office-todos/office-todos.ts'
import { type AskingPoll, pollTodos } from '../poll-todos/poll-todos.ts'
import { reportTodos } from '../report-todos/report-todos.ts'
import { reviewTodos, type YearReviews } from '../review-todos/review-todos.ts'
import { type Round, roundTodos, scoringTodos } from '../round-todos/round-todos.ts'
import { isAlive, type Situation } from '../situations/situations.ts'
import { supportTodos } from '../support-todos/support-todos.ts'
import { taskTodos } from '../task-todos/task-todos.ts'
import { inOrder, type Todo } from '../todo/todo.ts'

interface Facts {
  situations: readonly Situation[]
  office: readonly Round[]
  scoring: readonly Round[]
  polls: readonly AskingPoll[]
  questions: readonly WaitingQuestion[]
  agreements: readonly Agreement[]
  /** Regions whose まとめ is begun. */
  closings: ReadonlySet<string>
  reviews: readonly YearReviews[]
  tasks: readonly Task[]
  joint: readonly JointDuty[]
}

/** Everybody's list, whatever roles they hold: each rule asks for itself. */
export function todosOf(actor: Actor, facts: Facts, now: Date): Todo[] {
  const ofRegion = (s: Situation) => [
    ...entryTodos(s, actor, now),
    ...supportTodos(s, actor, now),
    ...reportTodos(s, actor, now),
    ...jointTodos(s, actor, facts.joint),
    ...consultationTodos(s, actor, facts.questions),
    ...adviceTodos(s, actor),
    ...agreementTodos(s, actor, facts.agreements),
    ...closingTodos(s, actor, facts.closings),
    ...(runs(actor, s.region) ? officeTodos(s, now) : []),
  ]
  return inOrder([
    ...facts.office.flatMap((round) => roundTodos(round, now)),
    ...officeJointTodos(facts.office, facts.joint),
    ...taskTodos(facts.tasks),
    ...pollTodos(facts.polls),
    ...facts.reviews.flatMap(reviewTodos),
    ...facts.scoring.flatMap((round) => scoringTodos(round)),
    ...facts.situations.filter((s) => !s.region.pause).flatMap(ofRegion),
  ])
}

/** 近い回 */
export interface Soon {
  onIso: string
  /** 12/12 */
  day: string
  /** 金 10:00 */
  time: string
  subject: string
  label: string
  href: string | null
  detail: string
}

function soonOf(m: { heldOn: string; startsAt: string | null }, rest: Omit<Soon, 'onIso' | 'day' | 'time'>): Soon {
  const [, month, day] = m.heldOn.split('-').map(Number)
  const weekday = monthDay(m.heldOn).at(-2)
  const time = m.startsAt ? `${weekday} ${clock(m.startsAt)}` : `${weekday}`
  return { onIso: m.heldOn, day: `${month}/${day}`, time, ...rest }
}

interface YearMeeting {
  programmeId: string
  number: number
  label: string
  heldOn: string | null
  startsAt: string | null
  cancelledAt: string | null
}

const SOON = 6

/** The next meetings of all the reader's regions, and of their years. */
export function soonest(situations: readonly Situation[], year: readonly YearMeeting[], now: Date): Soon[] {
  const ahead = situations.flatMap((s) =>
    s.slots.flatMap(({ meeting: m, state, number, label }) =>
      state === 'fixed' && m?.heldOn
        ? [
            soonOf(
              { heldOn: m.heldOn, startsAt: m.startsAt },
              {
                subject: s.region.name,
                label,
                href: paths.meeting(s.region.id, number),
                detail: [!isAlive(s) && '休止中', m.mode && MODES[m.mode], m.place].filter(Boolean).join('・'),
              },
            ),
          ]
        : [],
    ),
  )
  const ofYear = year.flatMap((m) =>
    m.heldOn && !m.cancelledAt && m.heldOn >= today(now)
      ? [
          soonOf(
            { heldOn: m.heldOn, startsAt: m.startsAt },
            { subject: '', label: m.label, href: paths.yearMeeting(m.programmeId, m.number), detail: '年度の会' },
          ),
        ]
      : [],
  )
  return [...ahead, ...ofYear].toSorted((a, b) => (a.onIso + a.time).localeCompare(b.onIso + b.time)).slice(0, SOON)
}

/** The newest first, by day, as the history is everywhere. */
export function byDay<T extends { at: string }>(rows: readonly T[]): { day: string; rows: T[] }[] {
  const days = new Map<string, T[]>()
  for (const row of rows.toSorted((a, b) => b.at.localeCompare(a.at)))
    days.set(dayOf(row.at), [...(days.get(dayOf(row.at)) ?? []), row])
  return [...days].map(([day, own]) => ({ day, rows: own }))
}
