import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { countQueries } from '../../../src/platform/db/db.ts'
import { browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type Town, town } from '../../support/town.ts'

const MANY = 60

/** Sixty more regions of the year: handed in, and supported when they are told so. */
async function manyRegions(midori: Town, told: boolean) {
  const { db, programmeId } = midori
  const at = midori.now.toISOString()
  const numbers = Array.from({ length: MANY }, (_, n) => n)
  const model = await db.selectFrom('regions').selectAll().where('id', '=', midori.regions.suzukaze).executeTakeFirst()
  if (!model) throw new Error('the town has no すずかぜ市')
  const sheet = { documentId: 'none', revisionNumber: 1, personName: '凪', questionsJson: '[]' }
  const decision = { selected: 1, reason: '理由', warningReason: '', decidedAt: at, decidedBy: '森野 美香' }
  await db
    .insertInto('regions')
    .values(numbers.map((n) => ({ ...model, id: `many-${n}`, number: 1000 + n, name: `第${n}町`, sortCode: `99${n}` })))
    .execute()
  await db
    .insertInto('submissions')
    .values(numbers.map((n) => ({ ...sheet, id: `many-${n}`, regionId: `many-${n}`, submittedAt: at }) as never))
    .execute()
  if (told)
    await db
      .insertInto('decisions')
      .values(numbers.map((n) => ({ ...decision, id: `many-${n}`, regionId: `many-${n}`, announcedAt: at }) as never))
      .execute()
  return programmeId
}

describe('a big year', () => {
  let midori: Town
  beforeEach(async () => {
    midori = await town(await freshDb())
  })

  it('is read page by page in the days', async () => {
    const id = await manyRegions(midori, true)
    const mika = await browse(midori, 'mika')
    await mika.open(paths.programmeDays(id))
    expect(mika.text).to.include('61地域のうち 1–50').and.include('第0町')
    await mika.follow('次へ')
    expect(mika.text).to.include('61地域のうち 51–61').and.include('第9町')
    await mika.open(`${paths.programmeDays(id)}?page=99999`)
    expect(mika.text).to.include('51–61')
  })

  it('shows what waits longest on the Monday list, and the rest on demand', async () => {
    const id = await manyRegions(midori, false)
    const mika = await browse(midori, 'mika')
    await mika.open(paths.monday(id))
    const rows = () => mika.document.querySelectorAll('section tbody tr').length
    const first = rows()
    expect(mika.text).to.match(/のこり4\d件も見る/)
    await mika.open(mika.links().find((href) => href.includes('group=')) ?? '')
    expect(rows()).to.be.greaterThan(first + 30)
  })

  it('costs the home page and the matrix no query more than a small year', async () => {
    const mika = await browse(midori, 'mika')
    const count = async () => {
      await mika.open(paths.home)
      const home = (await countQueries(() => mika.open(paths.home))).queries
      return [home, (await countQueries(() => mika.open(paths.matrix(midori.programmeId)))).queries]
    }
    const small = await count()
    await manyRegions(midori, true)
    expect(await count()).to.deep.equal(small)
  })
})
