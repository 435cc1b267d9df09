import { expect } from 'chai'
import { insidePath } from '../../../src/people/doors/doors.ts'
import { linkOf, makeLink, openLink, revokeLinks, spendLink } from '../../../src/people/doors/store.ts'
import { tryDoor } from '../../../src/people/tries/store.ts'
import { LIMITS, waitAfter } from '../../../src/people/tries/tries.ts'
import { safePath } from '../../../src/platform/log/log.ts'
import type { Problem } from '../../../src/platform/web/problem.ts'
import { freshDb } from '../../support/db.ts'
import { NOW, town } from '../../support/town.ts'

const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)
const ren = 'ren@pref-91.example'

describe('links', () => {
  it('carry one purpose, many times, until their end; only their hash is kept', async () => {
    const db = await freshDb()
    const purpose = { regionId: 'region-midori' }
    const token = await makeLink(db, { kind: 'consent', email: 'Ren@pref-91.example', purpose }, NOW)
    expect(JSON.stringify(await db.selectFrom('doorLinks').selectAll().execute())).to.not.include(token)
    for (let i = 0; i < 2; i++)
      expect((await spendLink(db, token, 'consent', later(i)))?.purpose).to.deep.equal(purpose)
    expect((await linkOf(db, token, 'consent', NOW))?.email).to.equal(ren)
    expect(await linkOf(db, token, 'sign_in', NOW)).to.equal(null)
    expect(await linkOf(db, `${token}x`, 'consent', NOW)).to.equal(null)
    expect(await linkOf(db, token, 'consent', later(61 * 24 * 60))).to.equal(null)
  })

  it('that open a door once open it for one only, even when two try together', async () => {
    const here = await town(await freshDb())
    const token = await makeLink(here.db, { kind: 'sign_in', email: ren, personId: here.people.ren }, NOW)
    const both = await Promise.all([
      spendLink(here.db, token, 'sign_in', NOW),
      spendLink(here.db, token, 'sign_in', NOW),
    ])
    expect(both.filter(Boolean)).to.have.length(1)
  })

  it('are revoked by person, kind or purpose, and never all by mistake', async () => {
    const here = await town(await freshDb())
    const { db } = here
    const make = (regionId: string) => makeLink(db, { kind: 'consent', email: ren, purpose: { regionId } }, NOW)
    const [one, two] = [await make('one'), await make('two')]
    await revokeLinks(db, {}, NOW)
    await revokeLinks(db, { kinds: ['consent'], purpose: { regionId: 'one' } }, NOW)
    expect(await linkOf(db, one, 'consent', NOW)).to.equal(null)
    expect(await linkOf(db, two, 'consent', NOW)).to.not.equal(null)
    await revokeLinks(db, { email: 'REN@pref-91.example' }, NOW)
    expect(await linkOf(db, two, 'consent', NOW)).to.equal(null)
  })

  it('die when their person has left; a page tells what was once good from what never was', async () => {
    const here = await town(await freshDb())
    const token = await makeLink(here.db, { kind: 'report', email: ren, personId: here.people.ren }, NOW)
    await here.db.updateTable('people').set({ leftOn: '2025-10-21' }).where('id', '=', here.people.ren).execute()
    const codeOf = (t: string) =>
      openLink(here.db, t, 'report', { now: NOW, gone: '終わりました' }).then(
        () => 'open',
        (problem: Problem) => problem.code,
      )
    expect([await codeOf(token), await codeOf('never')]).to.deep.equal(['gone', 'not_found'])
  })

  it('never stand in a log', () => {
    const token = 'abc_DEF-123'
    for (const path of ['/enter/', '/invitation/', '/setup/', '/l/consent/', '/password/reset/']) {
      expect(safePath(`${path}${token}?x=${token}`), path).to.equal(`${path}…`)
    }
  })
})

describe('tries at a door', () => {
  it('are free at first, then cost more and more waiting, up to a bound', () => {
    const waits = [0, 4, 5, 6, 7, 8, 20].map((tries) => waitAfter(LIMITS.password_account, tries))
    expect(waits).to.deep.equal([0, 0, 1, 2, 4, 8, 30])
  })

  it('fade with time, so that small slips of a day never add up', async () => {
    const db = await freshDb()
    for (let i = 0; i < 120; i++) {
      expect(await tryDoor(db, 'password_address', '192.0.2.1', later(i)), `slip ${i}`).to.equal(0)
    }
  })

  it('are counted before they are made: of many at once only the free ones pass', async () => {
    const db = await freshDb()
    const waits = await Promise.all(Array.from({ length: 20 }, () => tryDoor(db, 'password_account', ren, NOW)))
    expect(waits.filter((wait) => wait === 0)).to.have.length(5)
  })
})

describe('the way after signing in', () => {
  it('stays inside the house', () => {
    for (const to of ['/', '/regions/x?tab=%E5%9B%9E']) expect(insidePath(to)).to.equal(to)
    for (const to of ['//x', '/\\x', 'x', 'https://x', '/a\tb', '/みどり', '', undefined])
      expect(insidePath(to)).to.equal('/')
  })
})
