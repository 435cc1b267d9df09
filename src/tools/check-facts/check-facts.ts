import { fieldsOf, type Template } from '../../papers/templates/templates.ts'

import type { Step } from '../../programme/programmes/programmes.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { type Meeting, type Slot, slotsOf } from '../../support/meetings/meetings.ts'
import type { Agreed } from '../../support/promises/promises.ts'
import { type Report, reportIn, roundsOf } from '../../support/reports/reports.ts'
import type { MeetingFact } from '../checks/checks.ts'

/** What the meetings' checks are worked out from. */
export interface MeetingRows {
  region: Region
  steps: readonly Step[]
  meetings: readonly Meeting[]
  reports: readonly Report[]
  promises: readonly Agreed[]
  /** Meetings at which somebody of the prefecture was present, wrote, or took something on. */
  prefectureAt: ReadonlySet<string>
}

type Held = Slot & { meeting: Meeting }
const isHeld = (slot: Slot): slot is Held => slot.meeting !== null && (slot.state === 'held' || slot.state === 'done')

/** A practice lies between two meetings by its day, or by the steps it was agreed between. */
function between(promise: Agreed, [before, after]: [Held, Held], order: ReadonlyMap<string, number>): boolean {
  if (promise.status === 'todo') return false
  const { betweenFrom, betweenTo, heldOn } = promise
  if (betweenFrom || betweenTo) {
    const place = (key: string | null, otherwise: number) => (key === null ? otherwise : (order.get(key) ?? otherwise))
    const at = (slot: Held) => place(slot.stepKey, slot.number)
    return place(betweenFrom, -1) <= at(before) && at(after) <= place(betweenTo, 999)
  }
  const day = heldOn ?? promise.doneAt?.slice(0, 10) ?? null
  if (day === null) return false
  return day >= (before.meeting.heldOn ?? '') && day <= (after.meeting.heldOn ?? '9999')
}

/** An imported record tells nothing of the three lines, nor of who spoke. */
export function meetingFacts(rows: MeetingRows, now: Date): MeetingFact[] {
  const { region, steps, meetings, reports, promises } = rows
  const slots = slotsOf(steps, meetings, now)
  const held = slots.filter(isHeld)
  const order = new Map(steps.map((step) => [step.key, step.position]))
  const asked = new Map(roundsOf(steps, slots).map((round) => [round.first.number, round]))
  const isLive = region.importedAt === null
  return held.map((slot, at): MeetingFact => {
    const before = held[at - 1]
    const round = asked.get(slot.number)
    return {
      ...{ number: slot.number, label: slot.label, heldOn: slot.meeting.heldOn },
      ...(isLive && round && { hasLines: reportIn(reports, round.step.key) !== null }),
      ...(before && { practices: promises.filter((p) => between(p, [before, slot], order)).length }),
      ...(isLive && region.caseType === 'municipality' && { prefectureSpoke: rows.prefectureAt.has(slot.meeting.id) }),
    }
  })
}

/** Boxes nobody has to fill. */
export const optionalBoxes = (template: Template): number => fieldsOf(template).filter((field) => !field.needed).length
