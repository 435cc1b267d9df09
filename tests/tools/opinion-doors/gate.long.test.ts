import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { type Browser, browse } from '../../support/browse.ts'
import { plant, say } from '../../support/causes/causes.ts'
import { freshDb } from '../../support/db.ts'
import { type Town, town } from '../../support/town.ts'

const TELLS = '山田花子さん（87歳）の退院の日を、だれも知らなかった'
const TELLS_TOO = '田中一郎さん（79歳）の退院の日を、だれも知らなかった'

describe('the gate before a hypothesis is shown by link', function () {
  this.timeout(20_000)
  let midori: Town
  let id: string
  let cause: string
  let aoi: Browser
  beforeEach(async () => {
    midori = await town(await freshDb())
    id = midori.regions.midori
    cause = await plant(midori, TELLS)
    aoi = await browse(midori, 'aoi')
  })

  const linkOn = (page: Browser) =>
    new URL(page.document.querySelector('#opinion-link')?.textContent ?? 'http://none/').pathname

  async function agreed(): Promise<void> {
    const daichi = await browse(midori, 'daichi')
    await daichi.open(paths.causeDoors(id, cause))
    await daichi.follow('確かめのページを開く')
    await daichi.fill({}, 'このまま見せてよい')
    expect(daichi.status).to.equal(200)
  }

  it('makes no link before a second person agreed, and stays shut to the writer', async () => {
    await aoi.open(paths.causeDoors(id, cause))
    expect(aoi.text).to.include('個人が分かるかもしれない言葉があります')
    await aoi.fill({}, 'リンクを作る')
    expect(aoi.notice).to.include('もう一人に')
    expect(await midori.db.selectFrom('opinionDoors').selectAll().execute()).to.deep.equal([])
    await aoi.follow('確かめのページを開く')
    expect(aoi.text).to.not.include('このまま見せてよい')
    await agreed()
    await aoi.open(paths.causeDoors(id, cause))
    await aoi.fill({}, 'リンクを作る')
    expect(aoi.heading).to.equal('リンクができました')
    const stranger = await browse(midori)
    await stranger.open(linkOn(aoi))
    expect(stranger.text).to.include(TELLS)
  })

  it('closes again when the text changes, until somebody agrees to the new one', async () => {
    await aoi.open(paths.causeDoors(id, cause))
    await aoi.fill({}, 'リンクを作る')
    await agreed()
    await aoi.open(paths.causeDoors(id, cause))
    await aoi.fill({}, 'リンクを作る')
    const link = linkOn(aoi)
    await say(midori, cause, TELLS_TOO)
    const stranger = await browse(midori)
    await stranger.open(link)
    expect(stranger.status).to.equal(403)
    expect(stranger.text).to.include('確かめをしているところ').and.not.include('田中一郎')
    await stranger.post(link, { stance: 'same', profession: 'doctor', text: '', seen: '' })
    expect(stranger.status).to.equal(403)
    await say(midori, cause, 'ある人の退院の日を、だれも知らなかった')
    await stranger.open(link)
    expect(stranger.status).to.equal(200)
    await say(midori, cause, TELLS_TOO)
    await aoi.open(paths.causeDoors(id, cause))
    await aoi.fill({}, 'リンクを作る')
    await agreed()
    await stranger.open(link)
    expect(stranger.text).to.include('田中一郎')
  })
})
