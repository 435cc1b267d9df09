import { templateOf } from '../../papers/templates/released.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Db } from '../../platform/db/db.ts'
import { keep } from '../../platform/db/transaction.ts'
import { fileOf } from '../../platform/files/store.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import { programmesOf, stepsOf } from '../../programme/programmes/store.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { fetchRegions } from '../../programme/regions/store.ts'
import { criteriaOf } from '../../programme/scoring/store.ts'
import { regionsSeenBy } from '../../programme/sight/store.ts'
import { commentsOf } from '../../support/file-reviews/store.ts'
import { type Slot, slotsOf } from '../../support/meetings/meetings.ts'
import { meetingsOfRegions, slotsOfYear } from '../../support/meetings/store.ts'
import { toolsOf } from '../../support/tool-files/store.ts'
import type { Tool } from '../../support/tool-files/tool-files.ts'
import { opinionsOfYears } from '../../support/wg-opinions/store.ts'
import { valuesOfRegions } from '../../tools/indicator-values/store.ts'
import { templateFor, yearSheets } from '../../tools/sheet-templates/store.ts'
import { boardHeadsOf } from '../board-heads/store.ts'
import { releasedBoards } from '../board-releases/store.ts'
import type { PartKey } from '../packs/packs.ts'
import { ON_PACKS } from '../pinned-papers/pinned-papers.ts'
import { pinnedPapers } from '../pinned-papers/store.ts'
import type { PackRegion, PackSnapshot, RegionProgress, YearBefore } from './pack-snapshots.ts'

interface Asked {
  programme: Programme
  slot: Slot
  parts: readonly PartKey[]
}

/** Everything at one moment: one short transaction, some twenty queries whatever the number of regions; bodies follow by revision. */
export const snapshotOf = (ctx: Ctx, { programme, slot, parts }: Asked): Promise<PackSnapshot> =>
  keep(ctx, async (db) => {
    const inside = { ...ctx, db }
    return {
      at: ctx.now.toISOString(),
      ...{ programme, slot },
      steps: await stepsOf(db, [programme.id]),
      yearSlots: await slotsOfYear(db, programme.id, ctx.now),
      regions: await packRegions(inside, programme),
      criteria: await criteriaOf(db, programme.id),
      sheets: await yearSheets(db, programme.id),
      entry: await entryOf(db, programme),
      ...(await filesOf(db, programme.id)),
      opinions: await opinionsOfYears(db, [programme.id]),
      guideline: programme.guidelineFileId ? ((await fileOf(db, programme.guidelineFileId))?.name ?? null) : null,
      before: parts.includes('review') ? await yearBefore(inside, programme) : null,
    }
  })

const entryOf = async (db: Db, { id, entryTemplateKey: key, entryTemplateVersion: version }: Programme) =>
  (await templateFor(db, id, key, version)) ?? templateOf(key)

async function filesOf(db: Db, programmeId: string): Promise<Pick<PackSnapshot, 'tools' | 'leaflets' | 'comments'>> {
  const inUse = (tools: readonly Tool[]) => tools.filter((tool) => !tool.retiredAt)
  const leaflets = inUse(await toolsOf(db, programmeId, 'leaflet'))
  const versions = leaflets.flatMap((leaflet) => leaflet.versions.map(({ id }) => id))
  return { tools: inUse(await toolsOf(db, programmeId)), leaflets, comments: await commentsOf(db, versions) }
}

/** The regions of a year that were selected and told so, by code. */
async function regionsOf({ db, actor }: Ctx, programmeId: string, most = 10_000): Promise<Region[]> {
  const query = regionsSeenBy(db, actor).where('regions.programmeId', '=', programmeId).orderBy('regions.sortCode')
  return (await fetchRegions(db, query.limit(most))).filter((region) => region.isSelected)
}

async function packRegions(ctx: Ctx, programme: Pick<Programme, 'id'>): Promise<PackRegion[]> {
  const { db } = ctx
  const regions = await regionsOf(ctx, programme.id)
  const ids = regions.map(({ id }) => id)
  if (ids.length === 0) return []
  const progress = await progressOf(ctx, programme.id, regions)
  const boards = await releasedBoards(db, ids)
  const pinned = await pinnedPapers(db, ids)
  const values = await valuesOfRegions(db, ids)
  return progress.map((one) => ({
    ...one,
    board: boards.get(one.region.id),
    model: pinned.get(`logic_model ${one.region.id}`),
    effect: pinned.get(`effect ${one.region.id}`),
    values: values.filter(({ regionId }) => regionId === one.region.id),
  }))
}

/** Names, themes and days. */
async function progressOf(
  { db, now }: Ctx,
  programmeId: string,
  regions: readonly Region[],
): Promise<RegionProgress[]> {
  const steps = await stepsOf(db, [programmeId])
  const meetings = await meetingsOfRegions(
    db,
    regions.map(({ id }) => id),
  )
  const heads = await boardHeadsOf(db, regions, ON_PACKS)
  return regions.map((region) => {
    const own = meetings.filter((m) => m.regionId === region.id)
    return { region, head: heads.get(region.id)?.head, slots: slotsOf(steps, own, now) }
  })
}

/** A review is read in a meeting: more regions than that are no table for it. */
const REVIEWED_MOST = 60

/** The nearest earlier year of the same secretariat. */
async function yearBefore(ctx: Ctx, programme: Programme): Promise<YearBefore | null> {
  const own = (await programmesOf(ctx.db, ctx.actor)).filter((p) => !p.isSample && p.ownerId === programme.ownerId)
  const last = own.find((p) => p.fiscalYear < programme.fiscalYear)
  if (!last) return null
  const regions = await regionsOf(ctx, last.id, REVIEWED_MOST + 1)
  return {
    programme: last,
    regions: await progressOf(ctx, last.id, regions.slice(0, REVIEWED_MOST)),
    isCut: regions.length > REVIEWED_MOST,
    opinions: await opinionsOfYears(ctx.db, [last.id]),
  }
}
