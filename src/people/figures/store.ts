import { sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import { searchTextOf, toHiragana } from '../organisations/organisations.ts'
import { organisationByCode } from '../organisations/store.ts'
import type { Figures, Known } from './figures.ts'

/** All that have a code, with their figures: what a file is checked against (one query, about 1,800 short rows). */
export async function knownByCode(db: Db): Promise<Map<string, Known>> {
  const rows = await db
    .selectFrom('organisations')
    .select(['code', 'name', 'kana', 'population', 'populationAged65', 'agingRate', 'isDepopulated', 'isMountainous'])
    .select(['figuresAsOf', 'figuresSource'])
    .where('code', 'is not', null)
    .execute()
  return new Map(rows.map((row) => [row.code ?? '', row]))
}

/** Figures the file does not give stay as they are; a new name takes its kana along (or keeps the old one). */
export async function applyFigures(db: Db, rows: readonly Figures[], now: Date): Promise<void> {
  for (const { code, newName, newKana, ...figures } of rows) {
    const given = Object.fromEntries(Object.entries(figures).filter(([, value]) => value !== null))
    await db
      .updateTable('organisations')
      .set({ ...given, updatedAt: now.toISOString() })
      .where('code', '=', code)
      .execute()
    if (newName) await rename(db, code, newName, newKana)
  }
}

async function rename(db: Db, code: string, name: string, newKana: string | null): Promise<void> {
  const before = await organisationByCode(db, code)
  const kana = toHiragana(newKana ?? before?.kana ?? '')
  await db
    .updateTable('organisations')
    .set({ name, kana, searchText: searchTextOf(name, kana) })
    .where('code', '=', code)
    .execute()
}

/** Real municipalities per prefecture, and how many are 過疎・中山間・小規模 as far as figures are known. */
export async function applicableByPrefecture(db: Db) {
  const applies = sql<number>`case when ${sql.ref('isDepopulated')} = 1 or ${sql.ref('isMountainous')} = 1 or ${sql.ref('population')} < 10000 then 1 else 0 end`
  const rows = await db
    .selectFrom('organisations')
    .select((eb) => [
      'prefectureCode',
      eb.fn.countAll<number>().as('municipalities'),
      eb.fn.sum<number>(applies).as('applicable'),
    ])
    .where('kind', '=', 'municipality')
    .where('isInvented', '=', 0)
    .where('retiredOn', 'is', null)
    .groupBy('prefectureCode')
    .orderBy('prefectureCode')
    .execute()
  return rows.map((row) => ({ ...row, municipalities: Number(row.municipalities), applicable: Number(row.applicable) }))
}
