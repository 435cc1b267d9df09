import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { addMeeting, updateMeeting } from '../../../src/support/meetings/store.ts'
import { type Browser, browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type Town, town } from '../../support/town.ts'

const ID = 'region-midori'

const rowsOf = (browser: Browser) =>
  browser.document.querySelectorAll('.todo li').map((li) => li.textContent.replace(/\s+/g, ''))

describe('asking for the three lines', function () {
  this.timeout(20_000)
  let midori: Town
  const linkTo = async (address: string) => {
    const rows = await midori.db.selectFrom('letters').select('body').where('toAddress', '=', address).execute()
    return /\/l\/report\/[\w-]+/.exec(rows.map((l) => l.body).join(' '))?.[0] ?? ''
  }
  beforeEach(async () => {
    midori = await town(await freshDb())
    const place = { programmeId: midori.programmeId, regionId: ID, stepId: 'step-pre1', stepKey: 'pre1' }
    const meeting = { ...place, number: 2, label: '事前MTG①', kind: 'premeeting' as const }
    await updateMeeting(midori.db, await addMeeting(midori.db, meeting, midori.now), { heldOn: '2025-10-27' })
  })
  const asked = async () => {
    const mika = await browse(midori, 'mika')
    await mika.open(paths.reportsMissing(midori.programmeId))
    expect(mika.text).to.include('東浜県みどり町').and.include('まだ届いていません')
    await mika.fill({}, 'お願いを送る')
    expect(mika.text).to.include('お願いの手紙を2通送ります')
    return mika
  }

  it('waits in the town’s list until the words are there, and in the one list of those missing', async () => {
    const aoi = await browse(midori, 'aoi')
    await aoi.open('/')
    expect(rowsOf(aoi).join('\n')).to.match(/1日超過.*事前MTG①の前に、ひとこと/)
    await aoi.open(paths.report(ID, 'pre1'))
    await aoi.fill({ 'f.good': '会えた' }, '送る（')
    await aoi.open('/')
    expect(rowsOf(aoi).join('\n')).to.not.include('の前に、ひとこと')
    const mika = await browse(midori, 'mika')
    await mika.open(paths.reportsMissing(midori.programmeId))
    expect(mika.text).to.include('どの地域からも届いています')
  })

  it('goes to each of the town with an own link that opens the page without signing in, as often as needed', async () => {
    await asked()
    const stranger = await browse(midori)
    const link = await linkTo('aoi@midori.example')
    expect(await linkTo('daichi@midori.example')).to.not.equal(link)
    for (const _ of [1, 2]) {
      await stranger.open(link)
      expect(stranger.heading).to.equal('三つだけ、教えてください')
    }
    await stranger.post(`${link}/draft`, { 'f.good': '電車で書いた', base: '0', tab: 't1' }, { 'x-part': '1' })
    await stranger.open(link)
    expect(stranger.values['f.good']).to.equal('電車で書いた')
    await stranger.fill({}, '送る（')
    expect(stranger.notice).to.include('アドバイザーと事務局に届きます')
    const ken = await browse(midori, 'ken')
    await ken.open(paths.report(ID, 'pre1'))
    expect(ken.text).to.include('電車で書いた').and.include('青木 葵')
    for (const other of [paths.region(ID), paths.advice(ID)]) {
      await stranger.open(other)
      expect(stranger.text).to.not.include('電車で書いた')
    }
  })

  it('a forwarded link is dead once its person has left; a wrong one opens nothing', async () => {
    await asked()
    const stranger = await browse(midori)
    const link = await linkTo('aoi@midori.example')
    await midori.db
      .updateTable('memberships')
      .set({ toOn: '2025-10-20' })
      .where('personId', '=', midori.people.aoi)
      .execute()
    await stranger.open(link)
    expect(stranger.status).to.equal(410)
    expect(stranger.text).to.include('事務局に新しいリンク')
    expect((await stranger.open(paths.reportLink('nothing'))).status).to.equal(404)
  })

  it('goes to the office’s own mailbox where nobody is known, and works without a person behind it', async () => {
    const people = [midori.people.aoi, midori.people.daichi]
    await midori.db.updateTable('memberships').set({ toOn: '2025-10-20' }).where('personId', 'in', people).execute()
    const office = midori.db.updateTable('organisations').set({ mailbox: 'kaigo@midori.example' })
    await office.where('id', '=', 'org-913413').execute()
    const mika = await browse(midori, 'mika')
    await mika.open(paths.reports(ID))
    await mika.fill({}, 'お願いを送る')
    const stranger = await browse(midori)
    await stranger.open(await linkTo('kaigo@midori.example'))
    expect(stranger.document.querySelectorAll('[data-autosave]').length).to.equal(0)
    await stranger.fill({ 'f.good': '共用の机から書いた' }, '送る（')
    expect(stranger.notice).to.include('アドバイザーと事務局に届きます')
    const ken = await browse(midori, 'ken')
    await ken.open(paths.report(ID, 'pre1'))
    expect(ken.text).to.include('共用の机から書いた').and.include('みどり町 ご担当者')
  })

  it('nobody is asked twice for what has come', async () => {
    const mika = await asked()
    const aoi = await browse(midori, 'aoi')
    await aoi.open(paths.report(ID, 'pre1'))
    await aoi.fill({ 'f.good': '会えた' }, '送る（')
    await mika.post(paths.reportRequests(ID, 'pre1'), {})
    expect(mika.status).to.equal(409)
    const ken = await browse(midori, 'ken')
    expect((await ken.post(paths.reportRequests(ID, 'pre1'), {})).status).to.equal(403)
  })
})
