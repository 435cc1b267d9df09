import type { Region } from '../../../src/programme/regions/regions.ts'
import { regionSeen } from '../../../src/programme/regions/store.ts'
import { addCause } from '../../../src/tools/causes/actions.ts'
import { reword } from '../../../src/tools/hypotheses/actions.ts'
import type { PersonName, Town } from '../town.ts'

export const TEXT = '退院の日を、ケアマネジャーが前の日まで知らない'

export const midoriOf = async (town: Town): Promise<Region> =>
  (await regionSeen(town.db, await town.actor('mika'), town.regions.midori)) as Region

/** One hypothesis of みどり町, written by somebody. */
export const plant = async (town: Town, text = TEXT, who: PersonName = 'aoi'): Promise<string> =>
  addCause(await town.ctx(who), await midoriOf(town), { text })

export const say = async (town: Town, id: string, text: string, who: PersonName = 'aoi'): Promise<void> => {
  await reword(await town.ctx(who), await midoriOf(town), { id, given: { text } })
}
