import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import { paths } from '../../src/paths/paths.ts'
import { SIGN_IN_COOKIE } from '../../src/people/sign-in/sign-in.ts'
import { launch } from '../support/chromium.ts'
import { type Demo, demonstration } from '../support/demonstration.ts'
import { sideways, unfit, visitor } from './visit.ts'

const file = (name: string, bytes: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer: bytes })
const pdf = Buffer.concat([
  Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\n'),
  Buffer.alloc(3_000_000, 'a'),
  Buffer.from('%%EOF\n'),
])

describe('a homework in a browser', () => {
  let demo: Demo
  let browser: Browser
  let page: Page
  let faults: string[]
  let homework: string
  before(async () => {
    demo = await demonstration()
    browser = await launch()
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'ja-JP' })
    await context.addCookies([{ name: SIGN_IN_COOKIE, value: await demo.cookie('aoi'), url: demo.base }])
    ;({ page, faults } = await visitor(context, demo.base))
    const row = demo.db.selectFrom('promises').select('id').where('homeworkWhy', 'is not', null)
    homework = demo.base + paths.homework(demo.region('みどり町'), (await row.executeTakeFirstOrThrow()).id)
  })
  after(async () => {
    await browser?.close()
    demo?.close()
  })

  it('fits a desk and a telephone, the notes first', async () => {
    await page.goto(homework)
    expect(await page.locator('section.block h2').first().textContent()).to.equal('直してほしいこと')
    expect([...(await sideways(page)), ...(await unfit(page)), ...faults]).to.deep.equal([])
    await page.goto(demo.base + paths.practiceNew(demo.region('みどり町')))
    expect([...(await sideways(page)), ...(await unfit(page)), ...faults]).to.deep.equal([])
    await page.setViewportSize({ width: 1280, height: 800 })
  })

  it('that is cut off says that it did not arrive and keeps what was typed; sent again it arrives with its progress', async () => {
    await page.goto(homework)
    await page.getByLabel('ひとこと・本文').fill('退院して1か月の様子を足しました')
    await page.locator('input[type=file]').setInputFiles([file('経過図（直し）.pdf', pdf)])
    await page.context().setOffline(true)
    await page.getByRole('button', { name: '提出する' }).click()
    await page.getByText('途中で切れたため、届いていません').first().waitFor()
    expect(await page.getByLabel('ひとこと・本文').inputValue()).to.include('1か月の様子')
    await page.context().setOffline(false)
    await page.evaluate(`new MutationObserver(() => {
      const bar = document.querySelector('progress')
      if (bar) sessionStorage.setItem('progress', bar.value)
    }).observe(document.querySelector('main'), { subtree: true, childList: true, attributes: true, characterData: true })`)
    await page.getByRole('button', { name: '提出する' }).click()
    await page.getByText('第2版を提出しました').waitFor()
    expect(Number(await page.evaluate(`sessionStorage.getItem('progress')`))).to.be.greaterThan(0)
    expect(await page.getByText('経過図（直し）.pdf').count()).to.be.greaterThan(0)
  })

  it('names a file that cannot be taken on the same page, without losing the rest', async () => {
    const ken = await demo.browse('ken')
    await ken.open(new URL(homework).pathname)
    await ken.fill({ answer: 'returned', answerText: 'あと1行' }, '返事をする')
    await page.goto(homework)
    await page.getByLabel('ひとこと・本文').fill('一行足しました')
    await page.locator('input[type=file]').setInputFiles([file('写真.pdf', Buffer.alloc(21_500_000))])
    await page.getByRole('button', { name: '提出する' }).click()
    await page.getByText('「写真.pdf」は21.5 MBです').first().waitFor()
    await page.locator('input[type=file]').setInputFiles([file('様子.exe', Buffer.from('MZ00'))])
    await page.getByRole('button', { name: '提出する' }).click()
    await page.getByText('受けとれる形式ではありません').first().waitFor()
    expect(await page.getByLabel('ひとこと・本文').inputValue()).to.equal('一行足しました')
    expect(await page.title()).to.match(/^エラー：/)
    expect(await page.evaluate(`document.activeElement.hasAttribute('data-error-summary')`)).to.equal(true)
  })
})
