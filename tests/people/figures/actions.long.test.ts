import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { importFigures } from '../../../src/people/figures/actions.ts'
import { applicableByPrefecture } from '../../../src/people/figures/store.ts'
import { addInventedOrganisations } from '../../../src/people/organisations/invented.ts'
import { organisationByCode, searchOrganisations } from '../../../src/people/organisations/store.ts'
import { type Db, openDb } from '../../../src/platform/db/db.ts'
import { migrate } from '../../../src/platform/db/migrate.ts'

interface Survey {
  checks: { municipalities: number; applicable: number; notApplicable: number }
  rows: { code: string; municipalities: number; applicable: number; notApplicable: number }[]
}
const survey: Survey = JSON.parse(
  readFileSync(new URL('./fixtures/survey-r7-kaso-by-prefecture.json', import.meta.url), 'utf8'),
)
const mika = { personId: 'mika', name: '森野美香', memberships: [], isAdministrator: true }
const ctxOf = (db: Db) => ({ db, actor: mika, now: new Date('2025-08-01T01:00:00Z') })
const otherwise = { asOf: '2025-01-01', source: '令和7年度実態調査' }

async function freshDb(): Promise<Db> {
  const db = openDb(':memory:')
  await migrate(db)
  await addInventedOrganisations(db)
  return db
}

/** A file whose marks per prefecture are those of the survey: in turn 過疎, 中山間 and 小規模. */
async function surveyCsv(db: Db): Promise<string> {
  const lines = ['コード,市町村名,人口,65歳以上人口,過疎,中山間']
  for (const { code, applicable } of survey.rows) {
    const towns = await db
      .selectFrom('organisations')
      .select(['code', 'name'])
      .where('kind', '=', 'municipality')
      .where('prefectureCode', '=', code)
      .orderBy('code')
      .execute()
    towns.forEach((town, i) => {
      const why = i < applicable ? i % 3 : -1
      lines.push(
        `${town.code},${town.name},${why === 2 ? '9,999'.replace(',', '') : 10000},3000,${why === 0 ? '○' : ''},${why === 1 ? '○' : ''}`,
      )
    })
  }
  return lines.join('\n')
}

describe('importing figures', () => {
  let db: Db
  beforeEach(async () => {
    db = await freshDb()
  })
  afterEach(() => db.destroy())

  it('gives the totals of the survey of FY2025, prefecture by prefecture', async () => {
    const result = await importFigures(ctxOf(db), await surveyCsv(db), otherwise)
    expect(result).to.deep.equal({ taken: 1741, changed: 1741, renamed: 0, faults: [] })
    const totals = await applicableByPrefecture(db)
    expect(
      totals.map((row) => [
        row.prefectureCode,
        row.municipalities,
        row.applicable,
        row.municipalities - row.applicable,
      ]),
    ).to.deep.equal(survey.rows.map((row) => [row.code, row.municipalities, row.applicable, row.notApplicable]))
    const sum = (key: 'municipalities' | 'applicable') => totals.reduce((total, row) => total + row[key], 0)
    expect([sum('municipalities'), sum('applicable'), sum('municipalities') - sum('applicable')]).to.deep.equal([
      1741, 975, 766,
    ])
  })

  it('keeps as-of date and source, and changes nothing the second time', async () => {
    const csv = 'コード,人口,65歳以上人口\n213021,26000,6500\n'
    await importFigures(ctxOf(db), csv, otherwise)
    expect(await organisationByCode(db, '213021')).to.include({
      population: 26000,
      agingRate: 25,
      figuresAsOf: '2025-01-01',
      figuresSource: '令和7年度実態調査',
      isDepopulated: null,
    })
    expect(await importFigures(ctxOf(db), csv, otherwise)).to.include({ taken: 1, changed: 0 })
  })

  it('gives a town its new name, found by name and kana from then on', async () => {
    await importFigures(ctxOf(db), 'コード,新しい名称,新しいよみ\n213021,岐南市,ギナンシ\n', otherwise)
    expect(await organisationByCode(db, '213021')).to.include({ name: '岐南市', kana: 'ぎなんし', figuresAsOf: null })
    expect((await searchOrganisations(db, { q: 'ｷﾞﾅﾝｼ' })).rows.map((row) => row.name)).to.deep.equal(['岐南市'])
  })

  it('takes the good rows of a file with bad ones, and nothing of a broken one', async () => {
    const { taken, faults } = await importFigures(ctxOf(db), 'コード,人口\n213021,26000\n000000,1\n', otherwise)
    expect([taken, faults.map((fault) => fault.line)]).to.deep.equal([1, [3]])
    expect((await importFigures(ctxOf(db), '岐南町は元気です', otherwise)).taken).to.equal(0)
    const lines = await db.selectFrom('happenings').select('kind').execute()
    expect(lines.map((line) => line.kind)).to.deep.equal(['figures_imported'])
  })
})
