import type { Db } from '../../platform/db/db.ts'
import type { OpinionDoor } from './opinion-doors.ts'

type Row = Omit<OpinionDoor, 'evidence'> & { evidenceJson: string }

declare module '../../platform/db/db.ts' {
  interface Tables {
    opinionDoors: Row
  }
}

const doorFrom = ({ evidenceJson, ...row }: Row): OpinionDoor => ({ ...row, evidence: JSON.parse(evidenceJson) })

/** Newest first. */
export async function doorsOf(db: Db, regionId: string, causeId: string): Promise<OpinionDoor[]> {
  const query = db.selectFrom('opinionDoors').selectAll().where('regionId', '=', regionId)
  return (await query.where('causeId', '=', causeId).orderBy('id', 'desc').execute()).map(doorFrom)
}

export async function doorByHash(db: Db, tokenHash: string): Promise<OpinionDoor | null> {
  const row = await db.selectFrom('opinionDoors').selectAll().where('tokenHash', '=', tokenHash).executeTakeFirst()
  return row ? doorFrom(row) : null
}

export const addDoor = (db: Db, { evidence, ...door }: OpinionDoor) =>
  db
    .insertInto('opinionDoors')
    .values({ ...door, evidenceJson: JSON.stringify(evidence) })
    .execute()

/** False when it had been ended before. */
export async function revokeDoor(db: Db, id: string, by: { revokedAt: string; revokedBy: string }): Promise<boolean> {
  const query = db.updateTable('opinionDoors').set(by).where('id', '=', id).where('revokedAt', 'is', null)
  return (await query.executeTakeFirst()).numUpdatedRows > 0n
}

/** How many came by each link, those set aside too: a robot's words use the link up as well. */
export async function givenBy(db: Db, doorIds: readonly string[]): Promise<Map<string, number>> {
  if (doorIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('opinions')
    .select(['doorId', (eb) => eb.fn.countAll<number>().as('n')])
    .where('doorId', 'in', [...doorIds])
    .groupBy('doorId')
    .execute()
  return new Map(rows.map((row) => [row.doorId ?? '', Number(row.n)]))
}
