import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { linesOf } from '../boards/boards.ts'
import { boardFrom } from '../boards/body.ts'
import { boardFactsOf } from '../boards/store.ts'
import type { ReleaseCircle } from './board-releases.ts'
import { addRelease, latestReleases } from './store.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    board_released: { circle: ReleaseCircle }
    board_taken_back: { circle: ReleaseCircle }
  }
}

const READERS: Record<ReleaseCircle, string> = {
  wg: 'WG委員と厚生労働省・厚生局',
  joint: '参加地域の人とWG委員',
}

export const boardReleaseHappenings = {
  board_released: (h) => `${h.actorName}さんが支援経過（1枚）を${READERS[h.details.circle]}に示しました`,
  board_taken_back: (h) => `${h.actorName}さんが${READERS[h.details.circle]}に示した支援経過（1枚）を取り下げました`,
} satisfies Sentences<'board_released' | 'board_taken_back'>

/** The sheet as it stands at this moment, kept for its readers: what is written later stays with 地域の全員. */
export const releaseBoard = (ctx: Ctx, region: Region, circle: ReleaseCircle): Promise<void> =>
  change(ctx, async (db, log) => {
    const facts = (await boardFactsOf({ ...ctx, db }, [region])).get(region.id)
    if (!facts) throw notFound()
    const lineIds = linesOf(boardFrom(facts, true)).map((line) => line.id)
    const given = { regionId: region.id, circle, board: boardFrom(facts), lineIds, byName: ctx.actor.name }
    await addRelease(db, given, ctx.now)
    await log({ kind: 'board_released', regionId: region.id, circle: 'region', details: { circle } })
  })

export const takeBackBoard = (ctx: Ctx, region: Region, circle: ReleaseCircle): Promise<void> =>
  change(ctx, async (db, log) => {
    const latest = (await latestReleases(db, [region.id])).find((one) => one.circle === circle)
    if (!latest?.board) throw new Problem('conflict', 'いま示している1枚はありません')
    const given = { regionId: region.id, circle, board: null, lineIds: [], byName: ctx.actor.name }
    await addRelease(db, given, ctx.now)
    await log({ kind: 'board_taken_back', regionId: region.id, circle: 'region', details: { circle } })
  })
