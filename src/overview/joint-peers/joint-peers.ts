import type { Region } from '../../programme/regions/regions.ts'
import { currentOf, type HandIn, type Listed } from '../joint-materials/joint-materials.ts'

/** A region as the others meet it: its name and what it handed in. Nothing else of it is loaded here. */
export interface HandedIn {
  region: Region
  current: Listed[]
}

export const handedInBy = (region: Region, handIns: readonly Listed[]): HandedIn => ({
  region,
  current: currentOf(handIns.filter((one) => one.regionId === region.id)),
})

/** Who reads past versions: the region's own people; the others get what stands now. */
export const mayRead = (one: Pick<HandIn, 'id'>, all: readonly Listed[], isOwn: boolean): boolean =>
  all.some(({ id }) => id === one.id) && (isOwn || currentOf(all).some(({ id }) => id === one.id))
