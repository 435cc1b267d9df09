import { type Actor, runs } from '../../access/actor.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import { daysBetween, isLate, monthDay, today } from '../../platform/time.ts'
import type { Step } from '../../programme/programmes/programmes.ts'
import { deadlinesOf } from '../../support/deadlines/deadlines.ts'
import { JOINT_KINDS } from '../joint-report/joint-report.ts'
import { isAlive, type Situation } from '../situations/situations.ts'
import type { Todo } from '../todo/todo.ts'
import type { Line } from '../waits/waits.ts'

/** 合同報告会 of a year while it is near: what is still missing for it. */
export interface JointDuty {
  programmeId: string
  label: string
  heldOn: string
  dueOn: string | null
  /** Regions seen by the reader that handed in nothing. */
  missing: readonly string[]
  /** Questions put to a region that nobody answered, by its id. */
  unanswered: ReadonlyMap<string, number>
}

interface YearDay {
  programmeId: string
  kind: string
  label: string
  heldOn: string | null
  cancelledAt: string | null
}

export interface NearDay extends Pick<JointDuty, 'programmeId' | 'label' | 'heldOn'> {
  usualDueOn: string | null
}

/** From four weeks before until the day itself. */
const NEAR_DAYS = 28
const isJoint = (kind: string) => (JOINT_KINDS as readonly string[]).includes(kind)

const dueBy = (step: Step | undefined, heldOn: string) => deadlinesOf(step, heldOn).papersDueOn

/** The day of a year's joint report meeting, when it is near: the year's own, or the one its regions share. */
export function nearDay(situations: readonly Situation[], year: readonly YearDay[], now: Date): NearDay | null {
  const [first] = situations
  if (!first) return null
  const programmeId = first.programme.id
  const step = first.steps.find((one) => isJoint(one.kind))
  const own = year.find((m) => m.programmeId === programmeId && isJoint(m.kind) && m.heldOn && !m.cancelledAt)
  const slots = situations.flatMap((s) => s.slots.filter((slot) => isJoint(slot.kind) && slot.meeting?.heldOn))
  const days = new Set(slots.flatMap((slot) => (slot.meeting?.cancelledAt ? [] : [slot.meeting?.heldOn])))
  const shared = days.size === 1 ? ([...days][0] ?? null) : null
  const heldOn = own?.heldOn ?? shared
  const ahead = heldOn ? daysBetween(today(now), heldOn) : -1
  if (!heldOn || ahead < 0 || ahead > NEAR_DAYS) return null
  const label = own?.label ?? slots[0]?.label ?? '合同報告会'
  return { programmeId, label, heldOn, usualDueOn: dueBy(step, heldOn) }
}

const words = ({ label, heldOn }: JointDuty) => `${label}（${monthDay(heldOn)}）`

/** What the region's own people still do for the meeting. */
export function jointTodos(s: Situation, actor: Actor, duties: readonly JointDuty[]): Todo[] {
  const duty = duties.find(({ programmeId }) => programmeId === s.programme.id)
  if (!duty || !isAlive(s) || runs(actor, s.region)) return []
  const about = { subject: s.region.name, regionId: s.region.id, whoseTurn: null }
  const own = { ...about, href: paths.regionJoint(s.region.id) }
  const questions = duty.unanswered.get(s.region.id) ?? 0
  const materials: Todo[] =
    duty.missing.includes(s.region.id) && may(actor, 'joint.hand_in', s.region)
      ? [
          {
            ...own,
            what: `から、${words(duty)}の資料を出してください`,
            detail: '作ったファイルのほか、支援経過（1枚）やまとめも、そのまま出せます',
            dueOn: duty.dueOn ?? duty.heldOn,
            act: '資料を出す',
          },
        ]
      : []
  const answers: Todo[] =
    questions > 0 && may(actor, 'joint.answer', s.region)
      ? [
          {
            ...own,
            what: `に、${duty.label}の質問が${questions}件届いています`,
            detail: '当日に話して答えてもかまいません',
            dueOn: duty.heldOn,
            act: '質問を読む',
          },
        ]
      : []
  return [...materials, ...answers]
}

/** One line for the secretariat, with all regions it may write to at once. */
export const officeJointTodos = (
  rounds: readonly { programme: { id: string; name: string } }[],
  duties: readonly JointDuty[],
): Todo[] =>
  rounds.flatMap(({ programme }) => {
    const duty = duties.find(({ programmeId }) => programmeId === programme.id)
    if (!duty || duty.missing.length === 0) return []
    const what = `：${words(duty)}の資料が、${duty.missing.length}地域からまだ届いていません`
    const rest = { detail: '一度に、お願いの手紙を送れます', whoseTurn: '地域', dueOn: duty.dueOn ?? duty.heldOn }
    return [{ subject: programme.name, what, ...rest, href: paths.jointMaterials(programme.id), act: '資料を見る' }]
  })

/** For the Monday list: region by region. */
export const jointLines = (situations: readonly Situation[], duties: readonly JointDuty[], now: Date): Line[] =>
  duties.flatMap((duty) =>
    situations
      .filter((s) => duty.missing.includes(s.region.id))
      .map((s) => ({
        subject: s.region.name,
        text: `${words(duty)}の資料を待っています`,
        href: paths.jointMaterials(duty.programmeId),
        days: duty.dueOn && isLate(duty.dueOn, now) ? daysBetween(duty.dueOn, today(now)) : null,
      })),
  )
