import { change, type Log } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Db } from '../../platform/db/db.ts'
import { instantAt, warekiShort } from '../../platform/time.ts'
import { Problem } from '../../platform/web/problem.ts'
import type { StepKind } from '../../programme/programmes/programmes.ts'
import { closeOpenPoll } from '../dates/store.ts'
import { tellEverybody } from '../invitations/actions.ts'
import { spreadJointDay } from '../joint-days/actions.ts'
import type { Meeting } from '../meetings/meetings.ts'
import { addMeeting, nextExtraNumber, updateMeeting } from '../meetings/store.ts'
import type { Occasion } from '../occasions/occasions.ts'
import { openOccasion } from '../occasions/store.ts'
import type { Schedule } from './forms.ts'
import { DATE_KINDS, type DateFact, type Ending } from './schedules.ts'
import { addDateFact } from './store.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    meeting_scheduled: { n: number; label: string; on: string | null; time: string | null; wasOn: string | null }
    meeting_cancelled: { n: number; label: string; reason: string; kind?: Ending }
  }
}

const at = (on: string, time: string | null) => `${warekiShort(on)}${time ? ` ${time}` : ''}`

export const scheduleHappenings = {
  meeting_scheduled: (h) => {
    const { label, on, time, wasOn } = h.details
    const moved = wasOn && wasOn !== on ? `${warekiShort(wasOn)}から` : ''
    if (!on) return `${h.actorName}さんが${label}の日を調整することにしました`
    return `${h.actorName}さんが${label}の予定を${moved}${at(on, time)}に決めました`
  },
  meeting_cancelled: (h) => {
    const { label, reason, kind } = h.details
    return `${h.actorName}さんが${label}を${DATE_KINDS[kind ?? 'cancelled']}（理由：${reason}）`
  },
} satisfies Sentences<'meeting_scheduled' | 'meeting_cancelled'>

const planned = (s: Schedule) => ({
  heldOn: s.heldOn,
  startsAt: s.heldOn && s.time ? instantAt(s.heldOn, s.time) : null,
  minutes: s.minutes,
  mode: s.mode,
  place: s.place,
  url: s.url,
})
type Plan = ReturnType<typeof planned>

const isSame = (meeting: Meeting, plan: Plan): boolean =>
  meeting.cancelledAt === null && (Object.keys(plan) as (keyof Plan)[]).every((key) => meeting[key] === plan[key])

const STANDS = { cancelledAt: null, cancelReason: null, cancelKind: null }
const whereOf = (o: Occasion) => ({ regionId: o.region?.id ?? null, programmeId: o.programme.id })

/** With an `origin` (how links begin) everybody gets a letter and a calendar file; without one only the fact is kept. */
export interface Told {
  origin: string | null
}

/** Sets or moves the day; a cancelled meeting that gets a day stands again. Returns how many letters go. */
export const scheduleMeeting = (ctx: Ctx, o: Occasion, schedule: Schedule, { origin }: Told): Promise<number> =>
  change(ctx, async (db, log) => {
    const meeting = await openOccasion(db, o, ctx.now)
    if (meeting.fixedAt) throw new Problem('conflict', 'この回の記録はすでに確定しているため、予定は変えられません')
    const plan = planned(schedule)
    if (isSame(meeting, plan)) return 0
    const set = { ...plan, ...STANDS, postponeReason: null }
    await updateMeeting(db, meeting.id, set)
    if (plan.heldOn) await closeOpenPoll(db, meeting.id, { byName: ctx.actor.name, slotId: null }, ctx.now)
    const { fact, letters } = await keepFact({ ...ctx, db }, o, { meeting, plan, origin })
    if (fact) await spreadJointDay({ ...ctx, db }, o, log, { set, fact })
    await logPlan(log, o, { meeting, schedule })
    return letters
  })

