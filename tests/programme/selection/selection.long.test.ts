import { expect } from 'chai'
import { openDocument, saveDocument } from '../../../src/papers/documents/actions.ts'
import { entryTemplate } from '../../../src/papers/templates/entry.ts'
import { countQueries } from '../../../src/platform/db/db.ts'
import { addConsent } from '../../../src/programme/consents/store.ts'
import { addStartingCriteria } from '../../../src/programme/scoring/store.ts'
import { type Browser, browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type Town, town } from '../../support/town.ts'

const PAGE = '/programmes/programme-2025/selection'

/** すずかぜ市 and みどり町 received; みどり町 is told already in the town, so its decision is taken away here. */
async function received(): Promise<Town> {
  const here = await town(await freshDb(), new Date('2025-11-10T03:00:00Z'))
  await here.db.deleteFrom('decisions').execute()
  await addStartingCriteria(here.db, here.programmeId)
  for (const [name, who, prefecture] of [
    ['midori', 'aoi', 'org-910007'],
    ['suzukaze', 'nagi', 'org-940003'],
  ] as const) {
    const regionId = here.regions[name]
    const ctx = await here.ctx(who)
    const owner = { kind: 'entry', ownerKind: 'region', ownerId: regionId }
    const document = await openDocument(here.db, { ...owner, template: entryTemplate, circle: 'region' }, here.now)
    const fields = { reason: `${name}の理由`, manager: name === 'midori' ? 'yes' : 'no', scenes: ['discharge'] }
    await saveDocument(ctx, document.id, { tab: 't', base: 0, fields })
    const given = {
      answer: 'agreed',
      answeredOn: '2025-10-20',
      name: '蓮見',
      section: '',
      note: '',
      way: 'recorded',
    } as const
    await addConsent(
      here.db,
      { ...given, regionId, organisationId: prefecture, kind: 'consent', personId: null, recordedBy: null },
      here.now,
    )
  }
  return here
}

