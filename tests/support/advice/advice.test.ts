import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { town } from '../../support/town.ts'

const ID = 'region-midori'

describe('advice and promises between meetings', function () {
  this.timeout(20_000)
  it('ken advises, aoi answers once, history tells both', async () => {
    const midori = await town(await freshDb())
    const [ken, aoi] = [await browse(midori, 'ken'), await browse(midori, 'aoi')]
    await ken.open(paths.advice(ID))
    await ken.fill({ text: 'いちばん困っている1人に2回聞く' }, '助言を送る')
    expect(ken.text).to.include('いちばん困っている1人に2回聞く')
    await aoi.open(paths.region(ID))
    const href = aoi.links().find((link) => link.endsWith('/answer')) as string
    await aoi.open(href)
    await aoi.fill({}, '返事をする')
    expect(aoi.status).to.equal(422)
    expect(aoi.text).to.include('返事を1つ選んでください')
    await aoi.fill({ answer: 'taken', reason: '来週聞きます' }, '返事をする')
    expect(aoi.text).to.include('取り入れた').and.include('来週聞きます')
    await aoi.post(href, { answer: 'declined', reason: '' })
    expect(aoi.status).to.equal(409)
    await aoi.open(paths.regionHistory(ID))
    expect(aoi.text).to.include('に「取り入れた」と答えました')
  })

  it('the team’s own advice reaches neither aoi nor sora, and waits for nobody', async () => {
    const midori = await town(await freshDb())
    const ken = await browse(midori, 'ken')
    await ken.open(paths.advice(ID))
    await ken.fill({ text: '県への頼み方を先に相談', circle: 'team' }, '助言を送る')
    expect(ken.text).to.include('支援チームの中の助言')
    for (const name of ['aoi', 'sora', 'ren', 'saki'] as const) {
      const reader = await browse(midori, name)
      for (const path of [paths.advice(ID), paths.region(ID), paths.regionHistory(ID), paths.regionHandover(ID)])
        expect((await reader.open(path)).text, name).to.not.include('県への頼み方')
    }
  })

  it('aoi writes a promise with a vague day and calls it done; sora may only read', async () => {
    const midori = await town(await freshDb())
    const [aoi, sora] = [await browse(midori, 'aoi'), await browse(midori, 'sora')]
    await aoi.open(paths.promises(ID))
    await aoi.fill({ text: '連絡先を1枚にまとめる', owner: '町の担当', due: '１２月中' }, '約束を書く')
    expect(aoi.text).to.include('連絡先を1枚にまとめる').and.include('１２月中')
    await sora.open(paths.promises(ID))
    expect(sora.text).to.include('連絡先を1枚にまとめる')
    expect(sora.document.querySelectorAll('main form').length).to.equal(0)
    await aoi.open(aoi.links().find((link) => link.endsWith('/outcome')) as string)
    await aoi.fill({ heldOn: '令和7年10月20日' }, '済みにする')
    expect(aoi.text).to.include('R7.10.20（月）に済み')
  })
})
