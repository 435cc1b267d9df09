import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { updatePerson } from '../../../src/people/accounts/store.ts'
import { type Browser, browse } from '../browse.ts'
import { lettersOf, readCalendar, S1, slot } from '../dates/asking.ts'
import { freshDb } from '../db.ts'
import { type PersonName, type Town, town } from '../town.ts'

async function planned(midori: Town): Promise<Browser> {
  const mika = await browse(midori, 'mika')
  await mika.open(paths.scheduleOf(S1))
  await mika.fill(
    { heldOn: '2025/11/6', time: '14:00', minutes: '90', mode: 'online', url: 'https://meeting.example/1' },
    '予定を決める',
  )
  return mika
}

async function feedOf(midori: Town, who: PersonName): Promise<string> {
  const person = await browse(midori, who)
  await person.open(paths.calendar)
  await person.fill({}, 'アドレスを')
  return new URL(person.document.querySelector('#feed')?.textContent.trim() ?? '').pathname
}

async function read(midori: Town, address: string) {
  const program = await browse(midori)
  await program.open(`${address}.ics`)
  return {
    status: program.status,
    type: program.contentType,
    ...(program.status === 200 && readCalendar(program.bytes.toString('utf8'))),
  }
}

describe('a person’s calendar', () => {
  it('is subscribed to by a secret address and follows the dates', async () => {
    const midori = await town(await freshDb())
    const mika = await planned(midori)
    const address = await feedOf(midori, 'ken')
    const first = await read(midori, address)
    expect(first.type).to.include('text/calendar')
    expect(first.events?.map((e) => [e.summary, e.start])).to.deep.equal([
      ['東浜県みどり町 支援1', '2025-11-06T05:00:00.000Z'],
    ])
    await mika.open(paths.scheduleOf(S1))
    await mika.fill({ heldOn: '2025/11/13' }, '予定を変える')
    const second = await read(midori, address)
    expect(second.events?.map((e) => [e.uid, e.sequence, e.start])).to.deep.equal([
      [first.events?.[0]?.uid, 1, '2025-11-13T05:00:00.000Z'],
    ])
  })

  it('shows only what its person takes part in', async () => {
    const midori = await town(await freshDb())
    await planned(midori)
    for (const [who, count] of [
      ['aoi', 1],
      ['sora', 1],
      ['ren', 1],
      ['yui', 0],
      ['nagi', 0],
      ['haru', 0],
    ] as const) {
      expect((await read(midori, await feedOf(midori, who))).events, who).to.have.length(count)
    }
  })

  it('ends when it is made anew, revoked, or its person leaves', async () => {
    const midori = await town(await freshDb())
    const first = await feedOf(midori, 'aoi')
    const second = await feedOf(midori, 'aoi')
    expect((await read(midori, first)).status).to.equal(410)
    expect((await read(midori, second)).status).to.equal(200)
    const aoi = await browse(midori, 'aoi')
    await aoi.open(paths.calendar)
    await aoi.fill({}, 'アドレスを取り消す')
    expect((await read(midori, second)).status).to.equal(410)
    const kens = await feedOf(midori, 'ken')
    await updatePerson(midori.db, midori.people.ken, { leftOn: '2025-10-21' })
    expect((await read(midori, kens)).status).to.equal(410)
    expect((await read(midori, `/l/calendar/${'B'.repeat(43)}`)).status).to.equal(404)
  })
})

describe('the year’s own meetings', () => {
  it('mika adds a WG, asks its members, and confirms it; the town never hears of it', async () => {
    const midori = await town(await freshDb())
    const mika = await browse(midori, 'mika')
    await mika.open(paths.yearMeetings(midori.programmeId))
    await mika.follow('会を加える')
    await mika.fill({ label: '臨時のWG', kind: 'wg-meeting' }, '加える')
    expect(mika.heading, mika.text).to.include('臨時のWGの日程調整')
    await mika.fill({ ...slot(0, '2025/11/20', '10:00'), [`who.${midori.people.tomo}`]: 'yes' }, '候補日を出す')
    expect((await lettersOf(midori, 'poll_request')).map((l) => l.toName)).to.have.members(['春山 遥', '友井 智'])
    await mika.fill({}, 'この日に決める')
    expect(mika.status).to.equal(422)
    const chosen = mika.document.querySelector('input[name=slotId]')?.getAttribute('value') ?? ''
    await mika.fill({ slotId: chosen }, 'この日に決める')
    expect(mika.text).to.include('令和7年11月20日（木） 10:00〜11:30').and.include('資料を送る日')
    const told = await lettersOf(midori, 'meeting_fixed')
    expect(told.map((l) => l.toName)).to.have.members(['春山 遥', '友井 智', '森野 美香', '早瀬 俊'])
    const haru = await browse(midori, 'haru')
    await haru.open(paths.yearMeetings(midori.programmeId))
    expect(haru.text).to.include('臨時のWG')
    expect((await read(midori, await feedOf(midori, 'haru'))).events).to.have.length(1)
    for (const who of ['aoi', 'ken'] as const) {
      const other = await browse(midori, who)
      await other.open(paths.yearMeetings(midori.programmeId))
      expect(other.text, who).to.not.include('臨時のWG')
      expect((await other.open(paths.yearMeeting(midori.programmeId, 51))).status).to.equal(404)
      expect((await other.open(paths.dates(paths.yearMeeting(midori.programmeId, 51)))).status).to.equal(403)
    }
  })

  it('team orientation is the advisors’, the joint meeting everybody’s', async () => {
    const midori = await town(await freshDb())
    const mika = await browse(midori, 'mika')
    for (const [label, kind] of [
      ['支援チームの会', 'team-orientation'],
      ['合同報告会', 'joint-report'],
    ] as const) {
      await mika.open(paths.yearMeetingNew(midori.programmeId))
      await mika.fill({ label, kind }, '加える')
      await mika.open(mika.url.replace('/dates', '/schedule'))
      await mika.fill({ heldOn: '2026/2/20', time: '13:00', minutes: '180' }, '予定を決める')
    }
    const told = await lettersOf(midori, 'meeting_fixed')
    const to = (words: string) => told.filter((l) => l.subject.includes(words)).map((l) => l.toName)
    expect(to('支援チームの会')).to.have.members(['岡田 健', '水谷 結衣', '森野 美香', '早瀬 俊'])
    expect(to('合同報告会')).to.include.members(['青木 葵', '蓮見 廉', '空野 そら', '春山 遥', '友井 智', '岡田 健'])
    expect(to('合同報告会')).to.not.include('凪 さやか')
    expect(told.filter((l) => l.toName === '青木 葵')).to.have.length(1)
    await mika.open(paths.meeting('region-midori', 8))
    expect(mika.text).to.include('令和8年2月20日（金） 13:00（180分）')
    const aois = (await read(midori, await feedOf(midori, 'aoi'))).events ?? []
    expect(aois.map((e) => e.summary)).to.deep.equal(['令和7年度 在宅医療・介護連携推進支援事業 合同報告会'])
  })
})
