import type { Circle } from '../../access/circles.ts'
import type { Db } from '../../platform/db/db.ts'

/** How many lines of a region's history stand in these circles. */
export async function countHappenings(db: Db, regionId: string, circles: readonly Circle[]): Promise<number> {
  if (circles.length === 0) return 0
  const { count } = await db
    .selectFrom('happenings')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('regionId', '=', regionId)
    .where('circle', 'in', [...circles])
    .executeTakeFirstOrThrow()
  return Number(count)
}
