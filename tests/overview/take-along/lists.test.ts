import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { csvOf, listOf } from '../../../src/platform/office/csv.ts'
import { openWorkbook } from '../../../src/platform/office/office.ts'
import { workbookOf } from '../../../src/platform/office/take-along.ts'
import { addAdvice } from '../../../src/support/advice/store.ts'
import { browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type Town, town } from '../../support/town.ts'

describe('taking a list along', () => {
  let midori: Town

  before(async () => {
    midori = await town(await freshDb())
  })

  it('what one may not see is not there as a file either', async () => {
    const nagi = await browse(midori, 'nagi')
    const region = paths.region(midori.regions.midori)
    expect((await nagi.open(`${region}/advice/table.csv`)).status).to.equal(404)
    expect((await nagi.open(`${paths.matrix(midori.programmeId)}/table.csv`)).status).to.equal(403)
    const ren = await browse(midori, 'ren')
    expect((await ren.open(`${region}/partners/table.csv`)).status).to.equal(404)
  })

  it('holds the reader’s own circles, the filter of the page and no formula', async () => {
    const [now, regionId] = [midori.now, midori.regions.midori]
    const ctx = await midori.ctx('ken')
    const advisor = { advisorId: ctx.actor.personId, advisorName: ctx.actor.name, meetingId: null }
    const texts = { region: '=SUM(A1) から始めてみませんか', team: 'まだ町には言わない' } as const
    for (const circle of ['region', 'team'] as const)
      await addAdvice(
        midori.db,
        { ...advisor, regionId, text: texts[circle], circle, authorId: null, authorName: '' },
        now,
      )
    const page = paths.advice(regionId)
    const read = async (who: 'ken' | 'aoi', query = '') => {
      const browser = await browse(midori, who)
      await browser.open(`${paths.table(page, 'csv')}${query}`)
      return browser.bytes.toString('utf8')
    }
    expect(await read('ken'))
      .to.contain("'=SUM(A1)")
      .and.to.contain(texts.team)
    expect(await read('aoi'))
      .to.contain("'=SUM(A1)")
      .and.to.not.contain(texts.team)
    expect(await read('aoi', '?show=taken')).to.not.contain('SUM')
    const aoi = await browse(midori, 'aoi')
    await aoi.open(`${page}?show=taken&page=2`)
    expect(aoi.links()).to.include(`${page}/table.csv?show=taken`)
  })

  it('codes keep their zeros, and a workbook holds words only as words', async () => {
    const list = listOf<[string, number]>(
      [
        ['コード', 10, ([code]) => code],
        ['数', 10, ([, n]) => n],
        ['文', 20, () => '+1'],
      ],
      [['012345', -1]],
    )
    expect(csvOf(list).toString()).to.equal(`\uFEFFコード,数,文\r\n"012345",-1,'+1\r\n`)
    const book = await openWorkbook(await workbookOf({ name: 'みどり町_数', ...list }))
    const cells = [1, 2, 3].map((column) => book.worksheets[0]?.getCell(3, column).value)
    expect(cells).to.deep.equal(['012345', -1, '+1'])
  })
})
