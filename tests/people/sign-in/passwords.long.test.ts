import { expect } from 'chai'
import { hashPassword, isPassword, passwordFault } from '../../../src/people/passwords/passwords.ts'
import { setPasswordHash } from '../../../src/people/passwords/store.ts'
import { setupToken } from '../../../src/people/setup/setup.ts'
import { startSignIn } from '../../../src/people/sign-in/store.ts'
import { browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type Town, town } from '../../support/town.ts'

const aoi = { name: '青木 葵', kana: 'あおき あおい', email: 'aoi@midori.example' }
const GOOD = 'ひだまりで猫が三匹ねている'

const linkIn = async (here: Town): Promise<string> => {
  const letter = await here.db
    .selectFrom('letters')
    .select('body')
    .where('kind', '=', 'password')
    .executeTakeFirstOrThrow()
  return new URL(/https?:\S+/.exec(letter.body)?.[0] ?? '').pathname
}

describe('passwords', () => {
  it('asks for length, not for signs, and says kindly what is easy to guess', () => {
    const said = (password: string) => passwordFault(password, aoi)?.slice(0, 14) ?? null
    expect(said('みじかい言葉')).to.equal('12文字以上にしてください。')
    expect(said('あああああああああああああ')).to.equal('同じ文字が多く、推測されやす')
    expect(said('password12345678')).to.equal('よく使われる並びで、推測され')
    expect(said('ｐａｓｓｗｏｒｄ２０２５１２３')).to.equal('よく使われる並びで、推測され')
    expect(said('青木葵あおきあおいaoi')).to.equal('お名前やメールアドレスがほと')
    for (const good of [GOOD, 'correct horse battery', '青木家の朝は味噌汁から始まる'])
      expect(said(good), good).to.equal(null)
  })

  it('is the same word in another width or composition', async () => {
    const stored = await hashPassword('ガラスの靴と１２時の鐘')
    expect(stored).to.match(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await isPassword('ｶﾞﾗｽの靴と12時の鐘', stored)).to.equal(true)
    expect(await isPassword('ガラスの靴と１２時の鐘', null)).to.equal(false)
  })

  it('that was forgotten is set anew by a mailed link, and every other device has to sign in again', async () => {
    const here = await town(await freshDb())
    const thief = await browse(here, 'aoi')
    const browser = await browse(here)
    await browser.open('/password/forgotten')
    await browser.fill({ email: 'aoi@midori.example' })
    expect(browser.heading).to.equal('メールを確かめてください')
    const link = await linkIn(here)
    await browser.open(link)
    await browser.fill({ password: 'みじかい' })
    expect([browser.status, Object.keys(browser.errors)]).to.deep.equal([422, ['password']])
    await browser.fill({ password: GOOD })
    expect(browser.url).to.equal('/')
    await browser.open('/profile')
    expect(browser.heading).to.equal('わたしの登録')
    await thief.open('/profile')
    expect(thief.heading).to.equal('伴走ノートに入る')
    await thief.open(link)
    expect(thief.status).to.equal(410)
    const kinds = await here.db.selectFrom('letters').select('kind').orderBy('id').execute()
    expect(kinds.map((l) => l.kind)).to.deep.equal(['password', 'password_changed'])
  })
})

describe('the profile', () => {
  it('asks for the present password before a new one', async () => {
    const here = await town(await freshDb())
    await setPasswordHash(here.db, here.people.aoi, await hashPassword(GOOD))
    const browser = await browse(here, 'aoi')
    await browser.open('/profile')
    await browser.fill({ currentPassword: 'ちがう言葉です', newPassword: '夕立のあとの商店街' }, 'パスワードを決める')
    expect([browser.status, browser.errors]).to.deep.equal([
      422,
      { newPassword: '12文字以上にしてください。言葉をいくつかつなげると、長くても覚えやすくなります' },
    ])
    await browser.fill(
      { currentPassword: 'ちがう言葉です', newPassword: '夕立のあとの静かな商店街' },
      'パスワードを決める',
    )
    expect([browser.status, browser.errors]).to.deep.equal([422, { currentPassword: 'いまのパスワードが違います' }])
    await browser.fill({ currentPassword: GOOD, newPassword: '夕立のあとの静かな商店街' }, 'パスワードを決める')
    expect(browser.notice).to.include('パスワードを決めました')
  })

  it('keeps the words of a bad form and lists every device, to be ended one by one or all', async () => {
    const here = await town(await freshDb())
    const device = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1'
    for (let i = 0; i < 2; i++)
      await startSignIn(here.db, { personId: here.people.aoi, device, address: 'x' }, here.now)
    const browser = await browse(here, 'aoi')
    await browser.open('/profile')
    await browser.fill({ name: '', section: '在宅係' })
    expect([browser.status, browser.errors, browser.values.section]).to.deep.equal([
      422,
      { name: 'お名前を書いてください' },
      '在宅係',
    ])
    expect(browser.text).to.include('3台').and.to.include('iPhone の Safari')
    await browser.fill({}, '終える（iPhone')
    expect(browser.text).to.include('2台')
    await browser.fill({}, 'この端末のほかを、すべて終える')
    expect(browser.text).to.include('1台').and.to.not.include('iPhone')
  })
})

describe('an empty house', () => {
  it('says how to begin, opens to its token only, and shuts behind the first person', async () => {
    const here = { db: await freshDb(), now: new Date() } as Town
    const first = await browse(here)
    await first.open('/profile')
    expect([first.status, first.heading]).to.deep.equal([503, '最初の設定がまだです'])
    await first.open('/setup/guess')
    expect(first.status).to.equal(404)
    await first.open(`/setup/${setupToken()}`)
    await first.fill({ organisation: '伴走支援事務局', name: '', email: 'mika@banso.example', password: '1234' })
    expect([first.status, Object.keys(first.errors), first.values.organisation]).to.deep.equal([
      422,
      ['name', 'password'],
      '伴走支援事務局',
    ])
    await first.fill({ name: '森野 美香', password: GOOD })
    await first.open('/accounts')
    expect(first.text).to.include('森野 美香').and.to.include('管理担当者').and.to.include('事務局（伴走支援事務局）')
    await first.open(`/setup/${setupToken()}`)
    expect(first.status).to.equal(410)
  })
})
