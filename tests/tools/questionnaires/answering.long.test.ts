import { expect } from 'chai'
import { PROFESSIONS } from '../../../src/tools/professions/professions.ts'
import { browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { NOW, type Town, town } from '../../support/town.ts'
import { ANSWERS, handedOut } from './story.ts'

describe('a questionnaire is answered by whoever has its address', () => {
  let midori: Town
  beforeEach(async () => {
    midori = await town(await freshDb(), new Date(NOW))
  })
  const kept = () => midori.db.selectFrom('questionnaireAnswers').selectAll().execute()

  it('asks 職種 from a list and no name, and thanks kindly', async () => {
    const { to } = await handedOut(midori)
    const nurse = await browse(midori)
    await nurse.open(to)
    expect(nurse.status).to.equal(200)
    expect(nurse.heading).to.equal('退院支援の勉強会（前）')
    expect(nurse.text).to.include(PROFESSIONS.home_nurse).and.not.include('氏名')
    expect(nurse.document.querySelectorAll('script[src]').length).to.be.lessThan(2)
    await nurse.fill(ANSWERS, '答えを送る')
    expect(nurse.heading).to.equal('答えを受けとりました')
    const [row] = await kept()
    expect(row).to.include({ profession: 'home_nurse', round: 'before', answeredOn: '2025-10-21' })
    expect(JSON.parse(row?.valuesJson ?? '')).to.deep.equal({ q1: '2', q2: 'yes', q3: '4' })
    expect(JSON.stringify(row)).to.not.include('127.0.0.1')
  })

  it('keeps the words when something needed is missing', async () => {
    const { to } = await handedOut(midori)
    const nurse = await browse(midori)
    await nurse.open(to)
    await nurse.fill({ 'f.q2': 'yes', 'f.q4': '退院の日を前もって知りたい' }, '答えを送る')
    expect(nurse.status).to.equal(422)
    expect(nurse.errors['f.profession']).to.equal('職種（お立場）を一つ選んでください')
    expect(nurse.values['f.q4']).to.equal('退院の日を前もって知りたい')
    expect(await kept()).to.have.length(0)
    for (const link of nurse.links().filter((href) => href.startsWith('#f-')))
      expect(nurse.document.getElementById(link.slice(1)), link).to.not.equal(null)
  })

  it('counts a form pressed twice once', async () => {
    const { to } = await handedOut(midori)
    const nurse = await browse(midori)
    await nurse.open(to)
    const form = { ...nurse.values, ...ANSWERS }
    await nurse.post(to, form)
    await nurse.post(to, form)
    expect(nurse.heading).to.equal('答えを受けとりました')
    expect(await kept()).to.have.length(1)
  })

  it('asks a machine that fills the hidden field to send again, and loses nothing', async () => {
    const { to } = await handedOut(midori)
    const robot = await browse(midori)
    await robot.open(to)
    await robot.fill({ ...ANSWERS, 'f.q4': '見学したい', homepage: 'https://x.example' }, '答えを送る')
    expect(robot.status).to.equal(422)
    expect(robot.text).to.include('見えない欄が自動で埋められていました')
    expect(await kept()).to.have.length(0)
    await robot.fill({}, '答えを送る')
    expect(robot.heading).to.equal('答えを受けとりました')
    const [row] = await kept()
    expect(row?.valuesJson).to.include('見学したい')
  })

  it('finds the address also as somebody typed it off paper', async () => {
    const { to } = await handedOut(midori)
    const token = to.split('/').at(-1) ?? ''
    const guest = await browse(midori)
    await guest.open(`/l/answers/${token.toUpperCase().replaceAll('-', '').replaceAll('0', 'O')}`)
    expect(guest.status).to.equal(200)
    await guest.open('/l/answers/zzzz-zzzz-zzzz')
    expect(guest.status).to.equal(404)
  })

  it('says when it has ended, and whom to ask', async () => {
    const { aoi, at, to } = await handedOut(midori)
    const guest = await browse(midori)
    midori.now.setUTCDate(midori.now.getUTCDate() + 20)
    await guest.open(to)
    expect(guest.status).to.equal(410)
    expect(guest.text).to.include('令和7年11月4日（火）で終わりました').and.include('東浜県みどり町の担当')
    midori.now.setUTCDate(midori.now.getUTCDate() - 20)
    await aoi.open(at)
    await aoi.fill({}, 'いま受付を終える')
    await guest.open(to)
    expect(guest.status).to.equal(410)
    await guest.post(to, ANSWERS)
    expect(guest.status).to.equal(410)
    expect(await kept()).to.have.length(0)
  })

  it('says so while the region rests', async () => {
    const { to } = await handedOut(midori)
    const mika = await browse(midori, 'mika')
    await mika.open(`/regions/${midori.regions.midori}/pause`)
    await mika.post(`/regions/${midori.regions.midori}/pause`, { kind: 'pause', reason: '災害の対応のため' })
    const guest = await browse(midori)
    await guest.open(to)
    expect(guest.text).to.include('この地域の支援は、いま休んでいます')
    await guest.post(to, { ...ANSWERS, 'f.q4': '残っているはず' })
    expect(guest.status).to.equal(409)
    expect(guest.values['f.q4']).to.equal('残っているはず')
    expect(await kept()).to.have.length(0)
  })
})
