import type { Circle } from '../../access/circles.ts'
import type { Deed } from '../../access/may.ts'
import type { Db } from '../../platform/db/db.ts'
import { dropAllTexts, dropTexts, putTexts } from '../../platform/db/full-text.ts'
import { dayNumber, type Kept, numberOn, sameText, type TextKind } from './search-index.ts'

interface SearchTextsTable extends Omit<Kept, 'kind' | 'circle' | 'deed'> {
  kind: string
  circle: string
  deed: string
}

declare module '../../platform/db/db.ts' {
  interface Tables {
    searchTexts: SearchTextsTable
    searchDays: { day: number; next: number }
  }
}

const keptFrom = (row: SearchTextsTable): Kept => ({
  ...row,
  kind: row.kind as TextKind,
  circle: row.circle as Circle,
  deed: row.deed as Deed | '',
})

export async function textsNumbered(db: Db, ids: readonly number[]): Promise<Kept[]> {
  const rows = await db
    .selectFrom('searchTexts')
    .selectAll()
    .where('id', 'in', [...ids, -1])
    .orderBy('id')
    .execute()
  return rows.map(keptFrom)
}

/** Numbers for new rows: by day, the newest lowest, in the order they are given. */
async function numbered(db: Db, texts: readonly Omit<Kept, 'id'>[]): Promise<Kept[]> {
  const days = texts.map((text) => dayNumber(text.at))
  const known = await db
    .selectFrom('searchDays')
    .selectAll()
    .where('day', 'in', [...new Set(days), -1])
    .execute()
  const next = new Map(known.map(({ day, next: at }) => [day, at]))
  const rows = texts.map((text, i) => {
    const day = days[i] ?? 0
    const at = next.get(day) ?? 0
    next.set(day, at + 1)
    return { ...text, id: numberOn(day, at) }
  })
  const counters = [...next].map(([day, at]) => ({ day, next: at }))
  for (let i = 0; i < counters.length; i += 1000)
    await db
      .insertInto('searchDays')
      .values(counters.slice(i, i + 1000))
      .onConflict((c) => c.column('day').doUpdateSet((eb) => ({ next: eb.ref('excluded.next') })))
      .execute()
  return rows
}

async function drop(db: Db, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await dropTexts(db, ids)
  for (let i = 0; i < ids.length; i += 10_000)
    await db
      .deleteFrom('searchTexts')
      .where('id', 'in', ids.slice(i, i + 10_000))
      .execute()
}

async function add(db: Db, rows: readonly Kept[], names: ReadonlyMap<string, string>): Promise<void> {
  for (let i = 0; i < rows.length; i += 500)
    await db
      .insertInto('searchTexts')
      .values(rows.slice(i, i + 500))
      .execute()
  await putTexts(
    db,
    rows.map(({ id, text, label, placeId, marks }) => {
      const head = [names.get(placeId), label].filter(Boolean).join('。')
      return { id, text, head, marks: marks.split(' ') }
    }),
  )
}

/** Into an index that knows nothing of these places yet. */
export const addTexts = async (db: Db, names: ReadonlyMap<string, string>, texts: readonly Omit<Kept, 'id'>[]) =>
  add(db, await numbered(db, texts), names)

/** What stands in these places now takes the place of what stood there; rows that say the same stay. `names` by place. */
export async function replaceTexts(
  db: Db,
  names: ReadonlyMap<string, string>,
  texts: readonly Omit<Kept, 'id'>[],
): Promise<void> {
  const before = await db
    .selectFrom('searchTexts')
    .selectAll()
    .where('placeId', 'in', [...names.keys(), ''])
    .execute()
  const standing = new Map<string, number[]>()
  for (const row of before.map(keptFrom)) {
    const key = `${row.placeId} ${sameText(row)}`
    standing.set(key, [...(standing.get(key) ?? []), row.id])
  }
  const fresh = texts.filter((text) => standing.get(`${text.placeId} ${sameText(text)}`)?.pop() === undefined)
  await drop(db, [...standing.values()].flat())
  await add(db, await numbered(db, fresh), names)
}

/** From the beginning: nothing is known, everything is to be read. */
export async function forgetAll(db: Db, at: string): Promise<void> {
  await dropAllTexts(db)
  await db.deleteFrom('searchTexts').execute()
  await db.deleteFrom('searchDays').execute()
  await db.deleteFrom('changedPlaces').execute()
  for (const [kind, table] of [
    ['region', 'regions'],
    ['programme', 'programmes'],
  ] as const)
    await db
      .insertInto('changedPlaces')
      .columns(['kind', 'id', 'at'])
      .expression((eb) =>
        eb.selectFrom(table).select((e) => [e.val(kind).as('kind'), `${table}.id as id`, e.val(at).as('at')]),
      )
      .execute()
}
