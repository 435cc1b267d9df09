import type { Kysely } from 'kysely'
import { searchTextOf } from '../src/people/organisations/organisations.ts'
import type { Db } from '../src/platform/db/db.ts'
import bureaus from './data/bureaus.json' with { type: 'json' }
import municipalities from './data/municipalities.json' with { type: 'json' }
import prefectures from './data/prefectures.json' with { type: 'json' }

interface SeedRow {
  id: string
  kind: string
  code: string | null
  name: string
  kana: string
  prefectureCode: string | null
  bureauCode: string | null
  searchText: string
  createdAt: string
  updatedAt: string
}

export async function up(db: Db): Promise<void> {
  await db.schema
    .createTable('organisations')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('code', 'text', (c) => c.unique())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('kana', 'text', (c) => c.notNull())
    .addColumn('searchText', 'text', (c) => c.notNull())
    .addColumn('prefectureCode', 'text')
    .addColumn('bureauCode', 'text')
    .addColumn('isInvented', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('parentOrganisationId', 'text', (c) => c.references('organisations.id'))
    .addColumn('population', 'integer')
    .addColumn('populationAged65', 'integer')
    .addColumn('agingRate', 'real')
    .addColumn('isDepopulated', 'integer')
    .addColumn('isMountainous', 'integer')
    .addColumn('figuresAsOf', 'text')
    .addColumn('figuresSource', 'text')
    .addColumn('section', 'text')
    .addColumn('mailbox', 'text')
    .addColumn('telephone', 'text')
    .addColumn('mailDomain', 'text')
    .addColumn('createdAt', 'text', (c) => c.notNull())
    .addColumn('updatedAt', 'text', (c) => c.notNull())
    .addColumn('retiredOn', 'text')
    .execute()
  for (const columns of [['kind', 'code'], ['prefectureCode', 'kind'], ['name'], ['kana'], ['parentOrganisationId']])
    await db.schema.createIndex(`organisations_by_${columns[0]}`).on('organisations').columns(columns).execute()
  await seed(db as unknown as Kysely<{ organisations: SeedRow }>)
}

/** The real ones only: invented prefectures come with the demonstration and never into a migration. */
async function seed(db: Kysely<{ organisations: SeedRow }>): Promise<void> {
  const at = new Date().toISOString()
  const bureauOf = new Map(prefectures.map(([, , , prefecture = '', bureau = '']) => [prefecture, bureau]))
  const row = (
    id: string,
    kind: string,
    code: string | null,
    name: string,
    kana: string,
    prefecture: string | null,
    bureau: string | null,
  ) => ({
    id,
    kind,
    code,
    name,
    kana,
    prefectureCode: prefecture,
    bureauCode: bureau,
    searchText: searchTextOf(name, kana),
    createdAt: at,
    updatedAt: at,
  })
  const rows = [
    row('org-mhlw', 'ministry', null, '厚生労働省', 'こうせいろうどうしょう', null, null),
    ...bureaus.map(([code = '', name = '', kana = '']) => row(`org-${code}`, 'bureau', null, name, kana, null, code)),
    ...prefectures.map(([code = '', name = '', kana = '', prefecture = '', bureau = '']) =>
      row(`org-${code}`, 'prefecture', code, name, kana, prefecture, bureau),
    ),
    ...municipalities.map(([code = '', name = '', kana = '', prefecture = '']) =>
      row(`org-${code}`, 'municipality', code, name, kana, prefecture, bureauOf.get(prefecture) ?? null),
    ),
  ]
  for (let i = 0; i < rows.length; i += 500)
    await db
      .insertInto('organisations')
      .values(rows.slice(i, i + 500))
      .execute()
}
