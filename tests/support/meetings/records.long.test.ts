import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { type Browser, browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type Town, town } from '../../support/town.ts'

const ID = 'region-midori'
const orientation = paths.meeting(ID, 1)

const filled = {
  heldOn: '令和7年10月20日',
  mode: 'online',
  situation: '・退院の知らせは月に2件だけ届いている\n・病院の窓口は3つ',
  decided: '病院一つから始める',
  note: '課長の参加を次回たしかめる',
  circle: 'region',
  keywords: '退院、連絡票',
  'advice.0.text': '電話で最初に何と言うかを決めましょう',
  'promises.0.text': '4人のケアマネジャーに話を聞く',
  'promises.0.owner': '町の担当',
  'promises.0.due': 'R7.10.31',
  'promises.2.text': '似た町の連絡票を送る',
  'promises.2.side': 'support',
  'promises.2.owner': '事務局',
  'promises.2.due': '12月中',
}

async function recorded(): Promise<{ midori: Town; ken: Browser }> {
  const midori = await town(await freshDb())
  const ken = await browse(midori, 'ken')
  await ken.open(paths.meetingRecord(ID, 1))
  await ken.fill(filled, '記録する')
  return { midori, ken }
}

describe('recording a meeting', () => {
  it('ken writes status, advice and next steps in one form and reads them back', async () => {
    const { ken } = await recorded()
    expect(ken.status, ken.text).to.equal(200)
    expect(ken.url).to.equal(orientation)
    expect(ken.text).to.include('退院の知らせは月に2件だけ届いている').and.include('病院一つから始める')
    expect(ken.text).to.include('電話で最初に何と言うか').and.include('R7.10.31（金）まで').and.include('12月中')
    expect(ken.text).to.include('記録待ち').and.include('課長の参加を次回たしかめる')
  })

  it('keeps ken’s words when the day is in the future', async () => {
    const { ken } = await recorded()
    await ken.open(paths.meetingRecord(ID, 1))
    await ken.fill({ ...filled, heldOn: '2026/3/1', decided: 'あとで決める' }, '記録する')
    expect(ken.status).to.equal(422)
    expect(ken.errors).to.deep.equal({ heldOn: '行った日は、きょうまでの日を入れてください' })
    expect(ken.values.decided).to.equal('あとで決める')
  })

  it('is read by its circles: the partner and the prefecture never see the team’s note', async () => {
    const { midori } = await recorded()
    for (const name of ['sora', 'ren', 'aoi'] as const) {
      const reader = await browse(midori, name)
      await reader.open(orientation)
      expect(reader.status, name).to.equal(200)
      expect(reader.text, name).to.include('病院一つから始める').and.not.include('課長の参加を次回')
    }
    const haru = await browse(midori, 'haru')
    await haru.open(orientation)
    expect(haru.text).to.not.include('病院一つから始める')
    const nagi = await browse(midori, 'nagi')
    await nagi.open(orientation)
    expect(nagi.status).to.equal(404)
  })

  it('a line for the town alone stays from the partner and the prefecture', async () => {
    const { midori, ken } = await recorded()
    await ken.open(paths.meetingRecord(ID, 1))
    await ken.fill({ heldOn: '2025/10/20', mode: 'online', circle: 'town', situation: '町の予算の話' }, '記録する')
    const [sora, ren, aoi] = [await browse(midori, 'sora'), await browse(midori, 'ren'), await browse(midori, 'aoi')]
    for (const reader of [sora, ren]) expect((await reader.open(orientation)).text).to.not.include('町の予算の話')
    expect((await aoi.open(orientation)).text)
      .to.include('町の予算の話')
      .and.include('市町村の内輪')
  })

  it('two people correct one line: the second gets both texts and loses nothing', async () => {
    const { midori, ken } = await recorded()
    const mika = await browse(midori, 'mika')
    const edit = ken.links().find((href) => href.includes('/lines/')) as string
    await ken.open(edit)
    await mika.open(edit)
    await mika.fill({ text: '退院の知らせは月に3件' }, 'この文にする')
    expect(mika.url).to.equal(orientation)
    await ken.fill({ text: '退院の知らせは月に4件' }, 'この文にする')
    expect(ken.status).to.equal(409)
    expect(ken.text).to.include('退院の知らせは月に3件')
    expect(ken.values.text).to.equal('退院の知らせは月に4件')
    await ken.fill({}, 'この文にする')
    expect(ken.text).to.include('退院の知らせは月に4件').and.not.include('月に3件')
  })

  it('mika fixes the record; then ken can neither add nor correct', async () => {
    const { midori, ken } = await recorded()
    const mika = await browse(midori, 'mika')
    await mika.open(orientation)
    await mika.fill({}, '記録を確定する')
    expect(mika.text).to.include('済')
    await ken.open(paths.meetingRecord(ID, 1))
    expect(ken.status).to.equal(409)
    await ken.open(orientation)
    expect(ken.links().filter((href) => href.includes('/lines/'))).to.deep.equal([])
    await ken.post(paths.meetingFix(ID, 1), {})
    expect(ken.status).to.equal(403)
  })

  it('asks for at least one thing and for readable days', async () => {
    const { ken } = await recorded()
    await ken.open(paths.meetingRecord(ID, 2))
    await ken.fill({ heldOn: '2025/10/20', mode: 'online' }, '記録する')
    expect(ken.status).to.equal(422)
    expect(ken.errors.situation).to.include('どれか1つ')
    await ken.fill({ heldOn: '2025/13/40', mode: 'online', situation: 'x' }, '記録する')
    expect(ken.errors.heldOn).to.equal('1月から12月までの日を入れてください')
  })
})