describe('selection', () => {
  let here: Town
  let mika: Browser
  beforeEach(async () => {
    here = await received()
    mika = await browse(here, 'mika')
  })

  it('asks only those who decide for a reason, and leads to the texts of the letters', async () => {
    const both = `${PAGE}?picking=1&pick-${here.regions.midori}=1&pick-${here.regions.suzukaze}=1`
    await here.db.updateTable('programmes').set({ capacity: 1 }).execute()
    await mika.open(both)
    expect(mika.text).to.include('理由を残して進めてください').and.include('募集は1地域ですが')
    const haru = await browse(here, 'haru')
    await haru.open(both)
    expect(haru.status).to.equal(200)
    expect(haru.text).to.not.include('理由を残して進めてください')
  })

  it('lays the received entries side by side, and nobody outside sees it', async () => {
    await mika.open(PAGE)
    expect(mika.heading).to.equal('2件をくらべる')
    expect(mika.text).to.contain('みどり町').and.contain('課長級 なし')
    for (const who of ['aoi', 'ken', 'ren', 'sora', 'tomo'] as const) {
      const other = await browse(here, who)
      await other.open(PAGE)
      expect(other.status, who).to.equal(403)
    }
  })

  it('keeps scores to their scorer until they are opened', async () => {
    const sheet = `${PAGE}/scores/${here.regions.midori}`
    const haru = await browse(here, 'haru')
    await haru.open(sheet)
    const points = Object.keys(fieldNames(haru)).find((n) => n.startsWith('points.')) ?? ''
    await haru.fill({ [points]: '5' }, '点を記録する')
    expect(haru.status).to.equal(422)
    expect(Object.values(haru.errors)[0]).to.contain('理由を一言')
    await haru.fill({ [points]: '5', [points.replace('points', 'reason')]: '出来事から書かれている' }, '点を記録する')
    expect(haru.notice).to.contain('点を記録しました')

    await mika.open(PAGE.replace('selection', `selection/reasons/${here.regions.midori}`))
    expect(mika.text).to.not.contain('出来事から書かれている')
    await mika.open(PAGE)
    await mika.fill({}, '採点を開く')
    await mika.open(`${PAGE}/reasons/${here.regions.midori}`)
    expect(mika.text).to.contain('出来事から書かれている').and.contain('春山 遥')
    await haru.open(sheet)
    await haru.fill({ [points]: '1' }, '点を記録する')
    expect(haru.status).to.equal(409)
  })

  it('asks a reason for an overlap, tells nobody before the letters go, and can be reversed', async () => {
    await here.db.updateTable('regions').set({ bureauCode: 'kyushu' }).execute()
    const picks = `picking=1&pick-${here.regions.midori}=1&pick-${here.regions.suzukaze}=1`
    await mika.open(`${PAGE}/decide?${picks}`)
    expect(mika.text).to.contain('原則として重ねません')
    const reasons = {
      [`reason-${here.regions.midori}`]: '課題が具体的',
      [`reason-${here.regions.suzukaze}`]: '場面が違い学び合える',
    }
    await mika.fill(reasons)
    expect(mika.status).to.equal(422)
    expect(mika.errors).to.deep.equal({ warningReason: 'このまま進める理由を書いてください' })
    await mika.fill({ ...reasons, warningReason: '場面が異なるため' })
    expect(mika.heading).to.equal('結果の手紙を確かめる')
    expect(mika.text).to.contain('課題が具体的')

    const aoi = await browse(here, 'aoi')
    await aoi.open(`/regions/${here.regions.midori}/decision`)
    expect(aoi.text).to.contain('まだお知らせしていません').and.not.contain('課題が具体的')

    await mika.fill({}, '通を送る')
    expect(mika.notice).to.contain('2地域に結果を知らせました')
    const letters = await here.db.selectFrom('letters').select(['toAddress', 'subject']).execute()
    expect(letters.map((l) => l.toAddress)).to.include.members(['aoi@midori.example', 'ren@banso.example'])
    await aoi.open(`/regions/${here.regions.midori}/decision`)
    expect(aoi.text).to.contain('採択').and.contain('課題が具体的').and.not.contain('場面が異なるため')

    await mika.open(`/regions/${here.regions.suzukaze}/decision`)
    await mika.fill({ reason: '' }, '決定を改める')
    expect(mika.errors).to.deep.equal({ reason: '改める理由を書いてください。履歴に残ります' })
    await mika.fill({ reason: '体制が変わったため' }, '決定を改める')
    await mika.fill({}, '通を送る')
    const nagi = await browse(here, 'nagi')
    await nagi.open(`/regions/${here.regions.suzukaze}/decision`)
    expect(nagi.text).to.contain('見送りに改めました')
  })

  it('sends nothing that was not previewed', async () => {
    await mika.open(`${PAGE}/decide?picking=1&pick-${here.regions.midori}=1`)
    await mika.fill({ [`reason-${here.regions.midori}`]: 'a', [`reason-${here.regions.suzukaze}`]: 'b' })
    await mika.post(`${PAGE}/letters`, { decisionIds: 'something-else' })
    expect(mika.status).to.equal(409)
    expect(await here.db.selectFrom('letters').selectAll().execute()).to.have.length(0)
  })

  it('rewords the criteria until the first score', async () => {
    await mika.open(`${PAGE}/criteria`)
    await mika.fill({ 'criteria.0.label': '', 'criteria.0.description': 'x' })
    expect(mika.status).to.equal(422)
    expect(mika.errors).to.deep.equal({ 'criteria.0.label': '評価の観点の名前を書いてください' })
    await mika.fill({ 'criteria.0.label': '困りごとの具体性', 'criteria.0.words5': '目に浮かぶ' })
    expect(mika.notice).to.equal('評価の観点を保存しました')
    const haru = await browse(here, 'haru')
    await haru.open(`${PAGE}/scores/${here.regions.midori}`)
    expect(haru.text).to.contain('困りごとの具体性').and.contain('5 目に浮かぶ')
    const points = Object.keys(fieldNames(haru)).find((n) => n.startsWith('points.')) ?? ''
    await haru.fill({ [points]: '5', [points.replace('points', 'reason')]: '目に浮かぶ' }, '点を記録する')
    await mika.open(`${PAGE}/criteria`)
    expect(mika.text).to.contain('採点が始まっているため')
  })

  it('asks a fixed number of questions', async () => {
    const { queries } = await countQueries(() => mika.open(PAGE))
    expect(queries).to.equal(15)
  })

  it('goes out as a list for the papers of the WG', async () => {
    await mika.open(`${PAGE}/workbook`)
    expect(mika.status).to.equal(200)
    expect(mika.bytes.subarray(0, 2).toString()).to.equal('PK')
    expect(decodeURIComponent(mika.headers.get('content-disposition') ?? '')).to.contain('R7_選定比較_20251110.xlsx')
  })
})

const fieldNames = (who: Browser) =>
  Object.fromEntries(who.document.querySelectorAll('[name]').map((e) => [e.getAttribute('name') ?? '', true]))
