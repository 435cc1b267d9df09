import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { slotsOfRegion } from '../../../src/support/meetings/store.ts'
import { type Browser, browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type Town, town } from '../../support/town.ts'

const ID = 'region-midori'
const live = paths.meetingLive(ID, 1)

async function room(): Promise<{ midori: Town; ken: Browser; aoi: Browser }> {
  const midori = await town(await freshDb())
  return { midori, ken: await browse(midori, 'ken'), aoi: await browse(midori, 'aoi') }
}

/** As a note-taker without JavaScript: the page is loaded anew after every line. */
async function note(who: Browser, fields: Record<string, string>): Promise<void> {
  await who.open(live)
  await who.fill(fields, '書き足す')
}

/** Presses that overlap: each with a browser's own cookies, none waiting for another. */
const fetchPost = (who: Browser, fields: Record<string, string>) => who.twin().post(paths.meetingLines(ID, 1), fields)

async function numberOf(midori: Town, key: string): Promise<number> {
  const region = { id: ID, programmeId: midori.programmeId }
  return (await slotsOfRegion(midori.db, region, midori.now)).find((slot) => slot.stepKey === key)?.number ?? 0
}

const wallOf = (who: Browser) => who.document.querySelector('[data-part=wall]')?.textContent ?? ''
const logOf = (who: Browser) => who.document.querySelector('[data-part=log]')?.textContent ?? ''

