import { expect } from 'chai'
import { documentOf, headOf } from '../../../src/papers/documents/store.ts'
import type { Body } from '../../../src/papers/templates/templates.ts'
import { paths } from '../../../src/paths/paths.ts'
import { countQueries } from '../../../src/platform/db/db.ts'
import type { Reply } from '../../../src/platform/web/reply.ts'
import { entryOwner } from '../../../src/programme/entries/entries.ts'
import { entryRoutes } from '../../../src/programme/entries/routes.ts'
import { programmeSeen } from '../../../src/programme/programmes/store.ts'
import { regionSeen } from '../../../src/programme/regions/store.ts'
import { type Browser, browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type Town, town } from '../../support/town.ts'

describe('the entry form', function () {
  this.timeout(20_000)
  let midori: Town
  let aoi: Browser
  const entry = () => paths.entry(midori.regions.midori)

  beforeEach(async () => {
    midori = await town(await freshDb())
    aoi = await browse(midori, 'aoi')
    await aoi.open(entry())
  })

  const saved = async () => {
    const document = await documentOf(midori.db, entryOwner(midori.regions.midori))
    return document ? headOf(midori.db, document.id) : { number: 0, body: {} }
  }

  it('saves kindly: gaps are welcome, and nobody receives anything', async () => {
    expect(aoi.heading).to.equal('エントリーシート')
    await aoi.fill({ 'f.typicalCase': '退院のあと急に弱る', 'f.consentOn': 'Ｒ７．８．３' })
    expect(aoi.status).to.equal(200)
    expect(aoi.notice).to.contain('下書きを保存しました 14:03')
    expect(await saved()).to.deep.equal({
      number: 1,
      body: { typicalCase: '退院のあと急に弱る', consentOn: '2025-08-03' },
    })
  })

  it('keeps what it cannot read as typed, and says so at the field', async () => {
    await aoi.fill({ 'f.consentOn': '令和7年8月32日' })
    expect(aoi.errors).to.deep.equal({
      'f.consentOn': '承諾の日付は、8月なら1日から31日までの日を入れてください',
    })
    expect(aoi.values['f.consentOn']).to.equal('令和7年8月32日')
  })

  it('takes a second press and Back for the same deed', async () => {
    const form = aoi.formWith('下書きを保存する')
    const fields = { ...aoi.values, 'f.theme': '退院' }
    await aoi.post(form.getAttribute('action') ?? '', fields)
    await aoi.post(entry(), fields)
    expect(aoi.notice).to.contain('下書きを保存しました')
    await aoi.post(entry(), { ...fields, once: '', 'f.hopes': '一緒に' })
    expect(await saved()).to.deep.equal({ number: 2, body: { theme: '退院', hopes: '一緒に' } })
  })

  it('remembers what one tab typed when another is opened, and lets go of it on request', async () => {
    const typed = { ...aoi.values, 'f.reason': '知らせが遅い', tab: 'left' }
    await aoi.post(paths.entryDraft(midori.regions.midori), typed, { 'x-part': '1' })
    expect(aoi.bytes.toString()).to.equal('書きかけを保存しました 14:03。まだ誰にも届いていません')
    expect(await saved()).to.deep.equal({ number: 0, body: {} })
    await aoi.open(entry())
    expect(aoi.values['f.reason']).to.equal('知らせが遅い')
    expect(aoi.text).to.contain('書きかけの続きです')
    await aoi.fill({}, '下書きを捨てて')
    expect(aoi.notice).to.contain('保存済みの内容に戻しました')
    expect(aoi.values['f.reason']).to.equal('')
  })

  it('saves the draft of another tab and forgets it', async () => {
    await aoi.post(paths.entryDraft(midori.regions.midori), { ...aoi.values, 'f.reason': '知らせが遅い', tab: 'left' })
    await aoi.open(entry())
    await aoi.fill({ 'f.theme': '退院' }, '下書きを保存する')
    expect((await saved()).body).to.deep.equal({ reason: '知らせが遅い', theme: '退院' })
    expect(aoi.text).not.to.contain('書きかけの続きです')
  })

  it('grows rows without script and keeps their order', async () => {
    await aoi.fill({}, '行を増やす')
    const rows = Object.keys(aoi.values).filter((name) => /^f\.issues\..*\.text$/.test(name))
    expect(rows.length).to.be.at.least(4)
    const [first = '', second = ''] = rows
    await aoi.fill({ [first]: '知らせが遅い', [second]: '会議がない' }, '下書きを保存する')
    const { issues } = (await saved()).body as { issues: { text: string }[] }
    expect(issues.map((row) => row.text)).to.deep.equal(['知らせが遅い', '会議がない'])
  })

  it('goes on to the submission once everything is kept', async () => {
    await aoi.fill({ 'f.theme': '退院' }, '提出の確認へ')
    expect(aoi.url).to.equal(paths.submission(midori.regions.midori))
    expect((await saved()).body).to.deep.equal({ theme: '退院' })
  })

  it('takes rubbish without falling over', async () => {
    const rubbish = '<script>alert(1)</script>\u0000🏥𠮷'
    await aoi.fill({ 'f.reason': rubbish.repeat(2), 'f.theme': `${'あ'.repeat(50_000)}` })
    expect(aoi.status).to.equal(200)
    expect(aoi.html).not.to.contain('<script>alert')
    expect(((await saved()).body as Body).reason).to.equal('<script>alert(1)</script>🏥𠮷'.repeat(2))
    await aoi.fill({
      'f.hopes': 'い'.repeat(100_001),
      'f.supportKind': 'nothing',
      base: 'x',
      'f.issues.__proto__.text': 'y',
    })
    expect(aoi.status).to.equal(422)
    expect(aoi.text).to.contain('一つの欄は100,000字までです')
    expect(String(aoi.values['f.hopes'])).to.have.length(100_001)
  })

  it('asks the database the same six questions whatever was written', async () => {
    const ctx = await midori.ctx('aoi')
    const region = await regionSeen(midori.db, ctx.actor, midori.regions.midori)
    const programme = await programmeSeen(midori.db, ctx.actor, midori.programmeId)
    const call = { ctx, region, programme, body: {}, query: {}, params: {} } as never
    const queriesOf = () => countQueries(() => entryRoutes['GET /regions/:regionId/entry']?.run(call) as Promise<Reply>)
    await aoi.fill({ 'f.reason': '第1稿' })
    expect((await queriesOf()).queries).to.equal(6)
    for (let n = 0; n < 5; n++) {
      const rows = Object.fromEntries([...Array(n)].map((_, i) => [`f.issues.r${i}.text`, `課題${i}`]))
      await aoi.fill({ ...rows, 'f.reason': `第${n}稿` })
    }
    expect((await queriesOf()).queries).to.equal(6)
  })

  it('is the applicants’ own until it is handed in, and stays readable after the deadline', async () => {
    const hoku = await browse(midori, 'hoku')
    await hoku.open(paths.entry(midori.regions.kitamori))
    expect(hoku.status).to.equal(200)
    const mika = await browse(midori, 'mika')
    await mika.open(paths.entry(midori.regions.kitamori))
    expect(mika.status).to.equal(403)
    const nagi = await browse(midori, 'nagi')
    await nagi.open(entry())
    expect(nagi.status).to.equal(404)
    await midori.db.updateTable('programmes').set({ entryClosesOn: '2025-10-20' }).execute()
    await aoi.open(entry())
    expect(aoi.url).to.equal(paths.entrySheet(midori.regions.midori))
    expect(aoi.text).to.contain('締切を過ぎたため、書きかえられません')
  })

  it('keeps the words of somebody whom the deadline met in the middle', async () => {
    const values = { ...aoi.values, 'f.reason': '知らせが遅い' }
    await midori.db.updateTable('programmes').set({ entryClosesOn: '2025-10-20' }).execute()
    await aoi.post(entry(), values)
    expect(aoi.status).to.equal(422)
    expect(aoi.text).to.contain('締切を過ぎたため')
    expect(aoi.values['f.reason']).to.equal('知らせが遅い')
  })

  it('lets the secretariat write for the town and says so', async () => {
    const mika = await browse(midori, 'mika')
    await mika.open(entry())
    expect(mika.text).to.contain('みどり町に代わって書いています')
    await mika.fill({ 'f.theme': '退院' })
    expect(mika.notice).to.contain('みどり町に代わって保存しました')
    await aoi.open(paths.entryRevisions(midori.regions.midori))
    expect(aoi.text).to.contain('森野 美香（みどり町に代わって）')
  })

  it('is read by the prefecture once handed in, and written by nobody there', async () => {
    const ren = await browse(midori, 'ren')
    await ren.open(entry())
    expect(ren.url).to.equal(paths.entrySheet(midori.regions.midori))
    await ren.post(entry(), { 'f.reason': 'x' })
    expect(ren.status).to.equal(403)
  })
})