const logPlan = (log: Log, o: Occasion, { meeting, schedule }: { meeting: Meeting; schedule: Schedule }) => {
  const { number: n, label, heldOn: wasOn } = meeting
  const details = { n, label, on: schedule.heldOn, time: schedule.time, wasOn }
  return log({ kind: 'meeting_scheduled', ...whereOf(o), details })
}

/** A new day, or a day taken away; a meeting that never had one has nothing to tell. */
async function keepFact(
  ctx: Ctx & { db: Db },
  o: Occasion,
  { meeting, plan, origin }: { meeting: Meeting; plan: Plan; origin: string | null },
): Promise<{ fact: DateFact | null; letters: number }> {
  if (!plan.heldOn && !meeting.heldOn) return { fact: null, letters: 0 }
  const { url: _, ...words } = plan.heldOn ? plan : { ...plan, heldOn: meeting.heldOn, startsAt: meeting.startsAt }
  const kind = !plan.heldOn ? 'postponed' : meeting.heldOn && !meeting.cancelledAt ? 'moved' : 'fixed'
  const kept = { ...words, meetingId: meeting.id, kind, reason: '', byName: ctx.actor.name } as const
  const fact = await addDateFact(ctx.db, kept, ctx.now)
  const told = { occasion: o, before: meeting, meeting: { ...meeting, ...plan }, fact }
  return { fact, letters: origin ? await tellEverybody(ctx, { ...told, origin }) : 0 }
}

/** A meeting outside the steps, for instance 個別相談 or an extra WG; returns its number. */
export const addExtraMeeting = (
  ctx: Ctx,
  place: Pick<Occasion, 'region' | 'programme'>,
  extra: { label: string; kind: StepKind },
): Promise<number> =>
  change(ctx, async (db, log) => {
    const regionId = place.region?.id ?? null
    const n = await nextExtraNumber(db, { id: regionId, programmeId: place.programme.id })
    const given = { programmeId: place.programme.id, regionId, stepId: null, stepKey: null }
    const id = await addMeeting(db, { ...given, ...extra, number: n }, ctx.now)
    await updateMeeting(db, id, { mode: 'online' })
    const details = { n, label: extra.label, on: null, time: null, wasOn: null }
    await log({ kind: 'meeting_scheduled', regionId, programmeId: place.programme.id, details })
    return n
  })

/** 延期・中止・実施しない, with its reason; returns how many letters go. */
export const endMeeting = (
  ctx: Ctx,
  o: Occasion,
  { kind, reason, origin }: { kind: Ending; reason: string } & Told,
): Promise<number> =>
  change(ctx, async (db, log) => {
    const meeting = await openOccasion(db, o, ctx.now)
    if (meeting.fixedAt) throw new Problem('conflict', '記録を確定した回は中止にできません')
    if (meeting.isRecorded) throw new Problem('conflict', '記録のある回は中止にできません。記録を直してください')
    const off =
      kind === 'postponed'
        ? { ...STANDS, heldOn: null, startsAt: null, mode: meeting.mode ?? 'online', postponeReason: reason }
        : { cancelledAt: ctx.now.toISOString(), cancelReason: reason, cancelKind: kind }
    await updateMeeting(db, meeting.id, off)
    await closeOpenPoll(db, meeting.id, { byName: ctx.actor.name, slotId: null }, ctx.now)
    const { heldOn, startsAt, minutes, mode, place, id: meetingId } = meeting
    const kept = { heldOn, startsAt, minutes, mode, place, meetingId, kind, reason, byName: ctx.actor.name }
    const fact = await addDateFact(db, kept, ctx.now)
    await spreadJointDay({ ...ctx, db }, o, log, { set: off, fact })
    const details = { n: meeting.number, label: meeting.label, reason, kind }
    await log({ kind: 'meeting_cancelled', ...whereOf(o), details })
    return origin ? tellEverybody({ ...ctx, db }, { occasion: o, before: meeting, meeting, fact, origin }) : 0
  })
