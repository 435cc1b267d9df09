import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { hashPassword } from '../../src/people/passwords/passwords.ts'
import { setPasswordHash } from '../../src/people/passwords/store.ts'
import { heading, press, type Stage, stage, words } from './people.ts'

const PASSWORD = 'ひがしはまの海は今日もしずか'

describe('other hands', function () {
  this.timeout(60_000)
  let play: Stage
  before(async () => {
    play = await stage()
    await setPasswordHash(play.town.db, play.town.people.nagi, await hashPassword(PASSWORD))
  })
  after(() => play?.close())

  it('with the keyboard alone one signs in and writes an entry', async () => {
    const page = await play.at()
    await page.goto('/sign-in')
    await page.keyboard.press('Tab')
    expect(await focused(page)).to.equal('本文へ')
    await tabTo(page, 'メールアドレス')
    await page.keyboard.type('nagi@midori.example')
    await tabTo(page, 'パスワード')
    await page.keyboard.type(PASSWORD)
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.pathname === '/')

    await page.goto(`/regions/${play.town.regions.suzukaze}/entry`)
    await tabTo(page, '応募理由')
    await page.keyboard.type('夜の電話がつながらない')
    await tabTo(page, 'まだ書かない')
    await page.keyboard.press('ArrowDown')
    await tabTo(page, '入退院支援')
    const saved = page.waitForResponse((r) => (r.request().postData() ?? '').includes('f.scenes=discharge'))
    await page.keyboard.press('Space')
    await saved
    await page.getByText('保存しました').first().waitFor()
    await page.reload()
    expect(await page.getByRole('textbox', { name: '応募理由' }).inputValue()).to.equal('夜の電話がつながらない')
    expect(await page.locator('[name="f.supportKind"]:checked').getAttribute('value')).to.not.equal('')
    expect(await page.getByLabel('入退院支援').isChecked()).to.equal(true)
  })

  it('shows where one is: every stop of the keyboard has a ring', async () => {
    const page = await play.at('mika')
    await page.goto(`/programmes/${play.town.programmeId}/settings`)
    const bare: string[] = []
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press('Tab')
      const ring = await page.evaluate<string>(RING)
      if (ring !== '' && /none|^0px/.test(ring)) bare.push(`${await focused(page)}: ${ring}`)
    }
    expect(bare).to.deep.equal([])
  })

  it('an error takes the focus, and its link leads to the field', async () => {
    const page = await play.at()
    await page.goto(`/entry/${play.town.programmeId}/start`)
    await page.getByLabel('お名前').fill('花野 つぼみ')
    await press(page, 'リンクを送る')
    expect(await page.title()).to.match(/^エラー：/)
    expect(await focused(page)).to.contain('役所のメールアドレスを書いてください')
    await page.getByRole('link', { name: '役所のメールアドレスを書いてください' }).click()
    expect(await focused(page)).to.equal('役所のメールアドレス')
    expect(await page.getByLabel('お名前').inputValue()).to.equal('花野 つぼみ')
  })

  it('without JavaScript the same sheet is written, saved and handed in', async () => {
    const page = await play.at('nagi', { javaScriptEnabled: false })
    await page.goto(`/regions/${play.town.regions.suzukaze}/entry`)
    await page.getByRole('textbox', { name: '応募理由' }).fill('夜勤の職員が一人で決めている')
    await page.getByRole('textbox', { name: '抱える課題と希望する支援' }).fill('声をかける順番を知りたい')
    await page.getByRole('textbox', { name: '担当部署' }).fill('長寿支援課')
    await page.getByRole('textbox', { name: '担当者の氏名' }).fill('凪 さやか')
    await page.getByRole('textbox', { name: 'メールアドレス' }).fill('houkatsu@suzukaze.example')
    await press(page, '提出の確認へ')
    expect(await heading(page)).to.equal('提出の確認')
    await press(page, '提出する（事務局と県に届きます）')
    expect(await words(page)).to.contain('提出しました')
  })

  it('a post whose sign-in has ended goes on after signing in, with what was typed', async () => {
    const page = await play.at('nagi')
    await page.goto('/profile')
    await page.getByLabel('ふりがな').fill('なぎ さやかさん')
    await page.context().clearCookies()
    await press(page, '登録を直す')
    await page.getByLabel('メールアドレス').fill('nagi@midori.example')
    await page.getByLabel('パスワード').fill(PASSWORD)
    await page.getByRole('button', { name: '入る', exact: true }).click()
    if (new URL(page.url()).pathname === '/kept') await page.locator('main form button').first().click()
    await page.goto('/profile')
    expect(await page.getByLabel('ふりがな').inputValue()).to.equal('なぎ さやかさん')
  })
})

/** Run in the page, so as text. */
const RING = `(() => { if (document.activeElement === document.body) return ''; const s = getComputedStyle(document.activeElement); return s.outlineWidth + ' ' + s.outlineStyle + ' ' + s.boxShadow.slice(0, 40) })()`
const FOCUSED = `(() => { const e = document.activeElement; const label = e.labels && e.labels[0]; return ((label ?? e).textContent || e.getAttribute('aria-label') || '').replace(/※(必須|任意)/, '').replace(/\\s+/g, ' ').trim() })()`

const focused = (page: Page): Promise<string> => page.evaluate<string>(FOCUSED)

/** Presses Tab until the control of this label has the focus. */
async function tabTo(page: Page, label: string): Promise<void> {
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press('Tab')
    if ((await focused(page)) === label) return
  }
  throw new Error(`the keyboard never comes to 「${label}」`)
}
