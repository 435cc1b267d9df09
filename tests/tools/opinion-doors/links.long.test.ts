import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { pauseRegion } from '../../../src/programme/pauses/actions.ts'
import { givenBy } from '../../../src/tools/opinion-doors/store.ts'
import { opinionsOf } from '../../../src/tools/opinions/store.ts'
import { type Browser, browse } from '../../support/browse.ts'
import { midoriOf, plant, say, TEXT } from '../../support/causes/causes.ts'
import { freshDb } from '../../support/db.ts'
import { type Town, town } from '../../support/town.ts'

const SAID = { stance: 'differs', text: '前の週に聞いています', profession: 'home_nurse' }

describe('the link that shows one hypothesis', function () {
  this.timeout(20_000)
  let midori: Town
  let id: string
  let cause: string
  let aoi: Browser
  beforeEach(async () => {
    midori = await town(await freshDb())
    id = midori.regions.midori
    cause = await plant(midori)
    aoi = await browse(midori, 'aoi')
  })

  async function asked(fields: Record<string, string | string[]> = {}): Promise<string> {
    await aoi.open(paths.causeDoors(id, cause))
    await aoi.fill({ whom: '訪問看護の皆さん', ...fields }, 'リンクを作る')
    return new URL(aoi.document.querySelector('#opinion-link')?.textContent ?? 'http://none/').pathname
  }

  it('takes a word from a stranger without account or name', async () => {
    const link = await asked()
    expect(aoi.heading).to.equal('リンクができました')
    const stranger = await browse(midori)
    await stranger.open(link)
    await stranger.open(link)
    expect(stranger.status).to.equal(200)
    expect(stranger.text).to.include(TEXT)
    expect(stranger.links().filter((href) => href.includes('/regions/'))).to.deep.equal([])
    await stranger.fill({ stance: '', text: '一言' }, '意見を送る')
    expect(stranger.status).to.equal(422)
    expect(stranger.values.text).to.equal('一言')
    await stranger.fill(SAID, '意見を送る')
    expect(stranger.heading).to.equal('ありがとうございました')
    const [said] = await opinionsOf(midori.db, id, cause)
    expect(said).to.include({ ...SAID, way: 'link', textOfCause: TEXT, recordedBy: null })
    await aoi.open(paths.cause(id, cause))
    expect(aoi.text).to.include('意見をもらった').and.include('訪問看護師の意見「違う」：前の週に聞いています')
    await aoi.open(paths.regionHistory(id))
    expect(aoi.text).to.include('訪問看護師からリンクで意見「違う」が届きました')
    const happening = await midori.db
      .selectFrom('happenings')
      .selectAll()
      .where('kind', '=', 'opinion_arrived')
      .execute()
    expect(happening.map((h) => [h.actorPersonId, h.actorName])).to.deep.equal([[null, '']])
  })

  it('shows the evidence that was ticked and nothing else of the region', async () => {
    await aoi.open(paths.causeEvidence(id, cause, 'for'))
    await aoi.fill({ kind: 'number', text: '連絡のあった人', numerator: '18', denominator: '48' }, '保存する')
    await plant(midori, '別の仮説の文')
    const bare = await asked()
    const stranger = await browse(midori)
    await stranger.open(bare)
    expect(stranger.text).to.not.include('18/48').and.not.include('別の仮説の文')
    await aoi.open(paths.causeDoors(id, cause))
    const evidence = String(aoi.document.querySelector('[name=evidence]')?.getAttribute('value'))
    await stranger.open(await asked({ evidence: [evidence] }))
    expect(stranger.text).to.include('連絡のあった人（37.5%（18/48、n＝48））')
  })

  it('is good through its last day, then says whom to ask', async () => {
    const link = await asked({ days: '3' })
    const stranger = await browse(midori)
    midori.now = new Date('2025-10-24T14:59:00Z')
    await stranger.open(link)
    expect(stranger.status).to.equal(200)
    midori.now = new Date('2025-10-24T15:01:00Z')
    await stranger.fill(SAID, '意見を送る')
    expect(stranger.status).to.equal(410)
    expect(stranger.text).to.include('期限が来たため').and.include('00-0000-0000')
    await stranger.open(paths.opinionLink('nowhere'))
    expect(stranger.status).to.equal(404)
  })

  it('is dead once revoked, withdrawn or the region rests', async () => {
    const link = await asked()
    const stranger = await browse(midori)
    await aoi.open(paths.causeEnd(id, cause))
    await aoi.fill({ reason: '聞いてみると違った' }, '取り下げる')
    await stranger.open(link)
    expect([stranger.status, stranger.text]).to.satisfy(
      ([s, t]: [number, string]) => s === 410 && t.includes('取り下げたか'),
    )
    await aoi.fill({}, 'もう一度考える')
    await aoi.open(paths.causeDoors(id, cause))
    await aoi.fill({}, '取り消す')
    expect(aoi.text).to.include('取り消し')
    await stranger.open(link)
    expect([stranger.status, stranger.text]).to.satisfy(
      ([s, t]: [number, string]) => s === 410 && t.includes('取り消された'),
    )
    const second = await asked()
    await pauseRegion(await midori.ctx('mika'), await midoriOf(midori), { kind: 'pause', reason: '災害のため' })
    await stranger.open(second)
    expect([stranger.status, stranger.text]).to.satisfy(
      ([s, t]: [number, string]) => s === 410 && t.includes('休んでいる'),
    )
  })

  it('takes so many and no more, and slows a machine down', async () => {
    const link = await asked({ most: '2' })
    const stranger = await browse(midori)
    for (let n = 0; n < 2; n++) {
      await stranger.open(link)
      await stranger.fill(SAID, '意見を送る')
    }
    expect(stranger.status).to.equal(410)
    expect(stranger.text).to.include('意見は届きました').and.include('予定していた数')
    const wide = await asked({ most: '100' })
    let slowed = 0
    for (let n = 0; n < 24 && !slowed; n++) {
      await stranger.open(wide)
      await stranger.fill({ ...SAID, text: `その${n}` }, '意見を送る')
      if (stranger.status === 429) slowed = n
    }
    expect(slowed).to.be.within(15, 20)
    expect(stranger.text).to.include('まだ送っていません')
    expect(stranger.values.text).to.equal(`その${slowed}`)
  })

  it('tells somebody whose words were changed meanwhile', async () => {
    const link = await asked()
    const stranger = await browse(midori)
    await stranger.open(link)
    await say(midori, cause, '退院の日が、病棟の外に伝わらない')
    await stranger.fill(SAID, '意見を送る')
    expect(stranger.status).to.equal(422)
    expect(stranger.text).to.include('書きかえられました').and.include('退院の日が、病棟の外に伝わらない')
    await stranger.fill(SAID, '意見を送る')
    expect(stranger.heading).to.equal('ありがとうございました')
  })

  it('can be mailed, and refuses what is no address or no number', async () => {
    await asked({ email: 'kango@', days: '90' })
    expect(Object.keys(aoi.errors)).to.have.members(['days', 'email'])
    await aoi.fill({ email: 'kango@example.jp', days: '14' }, 'リンクを作る')
    const letters = await midori.db.selectFrom('letters').selectAll().where('kind', '=', 'opinion_request').execute()
    expect(letters.map((letter) => letter.toAddress)).to.deep.equal(['kango@example.jp'])
    expect(letters[0]?.body).to.include('/l/opinion/').and.not.include(TEXT)
    const doors = await midori.db.selectFrom('opinionDoors').selectAll().execute()
    expect(doors.map((door) => [door.endsOn, door.mostOpinions])).to.deep.equal([['2025-11-04', 30]])
    expect((await givenBy(midori.db, [doors[0]?.id ?? ''])).size).to.equal(0)
  })

  it('is made by the town and the secretariat only', async () => {
    for (const name of ['ken', 'ren', 'sora'] as const) {
      const other = await browse(midori, name)
      await other.open(paths.causeDoors(id, cause))
      expect(other.status, name).to.equal(403)
    }
  })
})
