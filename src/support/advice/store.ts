import type { Circle } from '../../access/circles.ts'
import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import type { Advice, Answer } from './advice.ts'

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
}

declare module '../../platform/db/db.ts' {
  interface Tables {
    advice: AdviceTable
  }
}

function adviceFrom(row: AdviceTable): Advice {
  const { aboutJson, restJson, sentAt: _, deletedAt: __, position: ___, ...rest } = row
  return {
    ...rest,
    circle: row.circle as Circle,
    answer: row.answer as Answer | null,
    about: JSON.parse(aboutJson),
    inferred: row.inferred === 1,
    meetingInferred: JSON.parse(restJson).mapping === 'inferred',
  }
}

/** Advice of many regions in their reader's circles (the caller gives them per region when they differ): one query. */
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
    .orderBy('regionId')
    .orderBy('createdAt')
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(adviceFrom)
}

export const adviceOfRegion = (db: Db, regionId: string, circles: readonly Circle[]): Promise<Advice[]> =>
  adviceOfRegions(db, [regionId], circles)

export type NewAdvice = Pick<Advice, 'regionId' | 'meetingId' | 'text' | 'circle' | 'advisorId' | 'advisorName'> & {
  position?: number
}

export async function addAdvice(db: Db, given: NewAdvice, now: Date): Promise<string> {
  const id = newId()
  const at = now.toISOString()
  const unanswered = { answer: null, answerReason: null, answeredAt: null, answeredBy: null, deletedAt: null }
  await db
    .insertInto('advice')
    .values({
      position: 0,
      ...given,
      ...unanswered,
      id,
      aboutJson: '{}',
      createdAt: at,
      sentAt: at,
      inferred: 0,
      restJson: '{}',
    })
    .execute()
  return id
}

/** Answered once; a second answer finds nothing to change. */
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
    .where('answer', 'is', null)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) === 1
}
