import type { Town } from './town.ts'

/** So many more supported regions, as copies of みどり町; returns their ids. */
export async function moreRegions(midori: Town, count: number): Promise<string[]> {
  const { db } = midori
  const region = await db
    .selectFrom('regions')
    .selectAll()
    .where('id', '=', midori.regions.midori)
    .executeTakeFirstOrThrow()
  const decision = await db.selectFrom('decisions').selectAll().executeTakeFirstOrThrow()
  const member = await db.selectFrom('regionMembers').selectAll().executeTakeFirstOrThrow()
  const ids = Array.from({ length: count }, (_, i) => `region-more-${i + 1}`)
  for (const [i, id] of ids.entries()) {
    const row = { ...region, id, name: `${region.name}${i + 1}`, number: 101 + i, sortCode: `91${5001 + i}` }
    await db.insertInto('regions').values(row).execute()
    await db
      .insertInto('regionMembers')
      .values({ ...member, id: `${id}-0`, regionId: id })
      .execute()
    await db
      .insertInto('decisions')
      .values({ ...decision, id: `${id}-d`, regionId: id })
      .execute()
  }
  return ids
}
