import { expect } from 'chai'
import { TABLE } from '../../../src/access/doors.ts'
import { allRoutes } from '../../../src/app.ts'
import { openWorkbook } from '../../../src/platform/office/office.ts'
import { workbookOf } from '../../../src/platform/office/take-along.ts'
import { type Browser, browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type Town, town } from '../../support/town.ts'

const ENDING = `${TABLE}csv`

describe('taking every list along', function () {
  this.timeout(60_000)
  let midori: Town
  let [mika, ren]: Browser[] = []
  const at = (path: string) =>
    path.replace(':regionId', midori.regions.midori).replace(':programmeId', midori.programmeId)
  /** Pages of the prefecture's side are opened by its own people. */
  const readerOf = (path: string) => (path.includes('observations') ? ren : mika) as Browser

  before(async () => {
    midori = await town(await freshDb())
    mika = await browse(midori, 'mika')
    ren = await browse(midori, 'ren')
  })

  it('every list has both files, and its page shows the way', async () => {
    const lists = allRoutes(true).filter(({ path }) => path.endsWith(ENDING) && !at(path).includes(':'))
    expect(lists.length).to.be.greaterThan(30)
    for (const { path } of lists) {
      const who = readerOf(path)
      const page = at(path.slice(0, -ENDING.length))
      await who.open(page)
      expect([who.status, page]).to.deep.equal([200, page])
      expect(who.links(), page).to.include.members([`${page}/table.xlsx`, `${page}/table.csv`])
      await who.open(`${page}/table.csv`)
      expect(who.headers.get('content-disposition'), page).to.match(/^attachment.*_20251021\.csv$/)
      expect([...who.bytes.subarray(0, 3)], page).to.deep.equal([0xef, 0xbb, 0xbf])
      await who.open(`${page}/table.xlsx`)
      expect(who.bytes.subarray(0, 2).toString(), page).to.equal('PK')
    }
  })

  it('a long one takes the worker’s time', async () => {
    const columns = ['コード', '数', '文'].map((label) => ({ label, width: 10 }))
    const rows = Array.from({ length: 800 }, (_, n) => [`${n}`, n, '＝'])
    const many = await openWorkbook(await workbookOf({ name: '長い表', columns, rows }))
    expect(many.worksheets[0]?.rowCount).to.equal(802)
  })
})
