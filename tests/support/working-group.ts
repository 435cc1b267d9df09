import { addRelease } from '../../src/overview/board-releases/store.ts'
import { boardsOf } from '../../src/overview/boards/store.ts'
import { regionSeen } from '../../src/programme/regions/store.ts'
import { addBody } from '../../src/support/bodies/store.ts'
import { slotsOfYear } from '../../src/support/meetings/store.ts'
import { freshDb } from './db.ts'
import type { RegionName } from './regions.ts'
import { type Town, town } from './town.ts'

export interface WgTown extends Town {
  /** Number of the year's meeting with that key. */
  n(key: 'wg1' | 'wg2' | 'committee'): Promise<number>
  wgId: string
  committeeId: string
}

const STEPS = [
  ['wg1', '第1回WG', 'wg-meeting'],
  ['wg2', '第2回WG', 'wg-meeting'],
  ['committee', '委員会', 'committee'],
] as const

/** The town with a WG, a committee and their meetings; WG② is on 10 November. */
export async function wgTown(): Promise<WgTown> {
  const midori = await town(await freshDb())
  const { db, programmeId, now } = midori
  for (const [at, [key, label, kind]] of STEPS.entries()) {
    const lists = { sheetsJson: '[]', offsetsJson: '{}', guideJson: '{}', asksReport: 0, level: 'programme' }
    const row = { id: `step-${key}`, programmeId, position: 90 + at, key, label, shortLabel: label, kind }
    await db
      .insertInto('steps')
      .values({ ...row, ...lists })
      .execute()
  }
  const by = { programmeId, createdBy: '森野 美香' }
  const wgId = await addBody(db, { ...by, kind: 'wg', name: '連携支援WG' }, now)
  const committeeId = await addBody(db, { ...by, kind: 'committee', name: '事業委員会' }, now)
  const n = async (key: string) => {
    const slot = (await slotsOfYear(db, programmeId, now)).find((one) => one.stepKey === key)
    return slot?.number ?? 0
  }
  return { ...midori, n, wgId, committeeId }
}

/** すずかぜ市 is selected as well, so that there are two to read. */
export const selectSuzukaze = ({ db, regions, now }: Town) =>
  db
    .insertInto('decisions')
    .values({
      ...{ id: 'suzukaze-decision', regionId: regions.suzukaze, selected: 1, reason: '', warningReason: '' },
      ...{ decidedAt: now.toISOString(), decidedBy: '森野 美香', reversesId: null, announcedAt: now.toISOString() },
    })
    .execute()

/** The sheet as it stands is put to the WG. */
export async function putToWg(midori: Town, name: RegionName): Promise<void> {
  const ctx = await midori.ctx('mika')
  const region = await regionSeen(midori.db, ctx.actor, midori.regions[name])
  if (!region) throw new Error(`no region ${name}`)
  const board = (await boardsOf(ctx, [region])).get(region.id)
  if (!board) throw new Error('no board')
  await addRelease(
    midori.db,
    { regionId: region.id, circle: 'wg', board, lineIds: [], byName: '森野 美香' },
    midori.now,
  )
}
