import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { Problem } from '../../platform/web/problem.ts'
import type { Region } from '../regions/regions.ts'
import { PAUSE_KINDS, type PauseKind } from './pauses.ts'
import { addPause, endPauses, pausesOf } from './store.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    region_paused: { kind: PauseKind; reason: string }
    region_resumed: { reason: string }
  }
}

export const pauseHappenings = {
  region_paused: (h) =>
    `${h.actorName}さんが支援を${PAUSE_KINDS[h.details.kind]}にしました（理由：${h.details.reason}）`,
  region_resumed: (h) => `${h.actorName}さんが支援を再開しました（理由：${h.details.reason}）`,
} satisfies Sentences<'region_paused' | 'region_resumed'>

const isPaused = async (db: Ctx['db'], id: string) => (await pausesOf(db, id)).some((pause) => pause.endedAt === null)

export const pauseRegion = (ctx: Ctx, region: Region, given: { kind: PauseKind; reason: string }) =>
  change(ctx, async (db, log) => {
    if (await isPaused(db, region.id)) throw new Problem('conflict', 'この地域は、すでに休止か中止になっています')
    await addPause(db, { ...given, regionId: region.id, byName: ctx.actor.name }, ctx.now)
    await log({ kind: 'region_paused', regionId: region.id, details: given })
  })

export const resumeRegion = (ctx: Ctx, region: Region, reason: string) =>
  change(ctx, async (db, log) => {
    if (!(await isPaused(db, region.id))) throw new Problem('conflict', 'この地域は、すでに再開しています')
    await endPauses(db, region.id, { reason, byName: ctx.actor.name }, ctx.now)
    await log({ kind: 'region_resumed', regionId: region.id, details: { reason } })
  })
