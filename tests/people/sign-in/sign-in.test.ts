import { expect } from 'chai'
import { hashPassword } from '../../../src/people/passwords/passwords.ts'
import { setPasswordHash } from '../../../src/people/passwords/store.ts'
import { tryDoor } from '../../../src/people/tries/store.ts'
import { browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type Town, town } from '../../support/town.ts'

const PASSWORD = 'みどりの 風がとおる縁側'
let hash: Promise<string> | undefined

async function townWithPassword(): Promise<Town> {
  const here = await town(await freshDb())
  hash ??= hashPassword(PASSWORD)
  await setPasswordHash(here.db, here.people.aoi, await hash)
  return here
}

/** The link in the newest letter. */
async function linkIn(here: Town): Promise<string> {
  const letter = await here.db.selectFrom('letters').select('body').orderBy('id', 'desc').executeTakeFirstOrThrow()
  return new URL(/https?:\S+/.exec(letter.body)?.[0] ?? '').pathname
}
const later = (here: Town, minutes: number) => {
  here.now = new Date(here.now.getTime() + minutes * 60_000)
}

describe('signing in', () => {
  it('leads through the sign-in page and back to the page asked for', async () => {
    const aoi = await browse(await townWithPassword())
    await aoi.open('/profile?x=1')
    expect([aoi.url, aoi.heading]).to.deep.equal(['/sign-in?to=%2Fprofile%3Fx%3D1', '伴走ノートに入る'])
    await aoi.fill({ email: 'ＡＯＩ@midori.example', password: PASSWORD.normalize('NFD') })
    expect([aoi.url, aoi.heading]).to.deep.equal(['/profile?x=1', 'わたしの登録'])
    expect(aoi.text).to.include('この端末')
    await aoi.fill({}, '出る')
    expect(aoi.url).to.equal('/sign-in')
    await aoi.open('/profile')
    expect(aoi.heading).to.equal('伴走ノートに入る')
  })

  it('answers a wrong password and an unknown address alike, keeping the address', async () => {
    const here = await townWithPassword()
    const said: string[] = []
    for (const email of ['aoi@midori.example', 'nobody@midori.example']) {
      const browser = await browse(here)
      await browser.open('/sign-in')
      await browser.fill({ email, password: 'ちがうパスワードです' })
      expect([browser.status, browser.values.email]).to.deep.equal([422, email])
      expect(browser.title).to.match(/^エラー：/)
      said.push(browser.errors.password ?? '')
    }
    expect(said[0]).to.equal(said[1]).and.to.include('メールで入る')
  })

  it('never leads out of the house', async () => {
    const here = await townWithPassword()
    for (const to of ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:1', '/x\ny']) {
      const aoi = await browse(here)
      await aoi.post('/sign-in', { email: 'aoi@midori.example', password: PASSWORD, to })
      expect(aoi.url, to).to.equal('/')
    }
  })

  it('makes guessing slow, yet the mail stays open and time forgives', async () => {
    const here = await townWithPassword()
    const thief = await browse(here)
    const guess = (password: string) => thief.post('/sign-in', { email: 'aoi@midori.example', password })
    for (let i = 0; i < 5; i++) expect((await guess(`あてずっぽうの${i}番目です`)).status).to.equal(422)
    await guess(PASSWORD)
    expect(thief.status).to.equal(429)
    expect(thief.errors.password).to.include('あと1分').and.to.include('「メールで入る」は、いまも使えます')
    await thief.post('/sign-in/mail', { email: 'aoi@midori.example', to: '' })
    expect(thief.heading).to.equal('メールを確かめてください')
    expect(await linkIn(here)).to.match(/^\/enter\//)
    later(here, 2)
    await guess(PASSWORD)
    expect(thief.url).to.equal('/')
  })

  it('does not lock an office out because of one stranger behind the same address', async () => {
    const here = await townWithPassword()
    const aoi = await browse(here)
    await aoi.post('/sign-in', { email: 'aoi@midori.example', password: PASSWORD })
    const thief = await browse(here)
    for (let i = 0; i < 100; i++) await tryDoor(here.db, 'password_address', '127.0.0.1', here.now)
    await thief.post('/sign-in', { email: 'nobody@midori.example', password: 'なんでもよい言葉' })
    expect(thief.status).to.equal(429)
    const again = await browse(here)
    await again.post('/sign-in', { email: 'aoi@midori.example', password: PASSWORD })
    expect(again.url).to.equal('/')
  })
})

describe('entering by mail', () => {
  it('sends a link that only its button spends, once, within half an hour', async () => {
    const here = await townWithPassword()
    const aoi = await browse(here)
    await aoi.open('/sign-in?to=%2Fprofile')
    await aoi.fill({ email: 'aoi@midori.example' }, 'メールで入る')
    const link = await linkIn(here)
    const gateway = await browse(here)
    for (let i = 0; i < 3; i++) await gateway.open(link)
    expect(gateway.text).to.include('青木 葵 さんとして入ります')
    await aoi.open(link)
    await aoi.fill({}, '入る')
    expect(aoi.url).to.equal('/profile')
    await gateway.open(link)
    expect(gateway.status).to.equal(410)
    await gateway.post(link, {})
    expect(gateway.status).to.equal(410)
  })

  it('ends with its time, and an invented token was never there', async () => {
    const here = await townWithPassword()
    const aoi = await browse(here)
    await aoi.post('/sign-in/mail', { email: 'aoi@midori.example', to: '' })
    later(here, 31)
    await aoi.open(await linkIn(here))
    expect(aoi.status).to.equal(410)
    await aoi.open('/enter/thisTokenWasNeverGivenToAnybody')
    expect(aoi.status).to.equal(404)
  })

  it('says the same to an unknown address and writes nobody', async () => {
    const here = await townWithPassword()
    const stranger = await browse(here)
    await stranger.post('/sign-in/mail', { email: 'nobody@midori.example', to: '' })
    expect(stranger.heading).to.equal('メールを確かめてください')
    expect(await here.db.selectFrom('letters').selectAll().execute()).to.deep.equal([])
    await stranger.post('/sign-in/mail', { email: 'midori', to: '' })
    expect([stranger.status, stranger.errors.email]).to.deep.equal([
      422,
      'メールアドレスの形になっていません。例：aoki@town.midori.lg.jp',
    ])
  })
})

describe('a sign-in that ended in the middle of a form', () => {
  it('keeps the words and goes on after signing in', async () => {
    const here = await townWithPassword()
    const aoi = await browse(here)
    await aoi.post('/sign-in', { email: 'aoi@midori.example', password: PASSWORD, to: '/profile' })
    const typed = { ...aoi.values, name: '青木 葵', section: '地域包括支援係 𠮷野' }
    later(here, 13 * 60)
    await aoi.post('/profile', typed)
    expect(aoi.text).to.include('入力した内容はとってあります')
    await aoi.fill({ email: 'aoi@midori.example', password: PASSWORD })
    expect([aoi.url, aoi.heading]).to.deep.equal(['/kept', '続きから送れます'])
    expect(aoi.text).to.include('地域包括支援係 𠮷野')
    await aoi.fill({}, 'つづける')
    expect([aoi.url, aoi.notice, aoi.values.section]).to.deep.equal([
      '/profile',
      '登録を直しました',
      '地域包括支援係 𠮷野',
    ])
  })

  it('shows them to nobody else, and never keeps a password', async () => {
    const here = await townWithPassword()
    const aoi = await browse(here, 'aoi')
    later(here, 13 * 60)
    await aoi.post('/profile/password', { currentPassword: PASSWORD, newPassword: 'ひみつの長い言葉' })
    const kept = await here.db.selectFrom('keptPosts').selectAll().executeTakeFirstOrThrow()
    expect([kept.personId, kept.fieldsJson]).to.deep.equal([here.people.aoi, '{}'])
    await aoi.post('/profile', { section: '内輪の言葉' })
    await setPasswordHash(here.db, here.people.mika, await (hash as Promise<string>))
    await aoi.post('/sign-in', { email: 'mika@banso.example', password: PASSWORD, to: '/kept' })
    expect(aoi.url).to.equal('/kept')
    expect(aoi.text).to.not.include('内輪の言葉')
  })
})