describe('meeting mode', () => {
  it('ken writes as people speak, and everybody of the region reads it on the wall', async () => {
    const { ken, aoi } = await room()
    await note(ken, { kind: 'situation', text: '退院の知らせが前日に届く\n10件のうち7件' })
    expect(ken.status, ken.text).to.equal(200)
    expect(ken.notice).to.equal('書き足しました')
    await note(ken, { kind: 'decided', text: '町立病院から1か月試す' })
    await note(ken, { kind: 'keyword', text: '退院、連絡票' })
    await aoi.open(live)
    expect(wallOf(aoi)).to.include('10件のうち7件').and.include('町立病院から1か月試す').and.include('退院、連絡票')
    expect(aoi.html).to.not.include('書き足す</button>')
  })

  it('next steps of town, prefecture, secretariat and advisor keep owner and a vague day', async () => {
    const { ken, aoi } = await room()
    await note(ken, { kind: 'next', text: '連絡先1枚の案をつくる', ownerRole: 'municipality', due: '令和7年12月19日' })
    await note(ken, { kind: 'next', text: '相談窓口の一覧を渡す', ownerRole: 'prefecture', owner: '蓮見', due: '年内' })
    await note(ken, { kind: 'next', text: '連絡票を2つ送る', ownerRole: 'secretariat', due: '1月中旬' })
    await note(ken, { kind: 'next', text: '似た町をさがす', ownerRole: 'advisor', due: '' })
    await aoi.open(live)
    const [town_, support] = aoi.document.querySelectorAll('[data-part=wall] .side').map((side) => side.textContent)
    expect(town_).to.include('連絡先1枚の案').and.include('R7.12.19（金）まで').and.include('市町村')
    expect(support).to.include('蓮見').and.include('年内').and.include('事務局').and.include('1月中旬')
    expect(support).to.include('似た町をさがす').and.include('アドバイザー').and.include('期限は未定')
  })

  it('what only the team may read never stands on the wall, nor before the town', async () => {
    const { midori, ken, aoi } = await room()
    await note(ken, { kind: 'advice', text: '課長を次は必ず', circle: 'team', advisor: midori.people.ken })
    await note(ken, { kind: 'advice', text: '電話で最初に何と言うか', circle: 'region', advisor: midori.people.ken })
    await ken.open(live)
    expect(logOf(ken)).to.include('課長を次は必ず').and.include('支援チーム')
    expect(wallOf(ken)).to.not.include('課長を次は必ず')
    expect((await ken.open(paths.meetingScreen(ID, 1))).text).to.not.include('課長を次は必ず')
    await aoi.open(live)
    expect(aoi.text).to.include('電話で最初に何と言うか').and.not.include('課長を次は必ず')
    expect((await aoi.open(paths.meetingPart(ID, 1, 'log'))).html).to.not.include('課長を次は必ず')
  })

  it('attendance: people of the team by a press, others by name; 課長級 is marked', async () => {
    const { midori, ken } = await room()
    await ken.open(live)
    await ken.post(paths.meetingAttendance(ID, 1), { mark: `present:${midori.people.aoi}` })
    await ken.post(paths.meetingAttendance(ID, 1), { mark: `present:${midori.people.daichi}` })
    await ken.post(paths.meetingAttendance(ID, 1), { mark: `head:${midori.people.daichi}` })
    await ken.post(paths.meetingAttendance(ID, 1), { mark: `absent:${midori.people.ren}` })
    await ken.fill({ name: '川井 学', office: '町立病院 地域連携室', title: '看護師', part: 'other' }, '出席者に加える')
    const people = ken.document.querySelector('[data-part=people]')?.textContent ?? ''
    expect(people).to.include('3人出席（課長級1人）').and.include('◎大地 誠').and.include('川井 学')
    expect(people.replace(/\s+/g, ' ')).to.match(/蓮見 廉.{0,40}欠席/)
    await ken.fill({ name: '', office: '町立病院', part: 'other' }, '出席者に加える')
    expect(ken.status).to.equal(422)
    expect(ken.errors.name).to.equal('名前を入れてください')
    expect(ken.values.office).to.equal('町立病院')
  })

  it('an empty line, somebody who may not write, and a person outside', async () => {
    const { midori, ken, aoi } = await room()
    await note(ken, { kind: 'decided', text: ' ' })
    expect(ken.status).to.equal(422)
    expect(ken.errors.text).to.equal('書くことを入れてください')
    expect(
      (await aoi.post(paths.meetingLines(ID, 1), { kind: 'decided', text: 'x', circle: 'region' })).status,
    ).to.equal(403)
    const nagi = await browse(midori, 'nagi')
    expect((await nagi.open(live)).status).to.equal(404)
    expect((await nagi.open(paths.meetingEvents(ID, 1))).status).to.equal(404)
  })

  it('two note-takers on one line: the second sees both texts there, and nothing is lost', async () => {
    const { midori, ken } = await room()
    await note(ken, { kind: 'decided', text: '病院一つから' })
    const mika = await browse(midori, 'mika')
    await ken.open(live)
    await mika.open(live)
    await ken.follow('直す')
    await mika.follow('直す')
    await ken.fill({ text: '町立病院から始める' }, 'この文にする')
    expect(ken.url).to.equal(live)
    await mika.fill({ text: '病院一つ、1か月' }, 'この文にする')
    expect(mika.status).to.equal(409)
    expect(mika.text).to.include('町立病院から始める')
    expect(mika.values.text).to.equal('病院一つ、1か月')
    await mika.fill({ text: '町立病院から1か月' }, 'この文にする')
    expect(mika.status).to.equal(200)
    expect(logOf(mika)).to.include('町立病院から1か月')
  })

  it('ten lines at once: none is lost, and no press is written twice', async () => {
    const { midori, ken } = await room()
    const mika = await browse(midori, 'mika')
    const line = (i: number) => ({
      kind: 'situation',
      text: `行${i}。`,
      circle: 'region',
      once: `0000000000000000key${i}`,
    })
    const numbers = Array.from({ length: 10 }, (_, i) => i)
    await Promise.all(numbers.map((i) => fetchPost(i % 2 ? ken : mika, line(i))))
    await ken.post(paths.meetingLines(ID, 1), line(3))
    await ken.open(live)
    const written = ken.document.querySelectorAll('[data-part=wall] .wall-list li').map((li) => li.textContent)
    expect(written.toSorted()).to.deep.equal(numbers.map((i) => `行${i}。`))
  })

  it('a line taken away may be brought back; who took it stands in the history', async () => {
    const { ken, aoi } = await room()
    await note(ken, { kind: 'decided', text: '病院一つから' })
    await ken.open(live)
    await ken.follow('直す')
    await ken.fill({}, 'この行を消す')
    expect(logOf(ken)).to.not.include('病院一つから')
    await ken.open(paths.meetingRemoved(ID, 1))
    expect(ken.text).to.include('病院一つから')
    await ken.fill({}, '戻す')
    expect(ken.notice).to.equal('消した行を戻しました')
    await aoi.open(live)
    expect(wallOf(aoi)).to.include('病院一つから')
    expect((await aoi.open(paths.meetingRemoved(ID, 1))).status).to.equal(403)
  })

  it('what the town said before the meeting stands on the wall', async () => {
    const { midori, ken, aoi } = await room()
    await aoi.open(paths.report(ID, 'pre1'))
    await aoi.fill({ 'f.good': '相談員に会えた' }, '送る（')
    await ken.open(paths.meetingLive(ID, await numberOf(midori, 'pre1')))
    expect(wallOf(ken)).to.include('相談員に会えた').and.include('手ごたえ')
  })
})
