import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { filesIn } from '../../../src/platform/files/files.ts'
import { type Browser, browse } from '../../support/browse.ts'
import { type WgTown, wgTown } from '../../support/working-group.ts'

describe('agenda and materials of a meeting of the WG', function () {
  this.timeout(20_000)
  let midori: WgTown
  let mika: Browser
  let n: number
  const meeting = () => paths.yearMeeting(midori.programmeId, n)
  beforeEach(async () => {
    filesIn(mkdtempSync(join(tmpdir(), 'banso-wg-')))
    midori = await wgTown()
    mika = await browse(midori, 'mika')
    n = await midori.n('wg1')
  })

  it('mika writes rows with time and who; their order follows the numbers, empty ones fall away', async () => {
    await mika.open(paths.yearAgenda(midori.programmeId, n))
    const second = {
      'rows.0.order': '2',
      'rows.0.time': '１４時半',
      'rows.0.text': '支援の進め方',
      'rows.0.who': '森野',
    }
    await mika.fill({ ...second, 'rows.2.order': '1', 'rows.2.time': '14:00', 'rows.2.text': '開会' }, '議題を保存する')
    expect(mika.text).to.match(/14:00 開会.*14:30 支援の進め方 （森野）/)
    const haru = await browse(midori, 'haru')
    expect((await haru.open(meeting())).text).to.include('14:30 支援の進め方')
    await haru.follow('次第')
    expect(haru.text).to.include('14:30　支援の進め方（森野）'.replace('　', ' '))
    expect((await haru.open(paths.yearAgenda(midori.programmeId, n))).status).to.equal(403)
  })

  it('a row without its words is named; two who write at once lose nothing', async () => {
    const shun = await browse(midori, 'shun')
    await shun.open(paths.yearAgenda(midori.programmeId, n))
    await mika.open(paths.yearAgenda(midori.programmeId, n))
    await mika.fill({ 'rows.0.time': '14:00', 'rows.1.text': 'い'.repeat(401) }, '議題を保存する')
    expect(mika.status).to.equal(422)
    expect(mika.errors['rows.0.text']).to.include('議題を書いてください')
    expect(mika.errors['rows.1.text']).to.equal('400字以内にしてください')
    await mika.fill({ 'rows.0.text': '開会', 'rows.1.text': '' }, '議題を保存する')
    await shun.fill({ 'rows.0.text': 'あいさつ' }, '議題を保存する')
    expect([shun.status, shun.text.includes('ほかの人が議題を保存しました')]).to.deep.equal([422, true])
    expect(shun.values['rows.0.text']).to.equal('あいさつ')
    await shun.fill({}, '議題を保存する')
    expect(shun.text).to.include('あいさつ')
    const kept = await midori.db.selectFrom('yearAgendas').select('id').execute()
    expect(kept).to.have.length(2)
  })

  it('materials are numbered, versioned, taken back, and read by those who take part', async () => {
    const list = paths.yearMaterials(midori.programmeId, n)
    const text = (words: string) => [{ field: 'file', name: '進め方.txt', bytes: Buffer.from(words) }]
    await mika.upload(list, [], { title: '進め方' })
    expect([mika.status, mika.errors.file]).to.deep.equal([422, 'ファイルを選んでください'])
    await mika.upload(list, text('はじめの案'), { title: '' })
    expect(mika.errors.title).to.equal('資料の名前を書いてください')
    await mika.upload(list, text('はじめの案'), { title: '進め方' })
    await mika.upload(list, text('次の案'), { title: '進め方', note: '日程を直した' })
    await mika.upload(list, text('名簿'), { title: '名簿' })
    expect(mika.text).to.include('資料1 進め方').and.include('第2版').and.include('資料2 名簿')
    const haru = await browse(midori, 'haru')
    await haru.open(meeting())
    await haru.follow('資料1')
    expect(haru.bytes.toString()).to.equal('次の案')
    const file = haru.url
    await mika.open(list)
    await mika.follow('資料1')
    await mika.fill({}, '資料から取り下げる')
    expect((await haru.open(meeting())).text)
      .to.include('資料2')
      .and.not.include('進め方')
    expect((await haru.open(file)).status).to.equal(404)
    for (const name of ['aoi', 'ken'] as const)
      expect((await (await browse(midori, name)).open(file)).status, name).to.equal(404)
  })

  it('a meeting knows its body and which of its meetings it is; another body may be named', async () => {
    await mika.open(meeting())
    expect(mika.text).to.include('連携支援WG')
    await mika.fill({ body: midori.committeeId }, 'この会の日程にする')
    expect(mika.notice).to.include('「事業委員会」の会にしました')
    expect(mika.text).to.include('事業委員会 第1回')
    await mika.post(paths.yearMeetingBody(midori.programmeId, n), { body: 'nowhere' })
    expect(mika.status).to.equal(404)
  })
})
