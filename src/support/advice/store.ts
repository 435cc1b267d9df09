import type { Generated, Selectable } from 'kysely'
import type { Circle } from '../../access/circles.ts'
import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import type { Subject } from '../subjects/subjects.ts'
import type { Advice, Answer, Effect } from './advice.ts'

export interface AdviceTable {
  id: string
  regionId: string
  meetingId: string | null
  text: string
  circle: string
  advisorId: string | null
  advisorName: string
  aboutJson: string
  createdAt: string
  sentAt: string | null
  answer: string | null
  answerReason: string | null
  answeredAt: string | null
  answeredBy: string | null
  deletedAt: string | null
  inferred: number
  restJson: string
  position: number
  authorId: Generated<string | null>
  authorName: Generated<string>
  askedAt: Generated<string | null>
  confirmedAt: Generated<string | null>
  version: Generated<number>
}

declare module '../../platform/db/db.ts' {
  interface Tables {
    advice: AdviceTable
    adviceEffects: { id: string; adviceId: string; regionId: string; subjectJson: string; at: string; byName: string }
  }
}

function adviceFrom(row: Selectable<AdviceTable>): Advice {
  const { aboutJson, restJson, deletedAt: __, position: ___, ...rest } = row
  return {
    ...rest,
    circle: row.circle as Circle,
    answer: row.answer as Answer | null,
    about: JSON.parse(aboutJson),
    inferred: row.inferred === 1,
    meetingInferred: JSON.parse(restJson).mapping === 'inferred',
  }
}

/** Advice of many regions in their reader's circles (the caller gives them per region when they differ): one query. No drafts. */
export async function adviceOfRegions(
  db: Db,
  regionIds: readonly string[],
  circles: readonly Circle[],
): Promise<Advice[]> {
  if (regionIds.length === 0 || circles.length === 0) return []
  const rows = await db
    .selectFrom('advice')
    .selectAll()
    .where('regionId', 'in', [...regionIds])
    .where('circle', 'in', [...circles])
    .where('deletedAt', 'is', null)
    .where('sentAt', 'is not', null)
    .orderBy('regionId')
    .orderBy('createdAt')
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(adviceFrom)
}

export const adviceOfRegion = (db: Db, regionId: string, circles: readonly Circle[]): Promise<Advice[]> =>
  adviceOfRegions(db, [regionId], circles)

/** Drafts are their author's alone. */
export async function draftAdvice(db: Db, regionId: string, authorId: string | null): Promise<Advice[]> {
  const rows = await db
    .selectFrom('advice')
    .selectAll()
    .where('regionId', '=', regionId)
    .where('authorId', '=', authorId ?? '')
    .where('sentAt', 'is', null)
    .where('deletedAt', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(adviceFrom)
}

export type NewAdvice = Pick<Advice, 'regionId' | 'meetingId' | 'text' | 'circle' | 'advisorId' | 'advisorName'> & {
  position?: number
  about?: Partial<Subject>
  authorId?: string | null
  authorName?: string
  isSent?: boolean
}

export async function addAdvice(
  db: Db,
  { about = {}, isSent = true, ...given }: NewAdvice,
  now: Date,
): Promise<string> {
  const id = newId()
  const at = now.toISOString()
  const unanswered = { answer: null, answerReason: null, answeredAt: null, answeredBy: null, deletedAt: null }
  const row = { position: 0, ...given, ...unanswered, id, aboutJson: JSON.stringify(about), createdAt: at }
  await db
    .insertInto('advice')
    .values({ ...row, sentAt: isSent ? at : null, inferred: 0, restJson: '{}' })
    .execute()
  return id
}

/** Answered once; a second answer finds nothing to change, but for a word after 「ありがとう」. */
export async function markAnswered(
  db: Db,
  id: string,
  given: { answer: Answer; reason: string; by: string },
  now: Date,
): Promise<boolean> {
  const set = { answer: given.answer, answerReason: given.reason, answeredBy: given.by, answeredAt: now.toISOString() }
  const result = await db
    .updateTable('advice')
    .set(set)
    .where('id', '=', id)
    .where((eb) => eb.or([eb('answer', 'is', null), eb('answer', '=', 'thanks')]))
    .executeTakeFirst()
  return Number(result.numUpdatedRows) === 1
}

export async function effectsOf(db: Db, regionId: string): Promise<Effect[]> {
  const rows = await db.selectFrom('adviceEffects').selectAll().where('regionId', '=', regionId).orderBy('id').execute()
  return rows.map((row) => ({ adviceId: row.adviceId, subject: JSON.parse(row.subjectJson) as Subject }))
}

export const addEffect = (db: Db, given: { advice: Advice; subject: Subject; by: string }, now: Date) =>
  db
    .insertInto('adviceEffects')
    .values({
      id: newId(),
      adviceId: given.advice.id,
      regionId: given.advice.regionId,
      subjectJson: JSON.stringify(given.subject),
      at: now.toISOString(),
      byName: given.by,
    })
    .execute()