describe('planning a meeting', () => {
  const plan = {
    heldOn: '令和7年10月29日',
    time: '午後2時',
    mode: 'both',
    place: '役場',
    url: 'https://meeting.example/1',
  }

  it('mika sets a day; the WG member sees it without the address', async () => {
    const midori = await town(await freshDb())
    const mika = await browse(midori, 'mika')
    await mika.open(paths.meetingSchedule(ID, 2))
    await mika.fill(plan, '予定を決める')
    expect(mika.text).to.include('令和7年10月29日（水） 14:00').and.include('予定')
    expect(mika.links()).to.include('https://meeting.example/1')
    const haru = await browse(midori, 'haru')
    await haru.open(paths.meeting(ID, 2))
    expect(haru.text).to.include('令和7年10月29日（水）')
    expect(haru.links()).to.not.include('https://meeting.example/1')
    await haru.open(paths.meetingSchedule(ID, 2))
    expect(haru.status).to.equal(403)
  })

  it('refuses an address that is none, a time that is none, and keeps the words', async () => {
    const mika = await browse(await town(await freshDb()), 'mika')
    await mika.open(paths.meetingSchedule(ID, 2))
    await mika.fill({ ...plan, url: 'javascript:alert(1)', time: '25時' }, '予定を決める')
    expect(mika.status).to.equal(422)
    expect(Object.keys(mika.errors)).to.have.members(['time', 'url'])
    expect(mika.values.place).to.equal('役場')
  })

  it('is cancelled with a reason, and may stand again', async () => {
    const mika = await browse(await town(await freshDb()), 'mika')
    await mika.open(paths.meetingCancellation(ID, 3))
    await mika.fill({ reason: '' }, '中止にする')
    expect(mika.errors).to.deep.equal({ reason: '理由を書いてください。全員に届く手紙にのります' })
    await mika.fill({ reason: '台風のため' }, '中止にする')
    expect(mika.text).to.include('中止').and.include('台風のため')
    await mika.open(paths.meetingSchedule(ID, 3))
    await mika.fill(plan, '予定')
    expect(mika.text).to.include('予定').and.not.include('台風のため')
  })
})
