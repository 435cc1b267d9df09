import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { openMeeting, slotsOfRegion, updateMeeting } from '../../../src/support/meetings/store.ts'
import { browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { midoriRegion } from '../../support/model-region.ts'
import { type PersonName, type Town, town } from '../../support/town.ts'

describe('the list of a region’s meetings as a file', () => {
  let midori: Town
  before(async () => {
    midori = await town(await freshDb())
  })

  it('tells the WG the days, and 地域の全員 why one was called off', async () => {
    const { db, now } = midori
    const slots = await slotsOfRegion(db, await midoriRegion(midori), now)
    const slot = slots.find(({ stepKey }) => stepKey === 's3')
    if (!slot) throw new Error('no step')
    const meeting = await openMeeting(db, { id: midori.regions.midori, programmeId: midori.programmeId }, slot, now)
    const cancelled = { cancelledAt: now.toISOString(), cancelReason: '担当の青木さんの入院のため' }
    await updateMeeting(db, meeting.id, { heldOn: '2025-12-12', ...cancelled })
    const list = async (who: PersonName) =>
      (await (await browse(midori, who)).open(`${paths.meetings(midori.regions.midori)}/table.csv`)).bytes.toString()
    expect(await list('aoi')).to.include('担当の青木さんの入院のため')
    expect(await list('haru'))
      .to.include('2025-12-12')
      .and.not.include('入院')
  })
})
