import { CIRCLES, type Circle } from '../../../src/access/circles.ts'
import { rebuildIndex } from '../../../src/overview/search-index/actions.ts'
import { openDocument, saveDocument } from '../../../src/papers/documents/actions.ts'
import { addMeeting, updateMeeting } from '../../../src/support/meetings/store.ts'
import { addLines } from '../../../src/support/records/store.ts'
import type { RegionName } from '../../support/regions.ts'
import type { Town } from '../../support/town.ts'

export const EVERY = Object.keys(CIRCLES) as Circle[]
export const REGIONS: readonly RegionName[] = ['midori', 'suzukaze', 'kitamori']

/** In every region one line for each circle, an entry, and the index read from the beginning. */
export async function write(midori: Town): Promise<void> {
  const { db, now } = midori
  const mika = await midori.ctx('mika')
  for (const name of REGIONS) {
    const regionId = midori.regions[name]
    const at = { programmeId: midori.programmeId, regionId, stepId: null, stepKey: null }
    const meetingId = await addMeeting(db, { ...at, number: 61, label: '追加の回', kind: 'support' }, now)
    await updateMeeting(db, meetingId, { heldOn: '2025-10-10', isRecorded: true })
    const lines = EVERY.map((circle) => ({ part: 'situation' as const, circle, text: `${name}の連携は${circle}で` }))
    await addLines(db, meetingId, { lines, personId: null, personName: '早瀬 俊' }, now)
    const owner = { kind: 'entry', ownerKind: 'region', ownerId: regionId }
    const document = await openDocument(db, { ...owner, circle: 'region' }, now)
    await saveDocument(mika, document.id, { base: 0, fields: { reason: `${name}の連携は応募で` } })
  }
  await rebuildIndex(db, now)
}
