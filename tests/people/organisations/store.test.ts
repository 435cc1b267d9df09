import { expect } from 'chai'
import { changeContact, enterOrganisation } from '../../../src/people/organisations/actions.ts'
import { addInventedOrganisations, inventedOrganisations } from '../../../src/people/organisations/invented.ts'
import { isMunicipalCode } from '../../../src/people/organisations/organisations.ts'
import * as store from '../../../src/people/organisations/store.ts'
import { countQueries, type Db, openDb } from '../../../src/platform/db/db.ts'
import { migrate } from '../../../src/platform/db/migrate.ts'

const mika = { personId: 'mika', name: '森野美香', memberships: [], isAdministrator: true }
const now = new Date('2025-08-01T01:00:00Z')

describe('the master data', () => {
  let db: Db
  before(async () => {
    db = openDb(':memory:')
    await migrate(db)
  })
  after(() => db.destroy())
  const names = async (q: string) =>
    (await store.searchOrganisations(db, { q, includeInvented: true })).rows.map(
      (row) => `${row.prefectureName}${row.name}`,
    )
  const count = async (kind: 'prefecture' | 'municipality' | 'bureau') =>
    (await store.searchOrganisations(db, { kinds: [kind] })).count

  it('holds exactly 47 prefectures, 1,741 municipalities and 8 bureaus', async () => {
    expect([await count('prefecture'), await count('municipality'), await count('bureau')]).to.deep.equal([47, 1741, 8])
    const all = await db
      .selectFrom('organisations')
      .select(['id', 'code', 'kana', 'bureauCode'])
      .where('code', 'is not', null)
      .execute()
    expect(
      all.filter((row) => !isMunicipalCode(row.code ?? '') || row.id !== `org-${row.code}` || !row.bureauCode),
    ).to.deep.equal([])
    expect(all.filter((row) => !/^[ぁ-ん]+$/.test(row.kana))).to.deep.equal([])
    expect(await names('色丹')).to.deep.equal([])
    expect(await store.organisationByCode(db, '011011')).to.equal(undefined) // 札幌市中央区 is a ward
    expect((await store.organisationByCode(db, '131024'))?.name).to.equal('中央区')
  })

  it('puts every prefecture under its bureau, the traps too', async () => {
    const found = Object.fromEntries((await store.prefectures(db)).map((row) => [row.name, row.bureauCode]))
    expect(found).to.include({
      福井県: 'kinki',
      新潟県: 'kanto-shinetsu',
      山梨県: 'kanto-shinetsu',
      長野県: 'kanto-shinetsu',
      静岡県: 'tokai-hokuriku',
      香川県: 'shikoku',
    })
    expect((await store.bureaus(db)).map((row) => row.name)[6]).to.equal('四国厚生支局')
  })

  it('finds by part of a name, kana of any width, and the start of a code', async () => {
    for (const q of ['岐南', 'ぎなん', 'ギナン', 'ｷﾞﾅﾝ', '213021', '21302', '２１３０２１', '岐阜県岐南町', 'ぎふ 岐南'])
      expect(await names(q), q).to.deep.equal(['岐阜県岐南町'])
    expect(await names('府中')).to.deep.equal(['東京都府中市', '広島県府中市', '広島県府中町'])
    expect(await names('𠮷賀')).to.deep.equal(['島根県吉賀町'])
    expect(await names('水戸')).to.deep.equal(['茨城県水戸市'])
    for (const q of ['%', '_', "' or 1=1 --", '!', '\\', '🙂', '<script>', 'a'.repeat(50_000)])
      expect(await names(q), q.slice(0, 20)).to.deep.equal([])
  })

  it('pages through by code, with the same two queries on any page', async () => {
    const { result, queries } = await countQueries(() =>
      store.searchOrganisations(db, { prefectureCode: '01', kinds: ['municipality'], limit: 50, offset: 150 }),
    )
    expect([result.count, result.rows.length, queries]).to.deep.equal([179, 29, 2])
    expect(result.rows.map((row) => row.code)).to.deep.equal(result.rows.map((row) => row.code).toSorted())
    expect((await store.searchOrganisations(db, { limit: 100_000 })).rows).to.have.length(100)
  })

  it('adds the invented towns once, marked, and out of every count of real ones', async () => {
    await addInventedOrganisations(db)
    await addInventedOrganisations(db)
    expect([await count('prefecture'), await count('municipality')]).to.deep.equal([47, 1741])
    expect(await names('みどり町')).to.deep.equal(['東浜県みどり町'])
    expect(inventedOrganisations.filter((row) => row.code && !isMunicipalCode(row.code))).to.deep.equal([])
    expect((await store.prefectures(db, true)).slice(47).map((row) => row.name)).to.deep.equal([
      '東浜県',
      '北森県',
      '白嶺県',
      '南原県',
    ])
    expect((await store.childrenOf(db, 'org-910007')).map((row) => row.name)).to.deep.equal(['東浜保健所'])
    const two = await store.organisationsByIds(db, ['org-213021', 'org-913413', 'org-nobody'])
    expect(two.map((row) => [row.name, row.isInvented])).to.deep.equal([
      ['岐南町', 0],
      ['みどり町', 1],
    ])
  })

  it('changes a contact with a line of history, but not over somebody else’s change', async () => {
    const ctx = { db, actor: mika, now }
    const seen = '[null,null,null,null]'
    const contact = { section: '福祉課', mailbox: 'fukushi@town.example', telephone: '058-000-0000', mailDomain: null }
    await changeContact(ctx, 'org-213021', contact, seen)
    expect(await store.organisationOf(db, 'org-213021')).to.include(contact)
    const refused = await changeContact(ctx, 'org-213021', contact, seen).catch((error: Error) => error.message)
    expect(refused).to.include('ほかの人が先に')
    expect(await db.selectFrom('happenings').select('kind').execute()).to.deep.equal([
      { kind: 'organisation_contact_changed' },
    ])
  })

  it('takes a further body, found by its kana', async () => {
    await enterOrganisation(
      { db, actor: mika, now },
      { kind: 'contractor', name: 'すずかぜ訪問看護', kana: 'スズカゼホウモンカンゴ', prefectureCode: '94' },
    )
    const { rows } = await store.searchOrganisations(db, { q: 'すずかぜほうもん', includeInvented: true })
    expect(rows[0]).to.include({ kana: 'すずかぜほうもんかんご', prefectureName: '南原県', isInvented: 1, code: null })
  })
})
