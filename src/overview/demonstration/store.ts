import type { Db } from '../../platform/db/db.ts'
import { people } from './people.ts'

/** 'empty' may be filled, 'demonstration' is kept as it is, 'foreign' holds people of a real office: hands off. */
export type Found = 'empty' | 'demonstration' | 'foreign'

export async function whatIsThere(db: Db): Promise<Found> {
  const anyone = await db.selectFrom('people').select('id').limit(1).executeTakeFirst()
  if (!anyone) return 'empty'
  const first = await db.selectFrom('people').select('email').orderBy('createdAt').orderBy('id').executeTakeFirst()
  const own = Object.values(people).map((person) => person.email)
  return first && own.includes(first.email) ? 'demonstration' : 'foreign'
}

/** What was written during the year has long been read. */
export const markLettersSent = (db: Db) =>
  db
    .updateTable('letters')
    .set((eb) => ({ claimedAt: eb.ref('createdAt'), sentAt: eb.ref('createdAt'), tries: 1 }))
    .where('sentAt', 'is', null)
    .execute()
