import { expect } from 'chai'
import { addMembership, addPerson } from '../../../src/people/accounts/store.ts'
import { directoryRoutes } from '../../../src/people/directory/routes.ts'
import { makeLink } from '../../../src/people/doors/store.ts'
import { countQueries } from '../../../src/platform/db/db.ts'
import type { Call } from '../../../src/platform/web/call.ts'
import { type Browser, browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type Town, town } from '../../support/town.ts'

const linkIn = async (here: Town): Promise<string> => {
  const letter = await here.db.selectFrom('letters').select('body').orderBy('id', 'desc').executeTakeFirstOrThrow()
  return new URL(/https?:\S+/.exec(letter.body)?.[0] ?? '').pathname
}
const happenings = async (here: Town): Promise<string[]> =>
  (await here.db.selectFrom('happenings').select('kind').orderBy('id').execute()).map((h) => h.kind)

const directory = directoryRoutes['GET /accounts'] as (typeof directoryRoutes)['GET /']

const NEW = {
  name: '川野 望',
  kana: 'かわの のぞみ',
  email: 'nozomi@midori.example',
  role: 'municipality',
  term: 'year',
}

async function invite(as: Browser, fields: Record<string, string> = {}): Promise<Browser> {
  await as.open('/accounts/invite?q=みどり町')
  await as.follow('東浜県みどり町')
  return as.fill({ ...NEW, ...fields }, '招く')
}

describe('inviting somebody', () => {
  it('finds the organisation, writes a letter, and the link is the first sign-in', async () => {
    const here = await town(await freshDb())
    const mika = await browse(here, 'mika')
    await invite(mika)
    expect([mika.heading, mika.notice]).to.deep.equal(['川野 望', '川野 望さんにメールを送ります'])
    expect(mika.text).to.include('R7.10.21（火）からR8.3.31（火）まで').and.to.include('まだ一度も入っていません')
    const nozomi = await browse(here)
    await nozomi.open(await linkIn(here))
    expect(nozomi.text).to.include('ようこそ、川野 望さん').and.to.include('市町村（みどり町）')
    await nozomi.fill({ password: 'みじかい' })
    expect([nozomi.status, Object.keys(nozomi.errors)]).to.deep.equal([422, ['password']])
    await nozomi.fill({ password: '' })
    await nozomi.open('/profile')
    expect(nozomi.text).to.include('決めていません')
    expect(await happenings(here)).to.deep.equal(['person_invited'])
  })

  it('keeps the words when something is missing', async () => {
    const here = await town(await freshDb())
    const mika = await browse(here, 'mika')
    await invite(mika, { email: 'のぞみ', role: 'partner', place: '' })
    expect(mika.status).to.equal(422)
    expect(mika.errors).to.deep.equal({
      email: 'メールアドレスの形になっていません。例：aoki@town.midori.lg.jp',
      place: '委託先・協力者は、どの地域の人かを選んでください',
    })
    expect(mika.values.name).to.equal('川野 望')
    await mika.fill({ email: NEW.email, place: `region:${here.regions.midori}` }, '招く')
    expect(mika.text).to.include('東浜県みどり町')
  })

  it('lasts 72 hours; sending again makes the first link useless', async () => {
    const here = await town(await freshDb())
    const mika = await browse(here, 'mika')
    await invite(mika)
    const first = await linkIn(here)
    await mika.fill({}, '招待をもう一度送る')
    const second = await linkIn(here)
    const nozomi = await browse(here)
    expect((await nozomi.open(first)).status).to.equal(410)
    expect((await nozomi.open(second)).status).to.equal(200)
    here.now = new Date(here.now.getTime() + 73 * 3_600_000)
    expect((await nozomi.open(second)).status).to.equal(410)
  })

  it('adds the role only, for somebody who is known', async () => {
    const here = await town(await freshDb())
    const mika = await browse(here, 'mika')
    await invite(mika, { email: 'AOI@midori.example', role: 'prefecture' })
    expect(mika.heading).to.equal('青木 葵')
    const letter = await here.db.selectFrom('letters').select(['kind', 'subject']).executeTakeFirstOrThrow()
    expect(letter.kind).to.equal('membership')
  })

  it('adds an association that stands in no list', async () => {
    const here = await town(await freshDb())
    const mika = await browse(here, 'mika')
    await mika.open('/accounts/invite?q=みどり歯科医師会')
    await mika.fill({ newName: 'みどり歯科医師会' }, '加えて選ぶ')
    expect([mika.status, mika.errors]).to.deep.equal([422, { newKind: '種類を選んでください' }])
    await mika.fill({ newKind: 'association' }, '加えて選ぶ')
    expect(mika.text).to.include('みどり歯科医師会').and.to.include('役割と期間を決めてください')
  })
})

