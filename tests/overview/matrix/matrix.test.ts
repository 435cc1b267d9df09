import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { addMeeting, updateMeeting } from '../../../src/support/meetings/store.ts'
import { browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type Town, town } from '../../support/town.ts'

async function held(midori: Town, on: string, fixedAt: string | null = null) {
  const step = { number: 1, stepId: 'step-orientation', stepKey: 'orientation', label: 'オリエンテーション' } as const
  const place = { programmeId: midori.programmeId, regionId: midori.regions.midori, kind: 'orientation' } as const
  const id = await addMeeting(midori.db, { ...place, ...step }, midori.now)
  await updateMeeting(midori.db, id, { heldOn: on, isRecorded: true, fixedAt })
}

describe('matrix', () => {
  let midori: Town
  beforeEach(async () => {
    midori = await town(await freshDb())
  })

  it('shows each supported region by step, the present one tinted, the whole cell a link', async () => {
    await held(midori, '2025-10-10')
    const mika = await browse(midori, 'mika')
    await mika.open(paths.matrix(midori.programmeId))
    const rows = mika.document.querySelectorAll('.matrix tbody tr')
    expect(rows.map((row) => row.querySelector('th')?.textContent)).to.deep.equal(['東浜県みどり町'])
    const now = mika.document.querySelector('.matrix td.now')
    expect(now?.textContent).to.include('記録待ち').and.include('R7.10.10').and.include('記録4日超過')
    expect(now?.querySelector('a.cell')?.getAttribute('href')).to.equal(paths.meeting(midori.regions.midori, 1))
    expect(mika.document.querySelectorAll('.matrix td.now')).to.have.length(1)
  })

  it('filters by lateness with counts, and says so when nothing is late', async () => {
    const mika = await browse(midori, 'mika')
    await mika.open(`${paths.matrix(midori.programmeId)}?filter=late`)
    expect(mika.document.querySelector('[aria-current=true]')?.textContent).to.match(/締切超過\s*0/)
    expect(mika.text).to.include('「締切超過」の地域はありません')
    await held(midori, '2025-10-01')
    await mika.open(`${paths.matrix(midori.programmeId)}?filter=late`)
    expect(mika.text).to.include('東浜県みどり町')
    await mika.open(`${paths.matrix(midori.programmeId)}?filter=nothing&page=99`)
    expect(mika.status).to.equal(200)
  })

  it('is the secretariat’s; others are told so, strangers to the programme find nothing more', async () => {
    for (const who of ['aoi', 'ken', 'ren', 'haru'] as const) {
      const other = await browse(midori, who)
      await other.open(paths.matrix(midori.programmeId))
      expect(other.status, who).to.equal(403)
    }
  })

  it('shows an advisor the other regions by name and day only', async () => {
    await held(midori, '2025-10-10')
    const row = { id: 'd-suzukaze', regionId: midori.regions.suzukaze, selected: 1, reason: '理由', warningReason: '' }
    const at = { decidedAt: midori.now.toISOString(), decidedBy: '森野 美香', reversesId: null }
    const announcedAt = midori.now.toISOString()
    await midori.db
      .insertInto('decisions')
      .values({ ...row, ...at, announcedAt })
      .execute()
    const yui = await browse(midori, 'yui')
    await yui.open(paths.programmeDays(midori.programmeId))
    expect(yui.text).to.include('東浜県みどり町').and.include('R7.10.10')
    expect(yui.text).to.not.include('記録待ち')
    expect(yui.links()).to.include(paths.region(midori.regions.suzukaze))
    expect(yui.links()).to.not.include(paths.region(midori.regions.midori))
  })
})

describe('monday list', () => {
  it('names who waits for whom and since when', async () => {
    const midori = await town(await freshDb())
    await held(midori, '2025-10-10')
    await midori.db
      .updateTable('submissions')
      .set({ submittedAt: '2025-10-11T01:00:00.000Z' })
      .where('regionId', '=', midori.regions.suzukaze)
      .execute()
    const mika = await browse(midori, 'mika')
    await mika.open(paths.monday(midori.programmeId))
    expect(mika.text)
      .to.include('エントリーの承諾を待つ')
      .and.match(/都道府県の承諾を待っています\s*10日/)
    expect(mika.text).to.match(/記録を確定していません\s*11日/)
    const aoi = await browse(midori, 'aoi')
    await aoi.open(paths.monday(midori.programmeId))
    expect(aoi.status).to.equal(403)
  })
})
