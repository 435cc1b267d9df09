import type { Log } from '../../people/history/actions.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Meeting } from '../meetings/meetings.ts'
import { openMeeting, slotsOfRegion, updateMeeting } from '../meetings/store.ts'
import type { Occasion } from '../occasions/occasions.ts'
import { supportedRegions } from '../occasions/store.ts'
import type { DateFact } from '../schedules/schedules.ts'
import { addDateFact } from '../schedules/store.ts'

interface Spread {
  /** What the year's joint meeting became. */
  set: Partial<Omit<Meeting, 'id' | 'regionId' | 'programmeId'>>
  fact: DateFact
}

/**
 * 合同報告会 is one day for all: each region's own step follows the year's meeting, so that its record, papers and
 * deadlines hang on the same day. Nobody is written to twice. Call it inside `change`.
 */
export async function spreadJointDay(ctx: Ctx, o: Occasion, log: Log, { set, fact }: Spread): Promise<void> {
  if (o.region || o.slot.kind !== 'joint-report') return
  const { db, now } = ctx
  for (const region of await supportedRegions(db, o.programme.id)) {
    const slots = await slotsOfRegion(db, region, now)
    const slot = slots.find((one) => one.kind === 'joint-report' && one.stepId !== null)
    if (!slot || slot.meeting?.isRecorded || slot.meeting?.fixedAt) continue
    const meeting = await openMeeting(db, region, slot, now)
    await updateMeeting(db, meeting.id, set)
    const { id: _, sequence: __, createdAt: ___, ...words } = fact
    await addDateFact(db, { ...words, meetingId: meeting.id }, now)
    const details = { n: meeting.number, label: meeting.label }
    const day = { on: fact.heldOn, time: null, wasOn: meeting.heldOn }
    const isOn = fact.kind === 'fixed' || fact.kind === 'moved'
    if (isOn) await log({ kind: 'meeting_scheduled', regionId: region.id, details: { ...details, ...day } })
    else await log({ kind: 'meeting_cancelled', regionId: region.id, details: { ...details, reason: fact.reason } })
  }
}
