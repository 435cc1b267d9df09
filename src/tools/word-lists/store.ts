import type { Db } from '../../platform/db/db.ts'
import { isWordKey, type WordKey, type Words } from './word-lists.ts'

declare module '../../platform/db/db.ts' {
  interface Tables {
    checkWords: { programmeId: string; key: string; wordsJson: string; byName: string; changedAt: string }
  }
}

/** What this programme's secretariat changed; the lists that came with the product stand for the rest. */
export async function wordsOf(db: Db, programmeId: string): Promise<Words> {
  const rows = await db
    .selectFrom('checkWords')
    .select(['key', 'wordsJson'])
    .where('programmeId', '=', programmeId)
    .execute()
  return Object.fromEntries(
    rows.filter(({ key }) => isWordKey(key)).map(({ key, wordsJson }) => [key, JSON.parse(wordsJson) as string[]]),
  )
}

export async function putWords(
  db: Db,
  { programmeId, key, words, by }: { programmeId: string; key: WordKey; words: readonly string[] | null; by: string },
  now: Date,
): Promise<void> {
  if (words === null) {
    await db.deleteFrom('checkWords').where('programmeId', '=', programmeId).where('key', '=', key).execute()
    return
  }
  const set = { wordsJson: JSON.stringify(words), byName: by, changedAt: now.toISOString() }
  await db
    .insertInto('checkWords')
    .values({ programmeId, key, ...set })
    .onConflict((c) => c.columns(['programmeId', 'key']).doUpdateSet(set))
    .execute()
}
