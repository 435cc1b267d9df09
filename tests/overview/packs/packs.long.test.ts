import { expect } from 'chai'
import { rearranged, suggestedFor } from '../../../src/overview/packs/packs.ts'
import { browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { halfYear, papersOfRegion, putToWg, selectedRegions, yearSteps } from '../../support/pack-year.ts'
import { type Town, town } from '../../support/town.ts'

describe('what a pack is put together from', () => {
  it('suggests by the meeting: design, results, boards; one page for the committee', () => {
    expect(suggestedFor('wg-meeting', 0)).to.deep.equal(['review', 'design', 'call', 'sheets'])
    expect(suggestedFor('wg-meeting', 1)).to.deep.equal(['themes', 'plan', 'tools'])
    expect(suggestedFor('wg-meeting', 5)).to.deep.equal(['boards', 'models', 'effect', 'leaflets'])
    expect(suggestedFor('committee', 0)).to.deep.equal(['progress'])
  })

  it('moves, adds and takes out one part, and nothing beyond the ends', () => {
    expect(rearranged(['boards', 'models'], 'up', 'models')).to.deep.equal(['models', 'boards'])
    expect(rearranged(['boards', 'models'], 'up', 'boards')).to.deep.equal(['boards', 'models'])
    expect(rearranged(['boards', 'models'], 'down', 'models')).to.deep.equal(['boards', 'models'])
    expect(rearranged(['boards'], 'add', 'boards')).to.deep.equal(['boards'])
    expect(rearranged(['boards'], 'remove', 'boards')).to.deep.equal([])
  })
})

describe('composing a pack', () => {
  let midori: Town
  const packs = () => `/programmes/${midori.programmeId}/packs`
  const third = async () => {
    const mika = await browse(midori, 'mika')
    await mika.open(packs())
    return mika.follow('WG③')
  }

  before(async () => {
    midori = await town(await freshDb())
    await yearSteps(midori)
  })

  it('begins with what is usual, is rearranged, and is kept for the meeting', async () => {
    const mika = await third()
    expect(mika.text)
      .to.include('この会でよく使うもの')
      .and.match(/資料4 ?リーフレットの案/)
    await mika.post(mika.url, { ...mika.values, deed: 'up.models' })
    expect(mika.text)
      .to.match(/資料1 ?課題解決ストーリー/)
      .and.include('残してあります')
    await mika.post(mika.url, { ...mika.values, deed: 'add.opinions' })
    await mika.post(mika.url, { ...mika.values, deed: 'remove.effect' })
    expect(mika.text).to.match(/資料1 ?課題解決ストーリー.*資料2 ?支援経過.*資料3 ?リーフレット.*資料4 ?意見対応表/)
    expect((await third()).text).to.match(/資料4 ?意見対応表/)
  })

  it('refuses a button nobody printed', async () => {
    const mika = await third()
    await mika.post(mika.url, { deed: 'up.nothing' })
    expect(mika.status).to.equal(422)
  })

  it('warns of regions the WG cannot read yet, with the way to each', async () => {
    const mika = await third()
    expect(mika.text).to.include('まだWGに出していない地域')
    expect(mika.links()).to.include(`/regions/${midori.regions.midori}/board`)
    const [region] = await selectedRegions(midori)
    if (!region) throw new Error('no region')
    await halfYear(midori, region)
    await papersOfRegion(midori, region, { seed: 1, boxes: 8 })
    await putToWg(midori, [region])
    expect((await third()).text).to.not.include('まだWGに')
  })

  it('is begun once for a meeting, however often it is pressed', async () => {
    const mika = await third()
    const twin = await third()
    await mika.fill({}, 'この資料を作る')
    expect(mika.heading).to.include('WG③ 資料一式')
    await twin.fill({}, 'この資料を作る')
    expect(twin.url).to.equal(mika.url)
    expect(await midori.db.selectFrom('tasks').selectAll().execute()).to.have.length(1)
  })

  it('with nothing in it has no button to make it', async () => {
    const mika = await browse(midori, 'mika')
    await mika.open(packs())
    await mika.follow('委員会')
    await mika.post(mika.url, { ...mika.values, deed: 'remove.progress' })
    expect(mika.text).to.include('入れるものがありません').and.not.include('この資料を作る')
    await mika.post(`${mika.url}/making`, {})
    expect(mika.status).to.equal(422)
  })

  it('is the secretariat’s alone', async () => {
    for (const who of ['haru', 'tomo', 'ken', 'aoi', 'ren', 'sora'] as const) {
      const other = await browse(midori, who)
      for (const path of [packs(), `${packs()}/9`]) {
        await other.open(path)
        expect(other.status, `${who} ${path}`).to.equal(403)
      }
      await other.post(`${packs()}/9/making`, {})
      expect(other.status, who).to.equal(403)
    }
    const mika = await browse(midori, 'mika')
    await mika.open(`${packs()}/99`)
    expect(mika.status).to.equal(404)
  })
})
