import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import type { Browser } from '../../support/browse.ts'
import { type Demo, demonstration } from '../../support/demonstration.ts'
import { unzipped } from '../../support/unzipped.ts'

describe('the annual report of the year half-way through', () => {
  let demo: Demo
  let mika: Browser
  let here: string
  before(async () => {
    demo = await demonstration()
    mika = await demo.browse('mika')
    here = paths.annualReport(demo.years.main)
  })

  it('says in December what is missing, with the way to each place', async () => {
    await mika.open(here)
    expect(mika.status).to.equal(200)
    expect(mika.text).to.contain('いま書けること').and.contain('これからのこと').and.contain('「はじめに」がまだです')
    expect(mika.links()).to.include(`${here}#intro`)
    await mika.open(`${paths.monday(demo.years.main)}`)
    expect(mika.text).to.contain('年度報告書に足りないところ')
  })

  it('is for the secretariat of the year only', async () => {
    for (const who of ['ken', 'aoi', 'ren', 'haru', 'tomo'] as const) {
      const other = await demo.browse(who)
      await other.open(here)
      expect(other.status, who).to.equal(403)
      await other.open(paths.annualReportFile(demo.years.main, 'docx'))
      expect(other.status, who).to.equal(403)
    }
  })

  it('is a Word file with the gaps first and the regions’ own words', async () => {
    await mika.open(paths.annualReportFile(demo.years.main, 'docx'))
    const xml = (await unzipped(mika.bytes)).get('word/document.xml')?.toString() ?? ''
    const text = xml.replace(/<[^>]+>/g, '')
    expect(text.indexOf('足りないところが')).to.be.greaterThan(-1).and.lessThan(text.indexOf('1　実施概要'))
    for (const words of ['みどり町', '各地域の経過と成果', '次年度の改善', '状況・変化']) expect(text).to.contain(words)
    await mika.open(paths.annualReportFile(demo.years.main, 'pdf'))
    expect(mika.bytes.subarray(0, 5).toString()).to.equal('%PDF-')
  })

  it('quotes nothing that 市町村の内輪 or the team wrote for themselves', async () => {
    const hidden = await demo.db
      .selectFrom('advice')
      .select('text')
      .where('circle', 'in', ['town', 'team'])
      .where('deletedAt', 'is', null)
      .execute()
    await mika.open(paths.annualReportFile(demo.years.main, 'docx'))
    const xml = (await unzipped(mika.bytes)).get('word/document.xml')?.toString() ?? ''
    expect(hidden.length).to.be.greaterThan(0)
    for (const { text } of hidden) expect(xml).to.not.contain(text)
  })

  it('asks when two of the secretariat wrote differently, and loses neither', async () => {
    const shun = await demo.browse('shun')
    await mika.open(here)
    await shun.open(here)
    await mika.fill({ intro: '日程を先に決めた。' }, '文を保存する')
    expect(mika.notice).to.contain('保存しました')
    await shun.fill({ intro: '県の関わりを増やした。', next: '日程を先に決める' }, '文を保存する')
    expect(shun.status).to.equal(422)
    expect(shun.text).to.contain('日程を先に決めた。').and.contain('県の関わりを増やした。')
    await shun.fill({ 'clash.0.pick': 'own', 'clash.0.own': '日程を先に決め、県の関わりを増やした。' })
    await mika.open(here)
    expect(mika.values.intro).to.equal('日程を先に決め、県の関わりを増やした。')
    expect(mika.values.next).to.equal('日程を先に決める')
  })

  it('keeps a text that is too long and says how long it may be', async () => {
    const long = 'あ'.repeat(8_001)
    await mika.open(here)
    await mika.fill({ flow: long }, '文を保存する')
    expect(mika.status).to.equal(422)
    expect(mika.errors.flow).to.contain('8,000')
    expect(mika.values.flow).to.equal(long)
  })
})
