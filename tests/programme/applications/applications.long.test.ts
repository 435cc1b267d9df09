import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { membershipsOfPerson, personByEmail } from '../../../src/people/accounts/store.ts'
import { goesAtOnce } from '../../../src/programme/applications/applications.ts'
import { type Browser, browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type Town, town } from '../../support/town.ts'

const aTown = async () => town(await freshDb())

const lettersTo = (t: Town, email: string) =>
  t.db.selectFrom('letters').selectAll().where('toAddress', '=', email).orderBy('id', 'desc').execute()

async function linkIn(t: Town, email: string): Promise<string> {
  const [letter] = await lettersTo(t, email)
  return /\/l\/entry\/[\w-]+/.exec(letter?.body ?? '')?.[0] ?? ''
}

const given = { mail: 'umi@hanazono.example', organisation: 'はなぞの町', name: '海野 ゆう', section: '福祉課' }

async function ask(t: Town, fields: Record<string, string>): Promise<Browser> {
  const stranger = await browse(t)
  await stranger.open(paths.publicProgramme(t.programmeId))
  await stranger.follow('エントリーを始める')
  return stranger.fill(fields, 'リンクを送る')
}

describe('beginning an entry without an account', () => {
  it('goes from the public page over a letter to the first sign-in and a region', async () => {
    const t = await aTown()
    const umi = await ask(t, given)
    expect(umi.heading).to.equal('メールを確かめてください')
    expect(umi.notice).to.contain('東浜県はなぞの町')
    const link = await linkIn(t, 'umi@hanazono.example')
    await umi.open(link)
    expect(umi.text).to.contain('海野 ゆうさん')
    await umi.open(link)
    await umi.fill({}, '入ってエントリーを始める')
    expect(umi.url).to.match(/^\/regions\/[0-9a-z]{16}\/entry$/)
    const person = await personByEmail(t.db, 'umi@hanazono.example')
    const held = await membershipsOfPerson(t.db, person?.id ?? '')
    expect(held.map((m) => [m.role, m.organisationName, m.regionId])).to.deep.equal([
      ['municipality', 'はなぞの町', null],
    ])
    const region = await t.db
      .selectFrom('regions')
      .selectAll()
      .where('name', '=', '東浜県はなぞの町')
      .executeTakeFirstOrThrow()
    expect(region).to.include({
      number: 4,
      prefectureId: 'org-910007',
      bureauCode: 'tokai-hokuriku',
      caseType: 'municipality',
    })
    expect((await umi.open(link)).status).to.equal(410)
  })

  it('keeps what was typed and says what is missing', async () => {
    const t = await aTown()
    const stranger = await ask(t, { mail: 'だれか', organisation: '', name: '𠮷田', section: '' })
    expect(stranger.status).to.equal(422)
    expect(Object.keys(stranger.errors)).to.deep.equal(['mail', 'organisation'])
    expect(stranger.values.name).to.equal('𠮷田')
    await stranger.fill({ mail: 'x@town.lg.jp', organisation: 'ない町ない町' })
    expect(stranger.errors.organisation).to.contain('見つかりません')
  })

  it('asks which one when a name fits several', async () => {
    const t = await aTown()
    const stranger = await ask(t, { ...given, mail: 'a@city.fuchu.lg.jp', organisation: '府中市' })
    expect(stranger.status).to.equal(422)
    expect(stranger.text).to.contain('東京都府中市').and.to.contain('広島県府中市')
    await stranger.fill({ organisationId: 'org-132063' })
    expect(stranger.heading).to.equal('メールを確かめてください')
    expect((await lettersTo(t, 'a@city.fuchu.lg.jp'))[0]?.body).to.contain('東京都府中市')
  })

  it('waits for the secretariat when the address is no office’s', async () => {
    const t = await aTown()
    await ask(t, { ...given, mail: 'umi@example.com' })
    expect(await lettersTo(t, 'umi@example.com')).to.have.length(0)
    expect((await lettersTo(t, 'jimukyoku@banso.example')).length).to.equal(1)
    const mika = await browse(t, 'mika')
    await mika.open(paths.applications(t.programmeId))
    await mika.fill({ reason: '' }, '断る')
    expect(mika.errors.reason).to.contain('断る理由')
    await mika.fill({}, '認めてリンクを送る')
    expect(mika.notice).to.contain('認めました')
    expect(await linkIn(t, 'umi@example.com')).to.match(/^\/l\/entry\//)
  })

  it('lets a colleague into the same region, and a stranger with another office’s address not at once', async () => {
    const t = await aTown()
    const umi = await ask(t, given)
    await umi.open(await linkIn(t, 'umi@hanazono.example'))
    await umi.fill()
    const riku = await ask(t, { ...given, mail: 'riku@hanazono.example', name: '陸' })
    await riku.open(await linkIn(t, 'riku@hanazono.example'))
    await riku.fill()
    expect(riku.url).to.equal(umi.url)
    expect(riku.notice).to.contain('すでに始めている')
    await ask(t, { ...given, mail: 'dare@city.other.lg.jp' })
    expect(await lettersTo(t, 'dare@city.other.lg.jp')).to.have.length(0)
    expect(goesAtOnce('a@city.other.lg.jp', { mailDomain: null }, [])).to.equal(true)
    expect(goesAtOnce('a@city.other.lg.jp', { mailDomain: null }, ['b@city.other.lg.jp'])).to.equal(true)
  })

  it('binds an lg.jp address of unknown domain to this one region', async () => {
    const t = await aTown()
    const yuki = await ask(t, { ...given, mail: 'yuki@vill.yuki.lg.jp', organisation: '924211', name: '雪' })
    await yuki.open(await linkIn(t, 'yuki@vill.yuki.lg.jp'))
    await yuki.fill()
    expect(yuki.url).to.match(/\/entry$/)
    const person = await personByEmail(t.db, 'yuki@vill.yuki.lg.jp')
    const [held] = await membershipsOfPerson(t.db, person?.id ?? '')
    expect(held?.regionId).to.be.a('string')
    expect((await yuki.open(paths.submission(held?.regionId ?? ''))).status).to.not.equal(404)
  })

  it('is one button for somebody with an account, and never makes a second region', async () => {
    const t = await aTown()
    const aoi = await browse(t, 'aoi')
    await aoi.open(paths.entryStart(t.programmeId))
    await aoi.fill({}, '東浜県みどり町のエントリーを始める')
    expect(aoi.url).to.equal(paths.entry(t.regions.midori))
    const regions = await t.db.selectFrom('regions').select('id').execute()
    expect(regions).to.have.length(3)
  })

  it('says when too many ask, and when it is not the time', async () => {
    const t = await aTown()
    for (let i = 0; i < 5; i++) await ask(t, given)
    const last = await ask(t, given)
    expect(last.status).to.equal(429)
    expect(last.text).to.contain('分ほど待って')
    t.now = new Date('2025-11-01T00:00:00+09:00')
    const late = await browse(t)
    await late.open(paths.publicProgramme(t.programmeId))
    expect(late.text).to.contain('募集は締め切りました')
    expect(late.links()).to.not.include(paths.entryStart(t.programmeId))
    await late.post(paths.entryStart(t.programmeId), { ...given, mail: 'z@town.lg.jp' })
    expect(late.status).to.equal(422)
  })

  it('hands out the empty sheet, and hides what is not published', async () => {
    const t = await aTown()
    const stranger = await browse(t)
    await stranger.open(paths.publicSheet(t.programmeId))
    expect(stranger.status).to.equal(200)
    expect(stranger.bytes.subarray(0, 2).toString()).to.equal('PK')
    await t.db.updateTable('programmes').set({ publishedAt: null }).where('id', '=', t.programmeId).execute()
    expect((await stranger.open(paths.publicProgramme(t.programmeId))).status).to.equal(404)
    expect((await stranger.open('/l/entry/no-such-token')).status).to.equal(404)
  })
})
