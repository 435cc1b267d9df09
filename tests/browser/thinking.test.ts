import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { paths } from '../../src/paths/paths.ts'
import type { PersonName } from '../support/town.ts'
import { type HalfYear, halfYear, press, words, write } from './half-year-stage.ts'

const ID = 'region-midori'
const MODEL = paths.logicModel(ID)
const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true }

const CAUSE = '退院の日を、家の人もケアマネジャーも前の日まで知らない'
const OTHER = '知らせを受ける係が、役場の中で決まっていない'
const VAGUE = '多職種の連携強化を図る'
const CLEAR = '町の保健師が、入院先の病院の相談員に、退院の1週間前に電話して日を聞く'

describe('みどり町 thinks: from one person to a model one can act on', function () {
  this.timeout(60_000)
  let play: HalfYear
  before(async () => {
    play = await halfYear()
  })
  after(() => play?.close())

  const open = async (who: PersonName, path: string): Promise<Page> => {
    const page = await play.at(who)
    await page.goto(path)
    return page
  }
  const field = (page: Page, key: string) => page.locator(`[name="f.${key}"]`)
  let causeHref = ''
  let boxId = ''

  it('a sheet about one person, carried into the sorting of issues', async () => {
    const aoi = await open('aoi', paths.sheet(ID, 'status_sheet.p1'))
    await field(aoi, 'subject').fill('骨折で入院し、3週間で退院する一人暮らしの人')
    await field(aoi, 'course').fill('退院した日から食事がとれず、急に弱る')
    await field(aoi, 'goal').fill('退院のあとも、住み慣れた家で食事をとれている')
    await press(aoi, '保存する')
    await aoi.goto(paths.paperCarries(ID, 'issue_sorting'))
    await press(aoi, '選んだものを写す')
    expect(await field(aoi, 'goal').inputValue()).to.equal('退院のあとも、住み慣れた家で食事をとれている')
    await field(aoi, 'cause').fill(CAUSE)
    await press(aoi, '保存する')
  })

  it('two causes: the first from the sheet, the second as its why', async () => {
    const aoi = await open('aoi', paths.causes(ID))
    await aoi.getByRole('radio').first().check()
    await press(aoi, '真因の仮説にする')
    await aoi.goto(paths.causes(ID))
    await aoi.getByRole('link', { name: CAUSE }).first().click()
    causeHref = new URL(aoi.url()).pathname
    expect(await words(aoi)).to.contain(CAUSE)
    await aoi.getByRole('link', { name: 'なぜ？を足す' }).first().click()
    await write(aoi, { text: OTHER })
    await press(aoi, '仮説を立てる')
    await aoi.goto(paths.causes(ID))
    expect(await words(aoi))
      .to.contain(CAUSE)
      .and.contain(OTHER)
  })

  it('the first is shown by a link and answered on a telephone nobody signed in at', async () => {
    const aoi = await open('aoi', `${causeHref}/doors`)
    await press(aoi, 'リンクを作る')
    const address = (await aoi.locator('#opinion-link').textContent()) ?? ''
    const phone = await play.stranger(PHONE)
    await phone.goto(new URL(address).pathname)
    expect(await words(phone))
      .to.contain(CAUSE)
      .and.not.contain(OTHER)
    await phone.locator('[name=stance]').first().check()
    await write(phone, { text: '電話をしても、どの係か分からない' })
    await phone.locator('[name=profession]').selectOption({ index: 1 })
    await press(phone, '意見を送る')
    expect(await words(phone)).to.contain('ありがとうございました')
    await phone.context().close()
    await aoi.goto(causeHref)
    expect(await words(aoi))
      .to.contain('意見をもらった')
      .and.contain('どの係か分からない')
  })

  it('a partner gets a page of its own and never reads what is thought about it', async () => {
    const aoi = await open('aoi', paths.bookRowNew(paths.partners(ID)))
    await write(aoi, {
      name: 'みどり医師会',
      benefit: '往診の準備ができる',
      worry: '書類が増える',
      ask: '一例に出てほしい',
    })
    await press(aoi, '保存する')
    await aoi.getByRole('link', { name: '一枚紙' }).first().click()
    expect(await words(aoi))
      .to.contain('みどり医師会の皆さまへ')
      .and.not.contain('書類が増える')
    const sora = await open('sora', paths.partners(ID))
    expect(await words(sora)).to.contain('見つかりません')
  })

  it('the model is thought from right to left, and a vague activity is asked about', async () => {
    const aoi = await open('aoi', MODEL)
    for (const [kind, text] of [
      ['final', '住民が、退院のあとも住み慣れた家で食事をとれている'],
      ['intermediate', '退院する住民が、家に帰る日から支えを受けられている'],
      ['initial', '家族とケアマネジャーが、退院の日を1週間前に知っている'],
      ['activity', VAGUE],
    ] as const) {
      await aoi.goto(MODEL)
      await aoi.locator('form[action$="/boxes"] [name=kind]').selectOption(kind)
      await aoi.locator('form[action$="/boxes"] [name=text]').fill(text)
      await press(aoi, '箱を足す')
      const made = new URL(aoi.url()).searchParams.get('box') ?? ''
      if (boxId) {
        await aoi.goto(paths.logicModelBox(ID, made))
        await aoi.locator(`[name=to][value="${boxId}"]`).check()
        await press(aoi, 'つなぐ先を保存する')
      }
      boxId = made
    }
    await aoi.goto(`${MODEL}?box=${boxId}`)
    const side = (await aoi.locator('#chosen').textContent()) ?? ''
    expect(side).to.contain('問い').and.contain('手順書')
  })

  it('two browsers at once on two boxes lose nothing', async () => {
    const mika = await open('mika', paths.logicModelBox(ID, boxId))
    const aoi = await open('aoi', paths.logicModelBox(ID, boxId))
    await write(aoi, { whom: '病院の相談員' })
    await press(aoi, 'この箱を保存する')
    await write(mika, { who: '町の保健師' })
    await press(mika, 'この箱を保存する')
    expect(await words(mika))
      .to.contain('病院の相談員')
      .and.contain('町の保健師')
  })

  it('the advisor advises on the very box; the town takes it up and rewords', async () => {
    const aoi = await open('aoi', MODEL)
    await write(aoi, { label: '支援2の時点' })
    await press(aoi, '名前をつける')
    const ken = await open('ken', `${MODEL}?box=${boxId}`)
    await ken.getByRole('link', { name: 'この箱に助言する' }).click()
    expect(await words(ken)).to.contain(VAGUE)
    await write(ken, { text: '最初の一本の電話を、だれが、いつかけるかまで書けますか' })
    await ken
      .getByRole('button', { name: /助言を/ })
      .first()
      .click()
    await aoi.goto(paths.advice(ID))
    expect(await words(aoi))
      .to.contain('最初の一本の電話')
      .and.contain(VAGUE)
    await aoi.getByRole('link', { name: '返事を書く' }).first().click()
    await aoi.locator('input[value=taken]').check()
    await press(aoi, '返事をする')
    expect(await words(aoi)).to.contain('取り入れた')
    await aoi.goto(paths.logicModelBox(ID, boxId))
    expect(await words(aoi)).to.contain('最初の一本の電話')
    await write(aoi, { text: CLEAR })
    await press(aoi, 'この箱を保存する')
  })

  it('what changed since 支援2 is said exactly: one box reworded, nothing else', async () => {
    const aoi = await open('aoi', MODEL)
    const said = await aoi.locator('.diff-list li').allTextContents()
    expect(said).to.have.length(1)
    expect(said[0]).to.contain('変更').and.contain('入院先の病院の相談員に')
    await aoi.goto(paths.paperRevisions(ID, 'logic_model'))
    expect(await words(aoi)).to.contain('支援2の時点')
    const advice = await open('ken', `${MODEL}?box=${boxId}`)
    expect((await advice.locator('#chosen').textContent()) ?? '').to.contain('最初の一本の電話')
  })

  it('a box that goes keeps the advice it was given', async () => {
    const aoi = await open('aoi', paths.logicModelBox(ID, boxId))
    await press(aoi, 'この箱を消す')
    await aoi.goto(paths.paperComments(ID, 'logic_model'))
    expect(await words(aoi))
      .to.contain('消された')
      .and.contain('への助言')
      .and.contain('最初の一本の電話')
  })
})
