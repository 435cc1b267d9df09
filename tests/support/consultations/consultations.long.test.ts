import { expect } from 'chai'
import { browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type Town, town } from '../../support/town.ts'

const LIST = '/regions/region-midori/consultations'

describe('個別相談', () => {
  let here: Town
  beforeEach(async () => {
    here = await town(await freshDb())
  })

  const lettersTo = async (who: keyof Town['people']) =>
    (
      await here.db
        .selectFrom('letters')
        .select('subject')
        .where('personId', '=', here.people[who])
        .where('kind', '=', 'consultation')
        .execute()
    ).map((l) => l.subject)

  const ask = async (circle = 'region') => {
    const aoi = await browse(here, 'aoi')
    await aoi.open(LIST)
    return aoi.fill({ question: '病院に断られたとき、だれに頼めばよいですか', circle }, '相談する')
  }

  it('goes to those who support, and the answer back to who asked', async () => {
    const aoi = await ask()
    expect(aoi.notice).to.equal('相談しました。アドバイザーと事務局に知らせます')
    expect(await lettersTo('ken')).to.deep.equal(['【伴走ノート】東浜県みどり町から相談があります'])
    expect(await lettersTo('shun')).to.have.length(1)
    expect(await lettersTo('yui')).to.deep.equal([])
    const ken = await browse(here, 'ken')
    await ken.open('/')
    expect(ken.text).to.include('から相談が届いています')
    await ken.follow('相談にこたえる')
    await ken.fill({ text: '地域医療連携室の師長に、一緒に会いにいきましょう' }, '返事をする')
    expect(await lettersTo('aoi')).to.deep.equal(['【伴走ノート】東浜県みどり町の相談に返事があります'])
    const url = ken.url
    await ken.open('/')
    expect(ken.text).to.not.include('から相談が届いています')
    await aoi.open(LIST)
    expect(aoi.text).to.include('返事のある相談').and.to.include('やりとり1件')
    await aoi.open(url)
    await aoi.fill({ text: 'いつがよいですか' }, '言葉を足す')
    expect(await lettersTo('ken')).to.have.length(2)
  })

  it('stays within its circle: the partner and the prefecture do not meet the town’s own', async () => {
    const aoi = await ask('town')
    for (const who of ['sora', 'ren', 'nagi'] as const) {
      const other = await browse(here, who)
      expect((await other.open(aoi.url)).status, who).to.equal(404)
      await other.open(LIST)
      expect(other.text, who).to.not.include('病院に断られた')
    }
    const sora = await browse(here, 'sora')
    await sora.open(LIST)
    await sora.fill({ question: '名簿はどこですか', circle: 'town' }, '相談する')
    expect(sora.status).to.equal(422)
    expect(sora.values.question).to.equal('名簿はどこですか')
  })

  it('becomes advice of the advisor’s name with one tap, once', async () => {
    const aoi = await ask()
    const ken = await browse(here, 'ken')
    await ken.open(aoi.url)
    await ken.fill({ text: '連携室の師長に会いましょう' }, '返事をする')
    const mika = await browse(here, 'mika')
    await mika.open(aoi.url)
    await mika.fill({}, '助言にする')
    expect(mika.text).to.include('連携室の師長に会いましょう').and.to.include('岡田 健').and.to.include('相談への返事')
    await mika.open(aoi.url)
    expect(mika.text).to.include('助言になりました')
    expect(await here.db.selectFrom('advice').select('advisorId').execute()).to.deep.equal([
      { advisorId: here.people.ken },
    ])
  })

  it('becomes a question of the year without the region’s name; its words can be smoothed and taken down', async () => {
    const aoi = await ask()
    const ken = await browse(here, 'ken')
    await ken.open(aoi.url)
    await ken.fill({ text: '連携室の師長に会いましょう' }, '返事をする')
    expect(ken.text).to.not.include('よくある質問にする')
    const mika = await browse(here, 'mika')
    await mika.open(aoi.url)
    await mika.fill({}, 'よくある質問にする')
    expect(mika.heading).to.equal('よくある質問を直す')
    await mika.fill({ question: '断られたときは？' }, 'この言葉にする')
    const nagi = await browse(here, 'nagi')
    await nagi.open(`/programmes/${here.programmeId}/faq`)
    expect(nagi.text).to.include('断られたときは？').and.to.include('連携室の師長').and.to.not.include('みどり町')
    expect(nagi.text).to.not.include('質問を加える')
    await mika.follow('言葉を直す')
    await mika.fill({}, 'よくある質問から下げる')
    await nagi.open(`/programmes/${here.programmeId}/faq`)
    expect(nagi.text).to.include('まだありません')
  })

  it('needs words, and none is asked in a region at rest', async () => {
    const aoi = await browse(here, 'aoi')
    await aoi.open(LIST)
    await aoi.fill({ question: '　' }, '相談する')
    expect(aoi.errors).to.deep.equal({ question: '相談したいことを書いてください' })
    const pause = { id: 'p', kind: 'pause', reason: '災害', fromAt: here.now.toISOString(), byName: '' }
    const open = { ...pause, regionId: 'region-midori', endedAt: null, endReason: null, endedBy: null }
    await here.db.insertInto('pauses').values(open).execute()
    await aoi.open(LIST)
    expect(aoi.text).to.include('休止中').and.to.not.include('相談する（')
  })
})
