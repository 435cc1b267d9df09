import type { Ctx } from '../../platform/ctx.ts'
import { keep } from '../../platform/db/transaction.ts'
import type { Region } from '../../programme/regions/regions.ts'
import type { Slot } from '../meetings/meetings.ts'
import { openMeeting } from '../meetings/store.ts'
import { type Observation, officeOf } from './observations.ts'
import { addObservation, observationsReadBy, setObservation } from './store.ts'

type Words = Pick<Observation, 'learned' | 'usable' | 'prefectureCan' | 'readers'>

/** A note of the prefecture's own: no line in the region's history, which others read. */
export const writeObservation = (
  ctx: Ctx,
  region: Region,
  { slot, words }: { slot: Slot | null; words: Words },
): Promise<void> =>
  keep(ctx, async (db) => {
    const meetingId = slot ? (await openMeeting(db, region, slot, ctx.now)).id : null
    const personId = ctx.actor.personId ?? ''
    const held = (await observationsReadBy(db, ctx.actor)).find(
      (o) => o.personId === personId && o.regionId === region.id && o.meetingId === meetingId,
    )
    if (held) {
      await setObservation(db, held.id, words, ctx.now)
      return
    }
    const by = { personId, personName: ctx.actor.name, organisationId: officeOf(ctx.actor, region) }
    const at = { regionId: region.id, prefectureId: region.prefectureId, meetingId }
    await addObservation(db, { ...at, ...by, ...words }, ctx.now)
  })
