import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import type { PersonKey } from '../../src/overview/demonstration/people.ts'
import { paths } from '../../src/paths/paths.ts'
import { SIGN_IN_COOKIE } from '../../src/people/sign-in/sign-in.ts'
import { launch } from '../support/chromium.ts'
import { type Demo, demonstration } from '../support/demonstration.ts'
import { DESK } from './visit.ts'

const ASKED = '病院の相談員が代わったときも続くように、引きつぎの紙を残してはどうか'
const PRAISED = '町の外の病院を先に選んだ理由を、ほかの地域にも伝えてほしい'
const ANSWER = '次の回で、引きつぎの紙を宿題として相談します'

/** The half-year as those see it who were not there. */
describe('WG委員 reads what was put to them, and is answered', function () {
  this.timeout(120_000)
  let demo: Demo
  let browser: Browser
  const pages = new Map<PersonKey, Page>()
  const read: string[] = []

  before(async () => {
    demo = await demonstration()
    browser = await launch()
  })
  after(async () => {
    await browser?.close()
    demo?.close()
  })

  async function at(who: PersonKey): Promise<Page> {
    const known = pages.get(who)
    if (known) return known
    const context = await browser.newContext({ viewport: DESK, locale: 'ja-JP' })
    await context.addCookies([{ name: SIGN_IN_COOKIE, value: await demo.cookie(who), url: demo.base }])
    const page = await context.newPage()
    pages.set(who, page)
    return page
  }
  const words = async (page: Page) => (await page.locator('main').textContent())?.replace(/\s+/g, ' ') ?? ''
  const press = (page: Page, name: string) =>
    Promise.all([page.waitForEvent('load'), page.getByRole('button', { name, exact: true }).first().click()])
  const follow = (page: Page, name: string | RegExp) =>
    Promise.all([page.waitForEvent('load'), page.getByRole('link', { name }).first().click()])

  it('from the home page to the list of regions to read', async () => {
    const haru = await at('haru')
    await haru.goto(demo.base)
    await Promise.all([haru.waitForEvent('load'), haru.locator('main a[href*="/reviews"]').first().click()])
    const names = await haru.locator('main tbody th[scope=row]').allInnerTexts()
    expect(names).to.have.length(4)
    expect(await words(haru)).to.contain('みどり町')
  })

  it('reads four boards one after the other, and nothing newer than was put to the WG', async () => {
    const haru = await at('haru')
    await Promise.all([haru.waitForEvent('load'), haru.locator('main tbody th[scope=row] a').first().click()])
    for (let n = 0; n < 4; n++) {
      read.push((await haru.locator('h1').first().textContent()) ?? '')
      expect(await words(haru)).to.contain('オリエンテーション')
      if (n < 3) await follow(haru, /^次の地域：/)
    }
    expect(new Set(read).size).to.equal(4)
    const hidden = await demo.db
      .selectFrom('advice')
      .select('text')
      .where('circle', 'in', ['town', 'team'])
      .where('deletedAt', 'is', null)
      .execute()
    for (const { text } of hidden) expect(await words(haru)).to.not.contain(text)
  })

  it('leaves two opinions, in two presses each', async () => {
    const haru = await at('haru')
    await haru.getByRole('link', { name: '一覧', exact: true }).click()
    await haru
      .getByRole('link', { name: /みどり町/ })
      .first()
      .click()
    for (const text of [ASKED, PRAISED]) {
      await haru.locator('textarea[name=text]').fill(text)
      await press(haru, '意見を送る')
      expect(await words(haru)).to.contain(text)
    }
    await haru.locator('textarea[name=text]').fill(' ')
    await press(haru, '意見を送る')
    expect(await haru.locator('[data-error-summary]').textContent()).to.contain('意見')
  })

  it('the town does not see them until they are passed on', async () => {
    const aoi = await at('aoi')
    await aoi.goto(demo.base + paths.passedOpinions(demo.region('みどり町')))
    expect(await words(aoi)).to.not.contain(ASKED)
    const answer = await aoi.goto(demo.base + paths.wgOpinions(demo.years.main))
    expect(answer?.status()).to.be.oneOf([403, 404])
  })

  it('the secretariat answers one, says where it landed, and passes it on', async () => {
    const mika = await at('mika')
    await mika.goto(demo.base + paths.wgOpinions(demo.years.main))
    await follow(mika, ASKED)
    await mika.locator('[name=topic]').fill('続けるしくみ')
    await mika.locator('[name=status][value=done]').check()
    await mika.locator('[name=response]').fill(ANSWER)
    await mika.locator('[name=landing]').selectOption('region')
    await mika.locator('[name=landingWords]').fill('みどり町の次の回の宿題')
    await press(mika, '対応を書く')
    expect(await words(mika)).to.contain(ANSWER)
    await press(mika, '地域に伝える')
    const aoi = await at('aoi')
    await aoi.goto(demo.base + paths.passedOpinions(demo.region('みどり町')))
    expect(await words(aoi))
      .to.contain(ASKED)
      .and.not.contain('春山')
    const haru = await at('haru')
    await haru.goto(demo.base)
    expect(await words(haru)).to.contain('に返事があります')
  })

  it('the table prints: both opinions, the answer, no names, no buttons', async () => {
    const mika = await at('mika')
    await mika.goto(demo.base + paths.wgOpinionPaper(demo.years.main))
    await mika.emulateMedia({ media: 'print' })
    const paper = await mika.locator('.across').textContent()
    expect(await mika.locator('.no-print:visible').count()).to.equal(0)
    expect(paper).to.contain(ASKED).and.contain(PRAISED).and.contain(ANSWER)
    expect(paper).to.not.contain('春山')
    expect((await mika.pdf({ preferCSSPageSize: true })).length).to.be.greaterThan(5_000)
    await mika.emulateMedia({ media: 'screen' })
  })

  it('the annual report names what is missing, and leads there', async () => {
    const mika = await at('mika')
    await mika.goto(demo.base + paths.annualReport(demo.years.main))
    expect(await words(mika))
      .to.contain('いま書けること')
      .and.contain('対応が決まっていない意見が')
    await mika.getByRole('link', { name: '「はじめに」がまだです' }).click()
    await mika.locator('[name=intro]').fill('日程を先に決め、県の関わりを増やした一年でした。')
    await press(mika, '文を保存する（事務局だけが読みます）')
    expect(await words(mika)).to.not.contain('「はじめに」がまだです')
  })
})
