import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import type { HandIn, HandInAnswer } from './homework.ts'

export interface HandInsTable extends Omit<HandIn, 'answer'> {
  answer: string | null
}

declare module '../../platform/db/db.ts' {
  interface Tables {
    handIns: HandInsTable
    promiseTools: { promiseId: string; toolId: string }
  }
}

const handInFrom = (row: HandInsTable): HandIn => ({ ...row, answer: row.answer as HandInAnswer | null })

/** What was sent, newest first, and this person's own draft. */
export async function handInsOf(
  db: Db,
  promiseId: string,
  personId: string | null,
): Promise<{ sent: HandIn[]; draft: HandIn | null }> {
  const rows = await db
    .selectFrom('handIns')
    .selectAll()
    .where('promiseId', '=', promiseId)
    .where((eb) => eb.or([eb('submittedAt', 'is not', null), eb('personId', '=', personId)]))
    .orderBy('number', 'desc')
    .execute()
  const all = rows.map(handInFrom)
  return { sent: all.filter((one) => one.submittedAt), draft: all.find((one) => !one.submittedAt) ?? null }
}

/** Sent hand-ins of a region's promises, for the timeline; circles are judged by the promise. */
export async function handInsOfPromises(db: Db, promiseIds: readonly string[]): Promise<HandIn[]> {
  if (promiseIds.length === 0) return []
  const rows = await db
    .selectFrom('handIns')
    .selectAll()
    .where('promiseId', 'in', [...promiseIds])
    .where('submittedAt', 'is not', null)
    .execute()
  return rows.map(handInFrom)
}

interface Writer {
  personId: string | null
  personName: string
}

/** This person's draft, made on its first use. */
export async function openDraft(db: Db, promiseId: string, by: Writer, now: Date): Promise<HandIn> {
  const { draft } = await handInsOf(db, promiseId, by.personId)
  if (draft) return draft
  const empty = { number: null, text: '', onBehalfOf: null, submittedAt: null, arrivedOn: null }
  const unanswered = { answer: null, answerText: null, answeredAt: null, answeredBy: null }
  const row = { id: newId(), promiseId, ...by, ...empty, ...unanswered, startedAt: now.toISOString() }
  await db.insertInto('handIns').values(row).execute()
  return handInFrom(row)
}

export async function markHandIn(db: Db, id: string, set: Partial<Omit<HandIn, 'id' | 'promiseId'>>): Promise<void> {
  await db.updateTable('handIns').set(set).where('id', '=', id).execute()
}

export async function nextNumber(db: Db, promiseId: string): Promise<number> {
  const row = await db
    .selectFrom('handIns')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('promiseId', '=', promiseId)
    .executeTakeFirst()
  return Number(row?.last ?? 0) + 1
}

export async function tieTools(db: Db, promiseId: string, toolIds: readonly string[]): Promise<void> {
  if (toolIds.length === 0) return
  const rows = toolIds.map((toolId) => ({ promiseId, toolId }))
  await db
    .insertInto('promiseTools')
    .values(rows)
    .onConflict((c) => c.doNothing())
    .execute()
}

export async function toolIdsOf(db: Db, promiseId: string): Promise<string[]> {
  const rows = await db.selectFrom('promiseTools').select('toolId').where('promiseId', '=', promiseId).execute()
  return rows.map((row) => row.toolId)
}
