import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { fetchRegions } from '../../../src/programme/regions/store.ts'
import { regionsSeenBy } from '../../../src/programme/sight/store.ts'
import { savePaper } from '../../../src/tools/papers/actions.ts'
import { partnersKind } from '../../../src/tools/partners/partners.ts'
import { browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type Town, town } from '../../support/town.ts'

const ID = 'region-midori'
const LIST = paths.paperRevisions(ID, 'partners')

async function regionOf(midori: Town) {
  const actor = await midori.actor('aoi')
  const [region] = await fetchRegions(midori.db, regionsSeenBy(midori.db, actor).where('regions.id', '=', ID))
  if (!region) throw new Error('みどり町 is not seen')
  return region
}

async function written(midori: Town, ...texts: string[]) {
  const [ctx, region] = [await midori.ctx('aoi'), await regionOf(midori)]
  for (const ask of texts)
    await savePaper(ctx, region, partnersKind, { edit: () => ({ partners: [{ id: 'p1', name: '医師会', ask }] }) })
}

describe('what every paper has', () => {
  let midori: Town
  beforeEach(async () => {
    midori = await town(await freshDb())
  })

  it('a list of versions, any two side by side or in one text, with names', async () => {
    await written(midori, '会議に出てほしい', '会議に毎回出てほしい', '会議に毎回、早めに出てほしい')
    const aoi = await browse(midori, 'aoi')
    await aoi.open(LIST)
    await aoi.fill({ label: '支援2の時点' }, '名前をつける')
    expect(aoi.notice).to.equal('第3版に「支援2の時点」と名前をつけました')
    expect(aoi.document.querySelector('tbody th')?.textContent).to.include('支援2の時点')
    await aoi.open(`${LIST}?from=1&to=3`)
    expect(aoi.heading).to.equal('関係者表：第1版と第3版')
    const [before, after] = ['del', 'ins'].map((tag) =>
      aoi.document
        .querySelectorAll(tag)
        .map((e) => e.textContent)
        .join(''),
    )
    expect([before, after]).to.deep.equal(['', '毎回、早めに'])
    await aoi.follow('一つの文章の中で見る')
    expect(aoi.document.querySelector('ins')?.textContent).to.equal('毎回、早めに')
  })

  it('an old version comes back as a new one, and can be taken back again', async () => {
    await written(midori, '会議に出てほしい', '資料を作ってほしい')
    const aoi = await browse(midori, 'aoi')
    await aoi.open(LIST)
    await aoi.fill({}, 'この版に戻す')
    expect(aoi.notice).to.equal('第1版の内容を、新しい第3版にしました')
    await aoi.open(paths.partners(ID))
    expect(aoi.text).to.include('会議に出てほしい').and.not.include('資料を作ってほしい')
    await aoi.open(LIST)
    await aoi.fill({}, '第3版の変更だけ')
    await aoi.open(paths.partners(ID))
    expect(aoi.text).to.include('資料を作ってほしい')
  })

  it('goes out as JSON and comes in again, the same; a broken file changes nothing', async () => {
    await written(midori, '会議に出てほしい')
    const aoi = await browse(midori, 'aoi')
    await aoi.open(paths.paperJson(ID, 'partners'))
    const bytes = aoi.bytes
    await written(midori, 'ほかのこと')
    const to = paths.paperUpload(ID, 'partners')
    const send = async (given: Buffer) => {
      await aoi.open(to)
      return aoi.upload(to, [{ field: 'file', name: '関係者表.json', bytes: given }], { once: String(aoi.values.once) })
    }
    await send(Buffer.from('{"partners":[{"name":"idのない行"}]}'))
    expect([aoi.status, aoi.text.includes('どの行にも id を付けてください')]).to.deep.equal([422, true])
    await send(Buffer.from('{"partners": ['))
    expect([aoi.status, aoi.text.includes('JSONとして読めません')]).to.deep.equal([422, true])
    await send(bytes)
    expect(aoi.notice).to.equal('読みこみました（第3版）')
    expect(aoi.text).to.include('会議に出てほしい')
  })

  it('comments stay with the words they were about, also when those are gone', async () => {
    await written(midori, '会議に出てほしい')
    const ken = await browse(midori, 'ken')
    const about = `${paths.paperComments(ID, 'partners')}?path=partners/p1`
    await ken.open(about)
    await ken.fill({ text: 'まず一度、見に来てもらうのはどうでしょう' }, 'コメントを残す')
    expect(ken.text).to.include('関係者「医師会」').and.include('見に来てもらう')
    const [ctx, region] = [await midori.ctx('aoi'), await regionOf(midori)]
    await savePaper(ctx, region, partnersKind, { edit: () => ({}) })
    await ken.open(paths.paperComments(ID, 'partners'))
    expect(ken.text).to.include('消された関係者「医師会」へのコメント')
    const aoi = await browse(midori, 'aoi')
    await aoi.open(paths.paperComments(ID, 'partners'))
    await aoi.fill({}, '済みにする')
    expect(aoi.text).to.include('青木 葵さんが済みにしました')
  })

  it('is closed where the region is paused, and says why', async () => {
    await written(midori, '会議に出てほしい')
    const mika = await browse(midori, 'mika')
    await mika.open(paths.regionPause(ID))
    await mika.fill({ kind: 'pause', reason: '災害対応のため' })
    const aoi = await browse(midori, 'aoi')
    expect((await aoi.open(paths.partners(ID))).text).to.include('休止')
    expect((await aoi.post(paths.partners(ID), { name: '新しい人' })).status).to.equal(403)
    expect((await aoi.open(LIST)).html).to.not.include('この版に戻す')
  })

  it('nobody of another town, nor a kind that does not exist', async () => {
    await written(midori, '会議に出てほしい')
    expect((await (await browse(midori, 'nagi')).open(LIST)).status).to.equal(404)
    const aoi = await browse(midori, 'aoi')
    for (const ref of ['nothing', 'partners.other', '%00', 'entry'])
      expect((await aoi.open(paths.paperRevisions(ID, ref))).status, ref).to.be.oneOf([200, 404])
    expect((await aoi.open(paths.paperRevisions(ID, 'nothing'))).status).to.equal(404)
  })
})
