import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import { type Criterion, type Score, STARTING_CRITERIA } from './scoring.ts'

interface ScoresTable extends Score {
  id: string
}

declare module '../../platform/db/db.ts' {
  interface Tables {
    criteria: Omit<Criterion, 'words'> & { wordsJson: string }
    scores: ScoresTable
  }
}

export async function criteriaOf(db: Db, programmeId: string): Promise<Criterion[]> {
  const rows = await db
    .selectFrom('criteria')
    .selectAll()
    .where('programmeId', '=', programmeId)
    .orderBy('position')
    .execute()
  return rows.map(({ wordsJson, ...row }) => ({ ...row, words: JSON.parse(wordsJson) }))
}

/** A new programme starts with the usual criteria. */
export async function addStartingCriteria(db: Db, programmeId: string): Promise<void> {
  const rows = STARTING_CRITERIA.map(({ words, ...c }, at) => ({
    ...c,
    id: newId(),
    programmeId,
    position: at + 1,
    wordsJson: JSON.stringify(words),
  }))
  await db.insertInto('criteria').values(rows).execute()
}

export const scoresOf = (db: Db, regionIds: readonly string[]): Promise<Score[]> =>
  regionIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('scores')
        .selectAll()
        .where('regionId', 'in', [...regionIds])
        .orderBy('personName')
        .execute()

/** One person's score of one criterion: written again, it replaces the own earlier one. */
export async function putScore(db: Db, score: Score): Promise<void> {
  const { points, reason, scoredAt } = score
  await db
    .insertInto('scores')
    .values({ ...score, id: newId() })
    .onConflict((c) => c.columns(['regionId', 'criterionId', 'personId']).doUpdateSet({ points, reason, scoredAt }))
    .execute()
}

export const markScoresOpened = (db: Db, programmeId: string, now: Date) =>
  db
    .updateTable('programmes')
    .set({ scoresOpenedAt: now.toISOString() })
    .where('id', '=', programmeId)
    .where('scoresOpenedAt', 'is', null)
    .execute()
