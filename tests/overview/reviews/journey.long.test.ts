import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import type { Browser } from '../../support/browse.ts'
import { type Demo, demonstration } from '../../support/demonstration.ts'
import { bare, printed } from '../../support/printed.ts'
import { unzipped } from '../../support/unzipped.ts'

const REGIONS = ['みどり町', 'すずかぜ市', '北森県', 'やまかげ町・かわの村']
const SAID = ['夜の連絡先が一つに決まると、家族も安心できる。', '県の役わりが、ほかの地域でも使えそうだ。']

describe('haru reads four boards and says two things; mika answers; the table prints', function () {
  this.timeout(120_000)
  let demo: Demo
  let haru: Browser
  let mika: Browser
  before(async () => {
    demo = await demonstration()
    haru = await demo.browse('haru')
    mika = await demo.browse('mika')
  })
  after(() => demo.close())

  it('from home through the four regions, without a detour', async () => {
    await haru.open('/')
    await haru.follow('地域を読む')
    await haru.follow('みどり町')
    expect(haru.text).to.include('1 / 4').and.include('ロジックモデル')
    const seen: string[] = []
    for (const [at, name] of REGIONS.entries()) {
      seen.push(REGIONS.find((one) => haru.heading.includes(one)) ?? haru.heading)
      expect(haru.text, name).to.include('オリエンテーション')
      if (at === 1) await haru.fill({ text: SAID[0] ?? '' }, '意見を送る')
      if (at === 3) await haru.fill({ text: SAID[1] ?? '' }, '送って一覧へ')
      else await haru.follow('次の地域')
    }
    expect(seen).to.have.members(REGIONS)
    expect(haru.text).to.include('まだ読んでいない0')
    expect((await haru.open('/')).text).to.not.include('までに読む地域')
  })

  it('mika answers both, and the table is read in every form', async () => {
    for (const said of SAID) {
      await mika.open(`${paths.wgOpinions(demo.years.main)}?status=open`)
      await mika.follow(said)
      const words = { topic: '夜と県', response: `${said.slice(0, 6)}への対応です`, landing: 'rule' }
      await mika.fill({ status: 'done', ...words, landingWords: '進め方ガイドに加えた' }, '対応を書く')
      expect(mika.status).to.equal(200)
    }
    await mika.open(paths.wgOpinionPaperFile(demo.years.main, 'pdf'))
    const pdf = await printed(mika.bytes)
    expect([pdf.language, pdf.isMarked]).to.deep.equal(['ja-JP', true])
    const all = pdf.pages.join('')
    for (const words of [...SAID, '進め方ガイドに加えた', '意見対応表']) expect(all).to.include(bare(words))
    expect(all).to.not.include('春山')
    await mika.open(paths.wgOpinionPaperFile(demo.years.main, 'docx'))
    const xml = (await unzipped(mika.bytes)).get('word/document.xml')?.toString('utf8') ?? ''
    for (const words of SAID) expect(xml).to.include(words)
    expect(xml).to.not.include('春山')
    await mika.open(`${paths.wgOpinions(demo.years.main)}/table.xlsx`)
    expect((await unzipped(mika.bytes)).has('xl/workbook.xml')).to.equal(true)
  })

  it('the roster prints with its chair; who left is not on it', async () => {
    await mika.open(paths.groups(demo.years.main))
    await mika.follow('連携支援WG')
    await mika.follow('名簿を見る')
    await mika.follow('PDFでダウンロード')
    const text = (await printed(mika.bytes)).pages.join('')
    expect(text).to.include('◎春山遥').and.include('冬木恵').and.not.include('夏川')
  })
})
