import type { Circle } from '../../access/circles.ts'
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
import { releasedModels } from '../model-releases/store.ts'
import type { PackRegion, PackSnapshot, Pinned, YearBefore } from './pack-snapshots.ts'

/** 市町村の内輪, 支援チーム and 事務局だけ are on no paper of the WG, whoever makes it. */
const ON_PACKS: readonly Circle[] = ['region', 'wg', 'joint']
/** A model of these circles the WG reads as it stands; any other one in the version that was put to it. */
const FOR_WG: readonly string[] = ['wg', 'joint']
const KINDS = ['logic_model', 'effect'] as const

/** Everything at one moment: one short transaction, some twenty queries whatever the number of regions; bodies follow by revision. */
export const snapshotOf = (ctx: Ctx, programme: Programme, slot: Slot): Promise<PackSnapshot> =>
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
      before: await yearBefore(inside, programme),
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
async function regionsOf({ db, actor }: Ctx, programmeId: string): Promise<Region[]> {
  const query = regionsSeenBy(db, actor).where('regions.programmeId', '=', programmeId).orderBy('regions.sortCode')
  return (await fetchRegions(db, query)).filter((region) => region.isSelected)
}

async function packRegions(ctx: Ctx, programme: Pick<Programme, 'id'>): Promise<PackRegion[]> {
  const { db, now } = ctx
  const regions = await regionsOf(ctx, programme.id)
  const ids = regions.map(({ id }) => id)
  if (ids.length === 0) return []
  const steps = await stepsOf(db, [programme.id])
  const meetings = await meetingsOfRegions(db, ids)
  const heads = await boardHeadsOf(db, regions, ON_PACKS)
  const boards = await releasedBoards(db, ids)
  const pinned = await pinnedOf(db, ids)
  const values = await valuesOfRegions(db, ids)
  return regions.map((region) => ({
    region,
    head: heads.get(region.id)?.head,
    slots: slotsOf(
      steps,
      meetings.filter((m) => m.regionId === region.id),
      now,
    ),
    board: boards.get(region.id),
    model: pinned.get(`logic_model ${region.id}`),
    effect: pinned.get(`effect ${region.id}`),
    values: values.filter((one) => one.regionId === region.id),
  }))
}

/** Which revision of each paper is printed, without its body, by kind and region: three queries. */
async function pinnedOf(db: Db, regionIds: readonly string[]): Promise<Map<string, Pinned>> {
  const released = await releasedModels(db, regionIds)
  const documents = await db
    .selectFrom('documents')
    .select(['id', 'kind', 'ownerId', 'headNumber', 'circle'])
    .where('ownerKind', '=', 'region')
    .where('kind', 'in', [...KINDS])
    .where('ownerId', 'in', [...regionIds])
    .where('circle', 'in', [...ON_PACKS])
    .where(({ eb, selectFrom }) =>
      eb('id', 'not in', selectFrom('paperRemovals').select('documentId').where('restoredAt', 'is', null)),
    )
    .execute()
  const numbers = new Map(
    documents.map((one) => {
      const shown = one.kind === 'logic_model' ? released.get(one.ownerId)?.revision : one.headNumber
      return [one.id, shown ?? (FOR_WG.includes(one.circle) ? one.headNumber : 0)]
    }),
  )
  const rows = await db
    .selectFrom('revisions')
    .select(['documentId', 'number', 'savedAt', 'personName as savedBy'])
    .where('documentId', 'in', [...numbers.keys(), ''])
    .where('number', 'in', [...numbers.values(), 0])
    .execute()
  const pinned = new Map(rows.filter((row) => numbers.get(row.documentId) === row.number).map((r) => [r.documentId, r]))
  return new Map(
    documents.flatMap(({ id, kind, ownerId }) => {
      const own = pinned.get(id)
      return own ? [[`${kind} ${ownerId}`, own] as const] : []
    }),
  )
}

/** Regions whose model stands on a pack made now. */
export async function modelsForWatchers(db: Db, regionIds: readonly string[]): Promise<Set<string>> {
  const pinned = regionIds.length > 0 ? await pinnedOf(db, regionIds) : new Map<string, Pinned>()
  return new Set(regionIds.filter((id) => pinned.has(`logic_model ${id}`)))
}

/** The nearest earlier year of the same secretariat. */
async function yearBefore(ctx: Ctx, programme: Programme): Promise<YearBefore | null> {
  const own = (await programmesOf(ctx.db, ctx.actor)).filter((p) => !p.isSample && p.ownerId === programme.ownerId)
  const last = own.find((p) => p.fiscalYear < programme.fiscalYear)
  if (!last) return null
  return {
    programme: last,
    regions: await packRegions(ctx, last),
    opinions: await opinionsOfYears(ctx.db, [last.id]),
  }
}
