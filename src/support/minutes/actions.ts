import { pinMilestones } from '../../papers/revisions/store.ts'
import { paths } from '../../paths/paths.ts'
import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Db } from '../../platform/db/db.ts'
import { postLater } from '../../platform/mail/outbox.ts'
import { Problem } from '../../platform/web/problem.ts'
import type { Region } from '../../programme/regions/regions.ts'
import type { Meeting, Slot } from '../meetings/meetings.ts'
import { openMeeting, updateMeeting } from '../meetings/store.ts'
import { tellMeeting } from '../records/records.ts'
import { minutesLetter } from './mail.ts'
import type { Minutes } from './minutes.ts'
import { addVersion, readersOf } from './store.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    record_fixed: { n: number; label: string; letters?: number; papers?: number }
    minutes_revised: { n: number; label: string; reason: string }
  }
}

export const minutesHappenings = {
  record_fixed: (h) => {
    const { label, letters = 0 } = h.details
    return `${h.actorName}さんが${label}の記録を確定しました${letters > 0 ? `（${letters}人にメールで送りました）` : ''}`
  },
  minutes_revised: (h) =>
    `${h.actorName}さんが確定した${h.details.label}の記録を新しい版にしました（理由：${h.details.reason}）`,
} satisfies Sentences<'record_fixed' | 'minutes_revised'>

interface Where {
  slot: Slot
  /** `https://host`, for the link in the letters; without it no letters go out. */
  origin?: string
}

/** Closes the record: frozen as its first version, every document of the region marked, the minutes mailed. */
export const fixRecord = (ctx: Ctx, region: Region, { slot, origin }: Where) =>
  change(ctx, async (db, log, after) => {
    const meeting = await openMeeting(db, region, slot, ctx.now)
    if (meeting.fixedAt) throw new Problem('conflict', 'この回の記録はすでに確定しています')
    if (!meeting.isRecorded) throw new Problem('conflict', 'まだ記録がありません。先に記録してください')
    await updateMeeting(db, meeting.id, { fixedAt: ctx.now.toISOString(), fixedBy: ctx.actor.name })
    const by = { personName: ctx.actor.name, reason: '' }
    const minutes = await addVersion(db, { region, meeting }, by, ctx.now)
    const papers = await pinMilestones(db, region.id, `${meeting.label}の時点`, ctx.now)
    const letters = origin ? await sendMinutes(ctx, db, { region, meeting, minutes, origin, reason: '' }) : 0
    const details = { n: meeting.number, label: meeting.label, letters, papers }
    await log({ kind: 'record_fixed', regionId: region.id, details })
    after(() => tellMeeting(region.id, meeting.number, 'region', 'all'))
    return letters
  })

/** A later correction: the record as it stands now becomes a new version, with its reason, and is mailed again. */
export const reviseMinutes = (
  ctx: Ctx,
  region: Region,
  given: { meeting: Meeting; reason: string; origin?: string | undefined },
) =>
  change(ctx, async (db, log) => {
    const { meeting, reason, origin } = given
    if (!meeting.fixedAt) throw new Problem('conflict', 'まだ確定していない記録です。そのまま直せます')
    const minutes = await addVersion(db, { region, meeting }, { personName: ctx.actor.name, reason }, ctx.now)
    if (origin) await sendMinutes(ctx, db, { region, meeting, minutes, origin, reason })
    const details = { n: meeting.number, label: meeting.label, reason }
    await log({ kind: 'minutes_revised', regionId: region.id, details })
  })

interface ToSend {
  region: Region
  meeting: Meeting
  minutes: Minutes
  origin: string
  reason: string
}

async function sendMinutes(ctx: Ctx, db: Db, { region, meeting, minutes, origin, reason }: ToSend): Promise<number> {
  const link = origin + paths.meetingMinutes(region.id, meeting.number)
  const readers = await readersOf(db, region, ctx.now)
  for (const reader of readers) {
    await postLater(db, minutesLetter({ region, minutes, link, reason }, reader), ctx.now)
  }
  return readers.length
}