describe('who may give what', () => {
  it('a secretariat gives nothing of another house, not even to itself', async () => {
    const here = await town(await freshDb())
    const shun = await browse(here, 'shun')
    await shun.open('/accounts/invite?organisation=org-mhlw')
    expect(shun.html).to.not.include('value="secretariat"')
    await shun.fill({ ...NEW, role: 'secretariat' }, '招く')
    expect([shun.status, shun.heading]).to.deep.equal([403, 'この操作はできません'])
    await shun.open(`/accounts/${here.people.aoi}`)
    expect(shun.html).to.not.include('離れた人にする</button>')
    await shun.post(`/accounts/${here.people.shun}/administrator`, { administrator: '1' })
    expect(shun.status).to.equal(403)
    expect(await happenings(here)).to.deep.equal([])
  })

  it('a town sees no list of people', async () => {
    const here = await town(await freshDb())
    const aoi = await browse(here, 'aoi')
    expect((await aoi.open('/accounts')).status).to.equal(403)
    expect(aoi.text).to.include('事務局')
  })
})

describe('leaving', () => {
  it('shuts every door at once and keeps the name', async () => {
    const here = await town(await freshDb())
    const [mika, aoi] = [await browse(here, 'mika'), await browse(here, 'aoi')]
    const given = { kind: 'report', email: 'aoi@midori.example', personId: here.people.aoi } as const
    await makeLink(here.db, given, here.now)
    await mika.open(`/accounts/${here.people.aoi}`)
    await mika.fill({}, '離れた人にする')
    expect(mika.text).to.include('離れた日').and.to.include('終わった役割')
    await aoi.open('/profile')
    expect(aoi.url).to.match(/^\/sign-in/)
    await aoi.post('/sign-in/mail', { email: 'aoi@midori.example' })
    expect(await here.db.selectFrom('letters').selectAll().execute()).to.have.length(0)
    const alive = await here.db.selectFrom('doorLinks').selectAll().where('revokedAt', 'is', null).execute()
    expect(alive).to.have.length(0)
    await mika.fill({}, '名簿に戻す')
    expect(mika.notice).to.include('名簿に戻しました')
  })

  it('is not for the last administrator', async () => {
    const here = await town(await freshDb())
    const mika = await browse(here, 'mika')
    await mika.open(`/accounts/${here.people.mika}`)
    await mika.fill({}, '管理担当を外す')
    expect([mika.status, mika.text.includes('先に、ほかの人を管理担当者にしてください')]).to.deep.equal([409, true])
    await mika.open(`/accounts/${here.people.shun}`)
    await mika.fill({}, '管理担当者にする')
    await mika.open(`/accounts/${here.people.mika}`)
    await mika.fill({}, '管理担当を外す')
    expect(mika.status).to.equal(200)
    expect(await happenings(here)).to.deep.equal(['administrator_made', 'administrator_ended'])
  })

  it('one role can end at once while the person stays', async () => {
    const here = await town(await freshDb())
    const [mika, ken] = [await browse(here, 'mika'), await browse(here, 'ken')]
    await mika.open(`/accounts/${here.people.ken}`)
    await mika.fill({}, 'いますぐ終える')
    expect(mika.notice).to.equal('役割を終えました')
    expect(mika.text).to.include('いまの役割はありません')
    await ken.open('/profile')
    expect(ken.text).to.include('いまの役割はありません')
  })
})

describe('the list of people', () => {
  it('goes by kana, fifty a page, and asks the same few questions however many there are', async () => {
    const here = await town(await freshDb())
    const mika = await browse(here, 'mika')
    const ctx = await here.ctx('mika')
    const list = (query: Call['query']) => countQueries(() => directory.run({ ctx, query } as Call))
    const few = await list({ q: '森野' })
    await mika.open('/accounts')
    const names = mika.document.querySelectorAll('tbody th a').map((a) => a.textContent)
    expect(names.slice(0, 4)).to.deep.equal(['青木 葵', '岡田 健', '北 あかり', '咲田 早紀'])
    for (let i = 0; i < 60; i++) {
      const person = {
        name: `山田 ${i}号`,
        kana: `やまだ ${String(i).padStart(2, '0')}`,
        email: `y${i}@midori.example`,
      }
      const personId = await addPerson(here.db, person, here.now)
      const role = { personId, role: 'municipality', organisationId: 'org-913413', fromOn: '2025-04-01' } as const
      await addMembership(here.db, role, here.now)
    }
    const many = await list({ q: '山田' })
    expect([few.queries, many.queries]).to.deep.equal([3, 3])
    await mika.open('/accounts?q=山田')
    expect(mika.text).to.include('60人のうち 1–50')
    await mika.follow('次へ')
    expect(mika.text).to.include('60人のうち 51–60')
    await mika.open('/accounts?q=森野美香&role=advisor')
    expect(mika.text).to.include('当てはまる人はいません')
    await mika.open('/accounts?q=森野美香&role=secretariat&page=x')
    expect(mika.text).to.include('1人')
  })
})
