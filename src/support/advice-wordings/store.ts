import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import type { Advice } from '../advice/advice.ts'
import type { Wording } from './advice-wordings.ts'

declare module '../../platform/db/db.ts' {
  interface Tables {
    adviceVersions: Wording & { id: string; adviceId: string; circle: string }
  }
}

/** Earlier wordings, oldest first; the present one stands in the advice itself. */
export const wordingsOf = (db: Db, adviceId: string): Promise<Wording[]> =>
  db
    .selectFrom('adviceVersions')
    .select(['number', 'text', 'at', 'byName'])
    .where('adviceId', '=', adviceId)
    .orderBy('number')
    .execute()

/** The new words, only if nobody was quicker; what stood there is kept. */
export async function reword(db: Db, advice: Advice, given: { text: string; by: string }, now: Date): Promise<boolean> {
  const result = await db
    .updateTable('advice')
    .set({ text: given.text, version: advice.version + 1 })
    .where('id', '=', advice.id)
    .where('version', '=', advice.version)
    .executeTakeFirst()
  if (Number(result.numUpdatedRows) === 0) return false
  const row = { adviceId: advice.id, number: advice.version, text: advice.text, circle: advice.circle }
  await db
    .insertInto('adviceVersions')
    .values({ ...row, id: newId(), at: now.toISOString(), byName: given.by })
    .execute()
  return true
}

type Marks = Partial<Record<'askedAt' | 'confirmedAt' | 'sentAt' | 'createdAt' | 'deletedAt', string>>

export const markAdvice = (db: Db, id: string, set: Marks) =>
  db.updateTable('advice').set(set).where('id', '=', id).execute()

/** A draft is sent once. */
export async function sendDraft(db: Db, id: string, at: string): Promise<boolean> {
  const query = db.updateTable('advice').set({ sentAt: at, createdAt: at }).where('id', '=', id)
  return Number((await query.where('sentAt', 'is', null).executeTakeFirst()).numUpdatedRows) === 1
}
