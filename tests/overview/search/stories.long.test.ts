import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type PersonName, type Town, town } from '../../support/town.ts'

const ID = 'region-midori'
const q = (words: string, more: Record<string, string> = {}) => `/search?${new URLSearchParams({ q: words, ...more })}`

describe('a search right after saving', function () {
  this.timeout(20_000)
  let midori: Town
  beforeEach(async () => {
    midori = await town(await freshDb())
  })
  const found = async (who: PersonName, words: string, more = {}): Promise<string[]> => {
    const browser = await browse(midori, who)
    await browser.open(q(words, more))
    expect(browser.status).to.equal(200)
    return browser.document.querySelectorAll('.search-hits li').map((li) => li.textContent.replace(/\s+/g, ' ').trim())
  }
  const firstHref = async (who: PersonName, words: string) => {
    const browser = await browse(midori, who)
    await browser.open(q(words))
    return browser.document.querySelector('.search-hits a')?.getAttribute('href') ?? ''
  }

  it('finds advice once it is sent, to whom it was sent, and never a draft', async () => {
    const ken = await browse(midori, 'ken')
    await ken.open(paths.advice(ID))
    await ken.fill({ text: '薬局の夜間当番に頼る' }, '下書きに残す')
    for (const who of ['ken', 'mika', 'aoi'] as const) expect(await found(who, '夜間当番'), who).to.deep.equal([])
    await ken.follow('続きを書く')
    await ken.fill({ text: '薬局の夜間当番に頼んでみる' }, '助言を送る')
    for (const who of ['ken', 'mika', 'aoi', 'ren', 'sora'] as const) {
      const [hit, ...more] = await found(who, '夜間当番')
      expect(more, who).to.deep.equal([])
      expect(hit, who).to.include('岡田 健').and.include('助言').and.include('東浜県みどり町')
    }
    for (const who of ['yui', 'nagi', 'hoku', 'haru', 'tomo'] as const)
      expect(await found(who, '夜間当番'), who).to.deep.equal([])
    const href = await firstHref('aoi', '夜間当番')
    expect(href).to.match(/^\/regions\/region-midori\/advice#a-/)
    const aoi = await (await browse(midori, 'aoi')).open(href)
    expect(aoi.document.querySelector(`#${href.split('#')[1]}`)?.textContent).to.include('夜間当番に頼んでみる')
  })

  it('finds a note of the team for the team alone, and not once it is gone', async () => {
    const ken = await browse(midori, 'ken')
    await ken.open(paths.notes(ID))
    await ken.fill({ text: '課長はまだ迷っている様子' }, 'メモを残す')
    for (const who of ['ken', 'yui', 'mika'] as const)
      expect(await found(who, '迷っている'), who).to.have.length(who === 'yui' ? 0 : 1)
    for (const who of ['aoi', 'daichi', 'ren', 'saki', 'sora', 'nagi', 'haru', 'tomo'] as const)
      expect(await found(who, '迷っている'), who).to.deep.equal([])
    const href = await firstHref('ken', '迷っている')
    await ken.open(href)
    expect(ken.document.querySelector(`#${href.split('#')[1]}`)?.textContent).to.include('迷っている')
    await ken.fill({}, 'このメモを消す')
    expect(await found('ken', '迷っている')).to.deep.equal([])
  })

  it('finds a line of a record at its place, not after it was taken away, and again when it is back', async () => {
    const mika = await browse(midori, 'mika')
    await mika.open(paths.meetingRecord(ID, 1))
    await mika.fill({ heldOn: '2025-10-20', mode: 'online', circle: 'region', situation: '救急搬送が減った' })
    const href = await firstHref('aoi', '救急搬送')
    expect(href).to.match(/^\/regions\/region-midori\/meetings\/1#l-/)
    await mika.open(href)
    expect(mika.document.querySelector(`#${href.split('#')[1]}`)?.textContent).to.include('救急搬送が減った')
    const line = await midori.db.selectFrom('meetingLines').select('id').executeTakeFirstOrThrow()
    await mika.open(paths.meetingLine(ID, 1, line.id))
    await mika.fill({}, '消す')
    expect(await found('aoi', '救急搬送')).to.deep.equal([])
    await mika.open(paths.meetingRemoved(ID, 1))
    await mika.fill({}, '戻す')
    expect(await found('aoi', '救急搬送')).to.have.length(1)
  })

  it('finds what a paper says, in the field it stands in, and nothing of it once it is removed', async () => {
    const aoi = await browse(midori, 'aoi')
    await aoi.open(paths.sheet(ID, 'status_sheet.t1'))
    await aoi.fill({ 'f.subject': '退院後に弱る人', 'f.course': '夜間の連絡先が家族に伝わっていない' }, '保存')
    const [hit] = await found('ren', '連絡先')
    expect(hit).to.include('シート').and.include('退院後に弱る人')
    expect(await firstHref('aoi', '連絡先')).to.equal('/regions/region-midori/sheets/status_sheet.t1#f-course')
    expect(await found('haru', '連絡先')).to.deep.equal([])
    await aoi.open(paths.sheet(ID, 'status_sheet.t1'))
    await aoi.fill({}, '消す')
    expect(await found('ren', '連絡先')).to.deep.equal([])
  })

  it('finds files by name, consultations and often asked questions', async () => {
    const aoi = await browse(midori, 'aoi')
    await aoi.open(paths.consultations(ID))
    await aoi.fill({ question: '看取りの説明はどの職種がしていますか', circle: 'region' }, '相談する')
    expect(await found('ken', '看取り 職種')).to.have.length(1)
    const mika = await browse(midori, 'mika')
    await mika.open(paths.faqs(midori.programmeId))
    await mika.fill({ question: '会議は何回ですか', answer: '支援は三回です' })
    expect((await found('nagi', '支援は三回'))[0]).to.include('よくある質問')
  })
})
