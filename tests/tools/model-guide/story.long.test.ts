import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { boxesOf, indicatorsOf, linksOf } from '../../../src/tools/logic-models/logic-models.ts'
import { logicModelKind } from '../../../src/tools/model-words/model-words.ts'
import { paperAt } from '../../../src/tools/papers/store.ts'
import { type Browser, browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { midoriRegion } from '../../support/model-region.ts'
import { type Town, town } from '../../support/town.ts'

const GUIDE = paths.logicModelGuide('region-midori')

describe('右から順に考える', () => {
  let midori: Town
  let aoi: Browser
  const bodyNow = async () => {
    const [ctx, region] = [await midori.ctx('aoi'), await midoriRegion(midori)]
    return (await paperAt({ ctx, region }, logicModelKind)).head.body
  }
  const tick = (words: string) =>
    aoi.document
      .querySelectorAll('label')
      .find((label) => label.textContent.includes(words))
      ?.querySelector('input')
      ?.getAttribute('value') ?? ''
  beforeEach(async () => {
    midori = await town(await freshDb())
    aoi = await browse(midori, 'aoi')
  })

  it('goes from what is wished for to what is done, each step saved by itself and linked as it is written', async () => {
    await aoi.open(GUIDE)
    expect(aoi.document.querySelector('input[name=scene][checked]')?.getAttribute('value')).to.equal('discharge')
    await aoi.open(`${GUIDE}?step=outcomes&scene=discharge`)
    const starter = [tick('退院したあとも望む暮らし'), tick('家での暮らしぶり')]
    await aoi.fill({ starter }, '印をつけた候補を足す')
    expect(aoi.notice).to.include('2つの箱を足しました')
    expect(aoi.html).to.not.include(`value="${starter[0]}"`)
    await aoi.follow('次へ：初期')
    await aoi.fill(
      {
        ...{ text: 'ケアマネジャーが、退院の日を前の日までに知っている', to: tick('中間アウトカム') },
        ...{ watchWho: '町の窓口', watchWhat: '記録票', watchWhen: '毎月の末' },
      },
      '初期アウトカムを足す',
    )
    expect(aoi.notice).to.include('1本つなぎました').and.include('確かめ方は指標になりました')
    await aoi.follow('次へ：アクティビティ')
    await aoi.fill(
      { text: '町が病院に受け口を伝える', who: '保健師', to: tick('前の日までに') },
      'アクティビティを足す',
    )
    await aoi.follow('次へ：アウトプット')
    await aoi.fill(
      { text: '病院4か所を訪ねる', from: tick('受け口を伝える'), to: tick('前の日までに') },
      'アウトプットを足す',
    )
    expect(aoi.text).to.include('A 病院4か所を訪ねる')
    const body = await bodyNow()
    const name = new Map(boxesOf(body).map(({ id, kind }) => [id, kind]))
    expect(linksOf(body).map(({ from, to }) => `${name.get(from)}>${name.get(to)}`)).to.have.members([
      'intermediate>final',
      'initial>intermediate',
      'output>initial',
      'activity>output',
    ])
    expect(indicatorsOf(body).find(({ watch }) => watch !== '')).to.not.equal(undefined)
    expect(indicatorsOf(body).some(({ watch }) => watch === '町の窓口・記録票・毎月の末')).to.equal(true)
    await aoi.follow('図と表で見る')
    expect(aoi.document.querySelector('.lm-pic svg')).to.not.equal(null)
  })

  it('keeps the words and the ticks of a box without text, and asks for a tick', async () => {
    await aoi.open(`${GUIDE}?step=outcomes&scene=daily`)
    await aoi.fill({ kind: 'final', text: '安心して暮らしている' }, '箱を足す')
    await aoi.open(`${GUIDE}?step=activity&scene=daily`)
    expect(aoi.text).to.include('初期アウトカムがまだありません')
    await aoi.fill({ text: '', who: '町の保健師' }, 'アクティビティを足す')
    expect(aoi.status).to.equal(422)
    expect(aoi.errors.text).to.equal('箱の文を書いてください')
    expect(aoi.values.who).to.equal('町の保健師')
    await aoi.open(`${GUIDE}?step=outcomes&scene=daily`)
    await aoi.fill({}, '印をつけた候補を足す')
    expect(aoi.status).to.equal(422)
    expect(aoi.text).to.include('足したい候補に印をつけてください')
  })

  it('says which boxes lead nowhere yet, and lets one in only who writes', async () => {
    await aoi.open(`${GUIDE}?step=initial`)
    await aoi.fill({ text: '相談員が窓口を知っている' }, '初期アウトカムを足す')
    expect(aoi.text).to.include('つなぐ先がまだありません')
    const ken = await (await browse(midori, 'ken')).open(`${GUIDE}?step=initial`)
    expect(ken.status).to.equal(200)
    expect(ken.html).to.not.include('初期アウトカムを足す')
    expect((await ken.post(GUIDE, { step: 'initial', text: 'x' })).status).to.equal(403)
  })
})
