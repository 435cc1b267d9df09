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

type Wording = Pick<Criterion, 'label' | 'description' | 'words'>

/** A new programme starts with the usual criteria. */
export const addStartingCriteria = (db: Db, programmeId: string): Promise<void> =>
  replaceCriteria(db, programmeId, STARTING_CRITERIA)

/** Only while nobody has scored: a score names its criterion. */
export async function replaceCriteria(db: Db, programmeId: string, given: readonly Wording[]): Promise<void> {
  await db.deleteFrom('criteria').where('programmeId', '=', programmeId).execute()
  const rows = given.map(({ words, label, description }, at) => ({
    label,
    description,
    id: newId(),
    programmeId,
    position: at + 1,
    wordsJson: JSON.stringify(words),
  }))
  await db.insertInto('criteria').values(rows).execute()
}

export async function hasScores(db: Db, programmeId: string): Promise<boolean> {
  const row = await db
    .selectFrom('scores')
    .innerJoin('criteria', 'criteria.id', 'scores.criterionId')
    .select('scores.id')
    .where('criteria.programmeId', '=', programmeId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
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
