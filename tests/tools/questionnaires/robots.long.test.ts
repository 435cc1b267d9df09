import { expect } from 'chai'
import { browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { NOW, type Town, town } from '../../support/town.ts'
import { ANSWERS, handedOut, opened } from './story.ts'

describe('a machine answers a thousand times', () => {
  let midori: Town
  beforeEach(async () => {
    midori = await town(await freshDb(), new Date(NOW))
  })
  const kept = async () => (await midori.db.selectFrom('questionnaireAnswers').select('id').execute()).length

  it('is stopped by its address, in clear words, and what was written stands there still', async () => {
    const { to } = await handedOut(midori)
    const robot = await browse(midori)
    const statuses = new Map<number, number>()
    for (let i = 0; i < 1000; i += 1) {
      await robot.post(to, { ...ANSWERS, 'f.q4': `${i}回目` })
      statuses.set(robot.status, (statuses.get(robot.status) ?? 0) + 1)
    }
    expect([...statuses]).to.deep.equal([
      [200, 100],
      [429, 900],
    ])
    expect(await kept()).to.equal(100)
    expect(robot.text).to.include('同じ場所からの答えが続いているため')
    expect(robot.values['f.q4']).to.equal('999回目')
    const attempts = await midori.db.selectFrom('doorAttempts').selectAll().execute()
    expect(JSON.stringify(attempts)).to.not.include('127.0.0.1')
    midori.now.setUTCMinutes(midori.now.getUTCMinutes() + 10)
    await robot.fill({}, '答えを送る')
    expect(robot.heading).to.equal('答えを受けとりました')
  }).timeout(60_000)

  it('is stopped by the number of the address, which can be raised', async () => {
    const { aoi, at } = await handedOut(midori)
    const to = await opened(aoi, at, '後', { mostAnswers: '3' })
    const guest = await browse(midori)
    for (let i = 0; i < 3; i += 1) await guest.post(to, ANSWERS)
    await guest.open(to)
    await guest.fill({ ...ANSWERS, 'f.q4': '4人目の言葉' }, '答えを送る')
    expect(guest.status).to.equal(429)
    expect(guest.text).to.include('予定していた数の答えが集まったため')
    const typed = guest.values
    expect(typed['f.q4']).to.equal('4人目の言葉')
    const after = await midori.db
      .selectFrom('questionnaireLinks')
      .select('id')
      .where('round', '=', 'after')
      .executeTakeFirstOrThrow()
    await aoi.post(`${at}/links/${after.id}`, { closesOn: 'R7.11.30', mostAnswers: '10' })
    await guest.fill({}, '答えを送る')
    expect(guest.heading).to.equal('答えを受けとりました')
    expect(await kept()).to.equal(4)
  })

  it('throws the salt away with its day', async () => {
    const { to } = await handedOut(midori)
    const guest = await browse(midori)
    await guest.post(to, ANSWERS)
    midori.now.setUTCDate(midori.now.getUTCDate() + 1)
    await guest.post(to, ANSWERS)
    const salts = await midori.db.selectFrom('questionnaireSalts').select('day').execute()
    expect(salts).to.deep.equal([{ day: '2025-10-22' }])
  })
})
