import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { editModel } from '../../../src/tools/box-edits/actions.ts'
import { addBox } from '../../../src/tools/logic-models/body.ts'
import { type Browser, browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { midoriRegion } from '../../support/model-region.ts'
import { type Town, town } from '../../support/town.ts'

const REGION = 'region-midori'

describe('指標', () => {
  let midori: Town
  let aoi: Browser
  let boxId: string
  beforeEach(async () => {
    midori = await town(await freshDb())
    const ctx = await midori.ctx('aoi')
    const text = '退院の知らせが、前の日までに町に届いている'
    const done = await editModel(ctx, await midoriRegion(midori), { edit: (body) => addBox(body, 'initial', { text }) })
    boxId = done.id
    aoi = await browse(midori, 'aoi')
  })
  const add = async (text = '前の日までに届いた割合') => {
    await aoi.open(paths.logicModelBox(REGION, boxId))
    await aoi.fill({ indicator: text }, '指標を足す')
  }

  it('is added on the page of its box, and filled in on its own', async () => {
    await add()
    expect(aoi.status).to.equal(200)
    expect(aoi.heading).to.equal('前の日までに届いた割合')
    await aoi.fill({ baseline: '40％', target: '80％', type: 'outcome', nextOn: 'R7.10.1' }, '指標を保存する')
    expect(aoi.notice).to.include('直しました')
    await aoi.open(paths.indicators(REGION))
    expect(aoi.text).to.include('40％ → 80％').and.include('令和7年10月1日').and.include('過ぎています')
    expect(aoi.text).to.include('初期アウトカム').and.include('測る日を過ぎた指標')
  })

  it('shows what was measured as a line and in a table; a value taken away comes back', async () => {
    await add()
    await aoi.fill({ target: '80％' }, '指標を保存する')
    await aoi.fill({ on: '令和7年9月30日', value: '40％' }, '値を足す')
    await aoi.fill({ on: 'R7.10.20', value: '55％', note: '2病院だけ' }, '値を足す')
    expect(aoi.document.querySelector('svg.iv-svg')).to.not.equal(null)
    expect(aoi.document.querySelectorAll('tbody tr')).to.have.length(2)
    await aoi.fill({}, '消す（')
    expect(aoi.document.querySelectorAll('tbody tr')).to.have.length(1)
    await aoi.fill({}, '消した値を元に戻す')
    expect(aoi.notice).to.equal('値を元に戻しました')
    expect(aoi.document.querySelectorAll('tbody tr')).to.have.length(2)
    await aoi.open(paths.indicators(REGION))
    expect(aoi.text).to.include('55％ R7.10.20').and.include('目標との差 25')
  })

  it('keeps the words of a value without a day, and of a day that is none', async () => {
    await add()
    await aoi.fill({ on: '', value: '12件' }, '値を足す')
    expect(aoi.status).to.equal(422)
    expect(aoi.errors.on).to.include('いつ測ったか')
    expect(aoi.values.value).to.equal('12件')
    await aoi.fill({ nextOn: '令和7年6月31日' }, '指標を保存する')
    expect(aoi.errors.nextOn).to.equal('6月なら1日から30日までの日を入れてください')
    expect(aoi.values.nextOn).to.equal('令和7年6月31日')
  })

  it('merges two colleagues on one indicator, and asks where both wrote the target', async () => {
    await add()
    const daichi = await (await browse(midori, 'daichi')).open(aoi.url)
    await aoi.fill({ baseline: '40％', target: '80％' }, '指標を保存する')
    await daichi.fill({ watch: '窓口の職員が月末に数える' }, '指標を保存する')
    expect(daichi.notice).to.include('合わせました')
    expect(daichi.values).to.include({ target: '80％', watch: '窓口の職員が月末に数える' })
    await aoi.open(daichi.url)
    await aoi.fill({ target: '90％' }, '指標を保存する')
    await daichi.fill({ target: '70％' }, '指標を保存する')
    expect(daichi.heading).to.equal('同じところに、ほかの人も書いていました')
    expect(daichi.text).to.include('90％').and.include('70％')
  })

  it('is taken away with its box still standing, and the list says how to begin again', async () => {
    await add()
    await aoi.fill({}, 'この指標を消す')
    expect(aoi.notice).to.include('消しました')
    expect(aoi.text).to.include('まだ指標がありません')
  })

  it('is read by the advisor, who changes nothing', async () => {
    await add()
    const ken = await (await browse(midori, 'ken')).open(aoi.url)
    expect(ken.status).to.equal(200)
    expect(ken.html).to.not.include('指標を保存する')
    expect((await ken.post(new URL(aoi.url, 'http://x').pathname, { text: '別' })).status).to.equal(403)
  })
})
