import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { instantAt, warekiShort } from '../../platform/time.ts'
import { Problem } from '../../platform/web/problem.ts'
import type { Region } from '../../programme/regions/regions.ts'
import type { Schedule } from './forms.ts'
import type { Slot } from './meetings.ts'
import { addMeeting, nextExtraNumber, openMeeting, updateMeeting } from './store.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    meeting_scheduled: { n: number; label: string; on: string | null; time: string | null; wasOn: string | null }
    meeting_cancelled: { n: number; label: string; reason: string }
  }
}

const at = (on: string, time: string | null) => `${warekiShort(on)}${time ? ` ${time}` : ''}`

export const meetingHappenings = {
  meeting_scheduled: (h) => {
    const { label, on, time, wasOn } = h.details
    const moved = wasOn && wasOn !== on ? `${warekiShort(wasOn)}から` : ''
    if (!on) return `${h.actorName}さんが${label}の日を調整することにしました`
    return `${h.actorName}さんが${label}の予定を${moved}${at(on, time)}に決めました`
  },
  meeting_cancelled: (h) => `${h.actorName}さんが${h.details.label}を中止にしました（理由：${h.details.reason}）`,
} satisfies Sentences<'meeting_scheduled' | 'meeting_cancelled'>

const planned = (s: Schedule) => ({
  heldOn: s.heldOn,
  startsAt: s.heldOn && s.time ? instantAt(s.heldOn, s.time) : null,
  minutes: s.minutes,
  mode: s.mode,
  place: s.place,
  url: s.url,
})

/** Sets or moves the day; a cancelled meeting that gets a day stands again. */
export const scheduleMeeting = (ctx: Ctx, region: Region, slot: Slot, schedule: Schedule) =>
  change(ctx, async (db, log) => {
    const meeting = await openMeeting(db, region, slot, ctx.now)
    if (meeting.fixedAt) throw new Problem('conflict', 'この回の記録はすでに確定しているため、予定は変えられません')
    await updateMeeting(db, meeting.id, { ...planned(schedule), cancelledAt: null, cancelReason: null })
    const details = {
      n: meeting.number,
      label: meeting.label,
      on: schedule.heldOn,
      time: schedule.time,
      wasOn: meeting.heldOn,
    }
    await log({ kind: 'meeting_scheduled', regionId: region.id, details })
  })

/** A meeting outside the steps, for instance 個別相談; returns its number. */
export const addExtraMeeting = (ctx: Ctx, region: Region, label: string, schedule: Schedule): Promise<number> =>
  change(ctx, async (db, log) => {
    const n = await nextExtraNumber(db, region.id)
    const given = { programmeId: region.programmeId, regionId: region.id, stepId: null, stepKey: null }
    const id = await addMeeting(db, { ...given, number: n, label, kind: 'support' }, ctx.now)
    await updateMeeting(db, id, planned(schedule))
    const details = { n, label, on: schedule.heldOn, time: schedule.time, wasOn: null }
    await log({ kind: 'meeting_scheduled', regionId: region.id, details })
    return n
  })

export const cancelMeeting = (ctx: Ctx, region: Region, slot: Slot, reason: string) =>
  change(ctx, async (db, log) => {
    const meeting = await openMeeting(db, region, slot, ctx.now)
    if (meeting.fixedAt) throw new Problem('conflict', '記録を確定した回は中止にできません')
    if (meeting.isRecorded) throw new Problem('conflict', '記録のある回は中止にできません。記録を直してください')
    await updateMeeting(db, meeting.id, { cancelledAt: ctx.now.toISOString(), cancelReason: reason })
    await log({
      kind: 'meeting_cancelled',
      regionId: region.id,
      details: { n: meeting.number, label: meeting.label, reason },
    })
  })
