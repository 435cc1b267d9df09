import type { Region } from '../../src/programme/regions/regions.ts'
import { fetchRegions } from '../../src/programme/regions/store.ts'
import { regionsSeenBy } from '../../src/programme/sight/store.ts'
import type { Town } from './town.ts'

/** みどり町's region as aoi sees it: for a story that begins with a model. */
export async function midoriRegion(midori: Town): Promise<Region> {
  const actor = await midori.actor('aoi')
  const seen = await fetchRegions(midori.db, regionsSeenBy(midori.db, actor))
  const region = seen.find(({ id }) => id === midori.regions.midori)
  if (!region) throw new Error('no region')
  return region
}
