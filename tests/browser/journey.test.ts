import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { bytesOf, openWorkbook, type Worksheet } from '../../src/platform/office/office.ts'
import { beside } from '../papers/workbooks/town.ts'
import { follow, heading, linkIn, press, type Stage, stage, words } from './people.ts'

const MAIL = 'tsubomi@hanazono.example'

/** Fills a sheet the way a person does: finds the label, writes in the cell beside it. */
async function written(bytes: Buffer, cells: Record<string, string>): Promise<Buffer> {
  const book = await openWorkbook(bytes)
  const sheet = book.worksheets[0] as Worksheet
  for (const [label, text] of Object.entries(cells)) beside(sheet, label).value = text
  return bytesOf(book)
}

const SHEET = {
  応募理由: '昨年度に退院した8人のうち、家に帰れたのは2人でした。',
  抱える課題と希望する支援: '病院とのやりとりの始め方を考えたいです。',
  支援で取り上げたいテーマ: '家に帰れる道をつくる',
  担当部署: '介護福祉課',
  担当者の氏名: '花野 つぼみ',
  メールアドレス: 'kaigo@hanazono.example',
}

describe('from a first visit to a supported region', function () {
  this.timeout(90_000)
  let play: Stage
  let tsubomi: Page
  let mika: Page
  let regionId = ''
  before(async () => {
    play = await stage()
    mika = await play.at('mika')
    tsubomi = await play.at()
  })
  after(() => play?.close())

  it('a town without an account starts its entry with an office address', async () => {
    await tsubomi.goto(`/entry/${play.town.programmeId}`)
    await follow(tsubomi, 'エントリーを始める')
    await tsubomi.getByLabel('役所のメールアドレス').fill(MAIL)
    await tsubomi.getByLabel('市町村か都道府県').fill('はなぞの町')
    await tsubomi.getByLabel('お名前').fill('花野 つぼみ')
    await press(tsubomi, 'リンクを送る')
    expect(await heading(tsubomi)).to.equal('メールを確かめてください')
    await tsubomi.goto(linkIn(await play.letter(MAIL)))
    await press(tsubomi, '入ってエントリーを始める')
    regionId = /regions\/(\w+)\/entry/.exec(tsubomi.url())?.[1] ?? ''
    expect(regionId).to.not.equal('')
  })

  it('the form saves as one goes', async () => {
    const reason = tsubomi.getByRole('textbox', { name: '応募理由' })
    await reason.fill('まだ途中です。')
    await tsubomi.getByText('保存しました').first().waitFor()
    await tsubomi.reload()
    expect(await reason.inputValue()).to.equal('まだ途中です。')
  })

  let mine: Buffer
  it('the sheet is filled in Excel with two faults, and both cells are named', async () => {
    await tsubomi.goto(`/regions/${regionId}/entry/workbook/new`)
    const arriving = tsubomi.waitForEvent('download')
    await follow(tsubomi, '空の様式')
    const download = await arriving
    expect(download.suggestedFilename()).to.match(/^R7_はなぞの町_エントリーシート.*20251021\.xlsx$/)
    mine = await written(readFileSync(await download.path()), SHEET)
    const faulty = await written(mine, { メールアドレス: 'kaigo＠hanazono', 承諾の日付: '令和7年2月30日' })
    await upload(tsubomi, faulty)
    const said = await words(tsubomi)
    expect(said).to.contain('読みとれないところが2か所あります')
    expect(said.match(/「エントリー!C\d+」/g)).to.have.length(2)
    const marked = tsubomi.waitForEvent('download')
    await follow(tsubomi, '印をつけたファイルを受け取る')
    const book = await openWorkbook(readFileSync(await (await marked).path()))
    expect(book.worksheets.map((s) => s.name)).to.include('確認してください')
  })

  it('corrected, it becomes a draft, is saved and handed in', async () => {
    await tsubomi.goto(`/regions/${regionId}/entry/workbook/new`)
    await upload(tsubomi, mine)
    expect(await words(tsubomi)).to.not.contain('読みとれないところ')
    await press(tsubomi, '下書きにする')
    expect(await tsubomi.locator('#f-reason').inputValue()).to.equal(SHEET.応募理由)
    await press(tsubomi, '提出の確認へ')
    await press(tsubomi, '提出する（事務局と県に届きます）')
    expect(await words(tsubomi)).to.contain('提出しました')
  })

  it('the prefecture consents by its link, without signing in', async () => {
    const ren = await play.at()
    await ren.goto(linkIn(await play.letter('ren@banso.example')))
    await ren.getByLabel('承諾する').check()
    await ren.getByLabel('お名前').fill('蓮見 廉')
    await press(ren, '返事を送る')
    expect(await words(ren)).to.contain('承諾する')
  })

  it('it is selected; nobody knows until the letters go', async () => {
    await mika.goto(`/programmes/${play.town.programmeId}/selection`)
    await mika.getByLabel('はなぞの町を選ぶ').check()
    await press(mika, '決める内容を確かめる')
    for (const box of await mika.locator('textarea').all()) await box.fill('困りごとの数がはっきりしているため')
    await press(mika, '決めて、手紙を確かめる')
    await tsubomi.goto(`/regions/${regionId}/decision`)
    expect(await words(tsubomi)).to.contain('まだお知らせしていません')
    await press(mika, '通を送る')
    await tsubomi.goto(linkIn(await play.letter(MAIL)))
    expect(await words(tsubomi)).to.contain('採択')
  })

  it('an advisor and a partner join, and the first meeting is recorded', async () => {
    await join('岡田', 'アドバイザー')
    await join('空野', '委託先')
    await mika.goto(`/regions/${regionId}/meetings/1/record`)
    await mika.getByLabel('行った日').fill('令和7年10月20日')
    await mika.getByLabel('オンライン', { exact: true }).check()
    await mika.getByLabel('状況・変化').fill('病院の相談員に初めて会った。')
    await mika.getByLabel('助言の文').first().fill('課長にも来てもらいましょう。')
    await mika.getByLabel('読む人').first().selectOption({ label: '市町村の内輪' })
    await press(mika, '記録する')
    expect(await words(mika)).to.contain('病院の相談員に初めて会った。')
  })

  it('is seen by the advisor, not by another town; what is private not by the partner', async () => {
    const [ken, nagi, sora] = [await play.at('ken'), await play.at('nagi'), await play.at('sora')]
    const meeting = `/regions/${regionId}/meetings/1`
    await ken.goto(meeting)
    expect(await words(ken)).to.contain('課長にも来てもらいましょう。')
    expect((await nagi.goto(meeting))?.status()).to.equal(404)
    await sora.goto(meeting)
    expect(await words(sora)).to.contain('病院の相談員に初めて会った。')
    expect(await words(sora)).to.not.contain('課長にも来てもらいましょう。')
    await sora.goto(`/regions/${regionId}/advice`)
    expect(await words(sora)).to.not.contain('課長にも来てもらいましょう。')
  })

  async function upload(page: Page, bytes: Buffer): Promise<void> {
    const file = { name: 'はなぞの町.xlsx', mimeType: 'application/octet-stream', buffer: bytes }
    await page.locator('input[type=file]').setInputFiles(file)
    await press(page, '内容を確かめる')
    await page.getByRole('heading', { name: 'ファイルの内容を確かめる' }).waitFor()
  }

  async function join(name: string, role: string): Promise<void> {
    await mika.goto(`/regions/${regionId}/members/new?q=${encodeURIComponent(name)}`)
    await mika.getByLabel(name).first().check()
    await mika.getByLabel(role).first().check()
    await mika.getByLabel('いつから').fill('令和7年10月1日')
    await press(mika, 'メンバーに加える')
  }
})
