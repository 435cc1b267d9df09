import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { loadDemonstration } from '../../src/overview/demonstration/actions.ts'
import { clockOf, startClock } from '../../src/overview/demonstration/clock.ts'
import { PASSWORD } from '../../src/overview/demonstration/demonstration.ts'
import { people, SHOWN } from '../../src/overview/demonstration/people.ts'
import { addPerson } from '../../src/people/accounts/store.ts'
import { filesIn } from '../../src/platform/files/files.ts'
import { dayOf } from '../../src/platform/time.ts'
import { programmeSeen } from '../../src/programme/programmes/store.ts'
import { fetchRegions } from '../../src/programme/regions/store.ts'
import { regionsSeenBy } from '../../src/programme/sight/store.ts'
import { standsOf } from '../../src/programme/submissions/store.ts'
import { freshDb } from '../support/db.ts'
import { type Demo, demonstration } from '../support/demonstration.ts'

describe('the demonstration', function () {
  this.timeout(20_000)
  let demo: Demo
  let seconds = 0
  before(async () => {
    const started = performance.now()
    demo = await demonstration()
    seconds = (performance.now() - started) / 1000
  })
  after(() => demo.close())

  it('is there within a few seconds', () => expect(seconds).to.be.below(10))

  it('shows seven entries of the year, each in its own state', async () => {
    const mika = await demo.actor('mika')
    const programme = await programmeSeen(demo.db, mika, demo.years.main)
    if (!programme) throw new Error('no year')
    const query = regionsSeenBy(demo.db, mika).where('regions.programmeId', '=', demo.years.main)
    const regions = await fetchRegions(demo.db, query.orderBy('regions.sortCode'))
    const stands = await standsOf(demo.db, programme, regions, demo.now)
    expect(Object.fromEntries(regions.map((r) => [r.name, stands.get(r.id)?.state]))).to.deep.equal({
      北森県: 'selected',
      東浜県みどり町: 'selected',
      東浜県はなぞの町: 'not_selected',
      北森県ひばり村: 'not_selected',
      '白嶺県やまかげ町・かわの村': 'selected',
      南原県すずかぜ市: 'selected',
      南原県みなと町: 'wants_talk',
    })
  })

  it('holds the two samples apart, read-only', async () => {
    const samples = await demo.db
      .selectFrom('regions')
      .select('name')
      .where('isSample', '=', 1)
      .orderBy('name')
      .execute()
    expect(samples.map((s) => s.name)).to.deep.equal(['岐阜県岐南町', '茨城県水戸市'])
  })

  it('lets every shown person in with the one password, each to their own page', async () => {
    for (const who of SHOWN) {
      const browser = await demo.browse()
      await browser.open('/sign-in')
      const { email } = people[who]
      await browser.fill({ email, password: PASSWORD }, '入る')
      expect(browser.status, who).to.equal(200)
      expect(browser.heading, who).to.not.equal('伴走ノートに入る')
    }
  })

  it('takes an entry today: next year is open', async () => {
    const stranger = await demo.browse()
    await stranger.open(`/entry/${demo.years.next}`)
    await stranger.follow('エントリーを始める')
    expect(stranger.heading).to.equal('エントリーを始める')
    expect(stranger.text).to.not.contain('締め切りました')
  })

  it('is kept on a second start, with what was entered since', async () => {
    const before = await demo.db.selectFrom('happenings').select('id').execute()
    expect(await loadDemonstration(demo.db, 'http://demo.test')).to.equal('demonstration')
    expect(await demo.db.selectFrom('happenings').select('id').execute()).to.have.length(before.length)
  })

  it('never enters a database with people of a real office', async () => {
    const db = await freshDb()
    filesIn(mkdtempSync(join(tmpdir(), 'banso-real-')))
    await addPerson(db, { name: '本物 花子', email: 'hanako@city.example.lg.jp' }, new Date())
    const refused = await loadDemonstration(db, 'http://demo.test').catch((error: Error) => error.message)
    expect(refused).to.contain('見本ではない人がいるため')
    expect(await db.selectFrom('people').select('id').execute()).to.have.length(1)
  })

  it('keeps its own time, wherever the calendar of the machine stands', () => {
    const folder = mkdtempSync(join(tmpdir(), 'banso-clock-'))
    startClock(folder)
    expect(dayOf(clockOf(folder)())).to.equal('2025-12-16')
  })
})
