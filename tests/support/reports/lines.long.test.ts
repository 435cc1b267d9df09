import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { instantAt } from '../../../src/platform/time.ts'
import { addMeeting, updateMeeting } from '../../../src/support/meetings/store.ts'
import { reportsOf } from '../../../src/support/reports/store.ts'
import { browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type Town, town } from '../../support/town.ts'

const ID = 'region-midori'
const PRE2 = paths.report(ID, 'pre2')

async function plan(midori: Town, key: string, number: number, set: Parameters<typeof updateMeeting>[2]) {
  const kind = key.startsWith('pre') ? ('premeeting' as const) : ('support' as const)
  const label = { pre1: '事前MTG①', s1: '支援1', pre2: '事前MTG②', s2: '支援2' }[key] ?? key
  const place = { programmeId: midori.programmeId, regionId: ID, stepId: `step-${key}`, stepKey: key }
  const id = await addMeeting(midori.db, { ...place, number, label, kind }, midori.now)
  await updateMeeting(midori.db, id, set)
  return id
}

const letters = (midori: Town, kind: string) =>
  midori.db.selectFrom('letters').select(['toAddress', 'body']).where('kind', '=', kind).execute()

describe('the three lines before a meeting', function () {
  this.timeout(20_000)
  let midori: Town
  beforeEach(async () => {
    midori = await town(await freshDb())
    await plan(midori, 'pre2', 4, { heldOn: '2025-10-30', startsAt: instantAt('2025-10-30', '14:00') })
  })

  it('are one page with three fields, and nothing is needed to save', async () => {
    const aoi = await browse(midori, 'aoi')
    await aoi.open(PRE2)
    expect(aoi.heading).to.equal('三つだけ、教えてください')
    expect(aoi.document.querySelectorAll('main textarea').length).to.equal(3)
    expect(aoi.document.querySelectorAll('main input:not([type=hidden])').length).to.equal(0)
    expect(aoi.text).to.include('10月30日（木） 14:00').and.include('一行で可').and.not.include('※必須')
    await aoi.fill({}, '送らずに保存する')
    expect(aoi.status).to.equal(200)
    expect(aoi.notice).to.include('まだ誰にも届いていません')
  })

  it('any one line is enough to send; none at all is asked for kindly', async () => {
    const aoi = await browse(midori, 'aoi')
    await aoi.open(PRE2)
    await aoi.fill({}, '送る（')
    expect(aoi.status).to.equal(422)
    expect(aoi.errors['f.good']).to.include('ひとことで大丈夫です')
    await aoi.fill({ 'f.next': '土曜の2件を見直す' }, '送る（')
    expect(aoi.notice).to.include('アドバイザーと事務局に届きます')
    const sent = await letters(midori, 'report_sent')
    expect(sent.map((l) => l.toAddress).sort()).to.deep.equal([
      'ken@banso.example',
      'mika@banso.example',
      'shun@banso.example',
    ])
    expect(sent[0]?.body).to.include('土曜の2件を見直す').and.include('/meetings/4/desk')
    const [report] = await reportsOf(midori.db, [ID])
    expect(report?.sent.body).to.deep.equal({ next: '土曜の2件を見直す' })
    await aoi.open(paths.regionHistory(ID))
    expect(aoi.text).to.include('事前MTG②の前のひとことを送りました')
  })

  it('stay with the town until they are sent, then 地域の全員 read them', async () => {
    const [aoi, ken, sora] = [await browse(midori, 'aoi'), await browse(midori, 'ken'), await browse(midori, 'sora')]
    await aoi.open(PRE2)
    await aoi.fill({ 'f.stuck': '月末と重なった' }, '送らずに保存する')
    for (const reader of [ken, sora]) expect((await reader.open(PRE2)).text).to.not.include('月末と重なった')
    await aoi.fill({}, '送る（')
    for (const reader of [ken, sora]) {
      expect((await reader.open(PRE2)).text).to.include('月末と重なった')
      expect(reader.document.querySelectorAll('main form').length).to.equal(0)
    }
    expect((await (await browse(midori, 'nagi')).open(PRE2)).status).to.equal(404)
    expect((await (await browse(midori, 'haru')).open(PRE2)).status).to.equal(403)
  })

  it('are written by anyone of the team: merged, and both texts shown where they clash', async () => {
    const [aoi, daichi] = [await browse(midori, 'aoi'), await browse(midori, 'daichi')]
    for (const one of [aoi, daichi]) await one.open(PRE2)
    await aoi.fill({ 'f.good': '知らせが6件届いた' }, '送らずに保存する')
    await daichi.fill({ 'f.next': '病院へ行く' }, '送らずに保存する')
    await aoi.open(PRE2)
    expect(aoi.values['f.next']).to.equal('病院へ行く')
    await daichi.open(PRE2)
    await aoi.fill({ 'f.good': '知らせが7件届いた' }, '送る（')
    await daichi.fill({ 'f.good': '知らせが8件届いた' }, '送る（')
    expect(daichi.heading).to.equal('同じところに、ほかの人も書いていました')
    await daichi.fill({ 'clash.0.pick': 'mine' }, '選んだとおりに')
    expect(daichi.notice).to.include('アドバイザーと事務局に届きます')
    const [report] = await reportsOf(midori.db, [ID])
    expect(report?.sent.body.good).to.equal('知らせが8件届いた')
  })

  it('are saved as they are typed', async () => {
    const aoi = await browse(midori, 'aoi')
    await aoi.open(PRE2)
    await aoi.post(paths.reportDraft(ID, 'pre2'), { 'f.good': '書きかけ', base: '0', tab: 't1' }, { 'x-part': '1' })
    expect(aoi.bytes.toString()).to.include('下書きを保存しました 14:03')
    await aoi.open(PRE2)
    expect(aoi.values['f.good']).to.equal('書きかけ')
    expect(aoi.text).to.include('書きかけの続き')
  })

  it('are entered by the secretariat on behalf with the original date, said so', async () => {
    const mika = await browse(midori, 'mika')
    await mika.open(PRE2)
    expect(mika.text).to.include('みどり町に代わって入れます')
    await mika.fill({ 'f.good': '電話で聞いた', 'f.saidOn': '令和7年11月30日' }, '送る（')
    expect(mika.errors['f.saidOn']).to.include('きょうまで')
    expect(mika.values['f.good']).to.equal('電話で聞いた')
    await mika.fill({ 'f.saidOn': 'R7.10.18' }, '送る（')
    const ken = await browse(midori, 'ken')
    await ken.open(PRE2)
    expect(ken.text).to.include('10月18日（土）のみどり町の言葉').and.include('森野 美香が代わって入れました')
  })

  it('are asked once per pair: before the support only 「付け加えることは？」', async () => {
    const aoi = await browse(midori, 'aoi')
    await aoi.open(PRE2)
    await aoi.fill({ 'f.good': '知らせが6件届いた' }, '送る（')
    const pre2 = await midori.db.selectFrom('meetings').select('id').executeTakeFirstOrThrow()
    await updateMeeting(midori.db, pre2.id, { heldOn: '2025-10-15', isRecorded: true })
    await plan(midori, 's2', 5, { heldOn: '2025-10-28' })
    await aoi.open(PRE2)
    expect(aoi.heading).to.equal('付け加えることは？')
    expect(aoi.document.querySelectorAll('main textarea').length).to.equal(1)
    expect(aoi.text).to.include('知らせが6件届いた').and.include('支援2は')
    await aoi.fill({ 'f.added': '20日に師長と会えた' }, '送る（')
    const [report] = await reportsOf(midori.db, [ID])
    expect(report?.sent.body).to.deep.equal({ good: '知らせが6件届いた', added: '20日に師長と会えた' })
    expect(report?.sent.isAddition).to.equal(true)
    const last = (await letters(midori, 'report_sent')).at(-1)
    expect(last?.body).to.include('20日に師長と会えた').and.not.include('知らせが6件')
  })

  it('are closed once both meetings were held; what nobody said may still be filed', async () => {
    const [aoi, mika] = [await browse(midori, 'aoi'), await browse(midori, 'mika')]
    const pre2 = await midori.db.selectFrom('meetings').select('id').executeTakeFirstOrThrow()
    await updateMeeting(midori.db, pre2.id, { heldOn: '2025-10-10', isRecorded: true })
    await plan(midori, 's2', 5, { heldOn: '2025-10-15', isRecorded: true })
    await mika.open(PRE2)
    await mika.fill({ 'f.good': 'メールで届いていた言葉', 'f.saidOn': 'R7.10.9' }, '送る（')
    await aoi.open(PRE2)
    expect(aoi.heading).to.include('前のひとこと')
    expect(aoi.text).to.include('メールで届いていた言葉')
    await aoi.post(PRE2, { 'f.good': 'あとから', base: '1' })
    expect(aoi.status).to.equal(409)
  })

  it('「とくにありません」 is an answer too, and nobody is asked again', async () => {
    const aoi = await browse(midori, 'aoi')
    await aoi.open(PRE2)
    await aoi.fill({ 'f.good': '知らせが6件届いた' }, '送る（')
    const pre2 = await midori.db.selectFrom('meetings').select('id').executeTakeFirstOrThrow()
    await updateMeeting(midori.db, pre2.id, { heldOn: '2025-10-15', isRecorded: true })
    await plan(midori, 's2', 5, { heldOn: '2025-10-28' })
    expect((await aoi.open('/')).text).to.include('付け加えることはありますか')
    await aoi.open(PRE2)
    await aoi.fill({}, 'とくにありません')
    expect(aoi.notice).to.include('送りました')
    expect((await aoi.open('/')).text).to.not.include('付け加えることはありますか')
  })
})
