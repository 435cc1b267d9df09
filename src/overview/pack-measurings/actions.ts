import { setImmediate as turn } from 'node:timers/promises'
import type { MadeFile } from '../../people/tasks/tasks.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { keep } from '../../platform/db/transaction.ts'
import { notFound } from '../../platform/web/problem.ts'
import { programmeSeen } from '../../programme/programmes/store.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { fetchRegions } from '../../programme/regions/store.ts'
import { regionsSeenBy } from '../../programme/sight/store.ts'
import { slotsOfYear } from '../../support/meetings/store.ts'
import { addRelease, releasedBoards } from '../board-releases/store.ts'
import { boardsOf } from '../boards/store.ts'
import { releaseModel } from '../model-releases/actions.ts'
import { modelsOf } from '../model-releases/store.ts'
import { makePack } from '../pack-makings/actions.ts'
import { PACK_KINDS, PART_KEYS } from '../packs/packs.ts'
import { modelsForWatchers } from '../pinned-papers/store.ts'

export interface MeasuredPack {
  regions: number
  seconds: number
  files: MadeFile[]
}

/** Only in a folder made for measuring: every sheet and model is put to the WG, so that the pack is as heavy as it gets. */
export async function readyForMeasuring(ctx: Ctx, programmeId: string): Promise<number> {
  const query = regionsSeenBy(ctx.db, ctx.actor).where('regions.programmeId', '=', programmeId)
  const regions = (await fetchRegions(ctx.db, query)).filter((region) => region.isSelected)
  const ids = regions.map(({ id }) => id)
  const [boards, models] = [await releasedBoards(ctx.db, ids), await modelsForWatchers(ctx.db, ids)]
  const written = new Set((await modelsOf(ctx.db, ids)).flatMap((d) => (d.headNumber > 0 ? [d.ownerId] : [])))
  const unput = regions.filter(({ id }) => !boards.has(id))
  for (const [regionId, board] of await boardsOf(ctx, unput))
    await keep(ctx, (db) =>
      addRelease(db, { regionId, circle: 'wg', board, lineIds: [], byName: ctx.actor.name }, ctx.now),
    )
  for (const region of regions.filter(({ id }: Region) => written.has(id) && !models.has(id)))
    await releaseModel(ctx, region)
  return regions.length
}

/** The fullest pack of a year, made as the task makes it but without one: for `measure --during pack`. */
export async function measuredPack(ctx: Ctx, programmeId: string): Promise<MeasuredPack> {
  const programme = await programmeSeen(ctx.db, ctx.actor, programmeId)
  const slots = programme ? await slotsOfYear(ctx.db, programme.id, ctx.now) : []
  const slot = slots.findLast(({ kind }) => PACK_KINDS.includes(kind)) ?? slots[0]
  if (!programme || !slot) throw notFound()
  const regions = await readyForMeasuring(ctx, programmeId)
  const began = performance.now()
  const progress = async () => {
    await turn()
  }
  const files = await makePack({ ...ctx, progress }, { programme, slot, parts: PART_KEYS })
  return { regions, seconds: (performance.now() - began) / 1000, files }
}
