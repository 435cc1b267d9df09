import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import type { Db, Tables } from '../../platform/db/db.ts'
import { type Letter, letterFrom, markLetter } from '../../platform/mail/outbox.ts'
import { type LetterState, uncertainBefore } from './letters.ts'

type Eb = ExpressionBuilder<Tables, 'letters'>

/** The same as `letterStateOf`, as a condition. */
function inState(eb: Eb, state: LetterState, now: Date): Expression<SqlBool> {
  if (state === 'sent') return eb('sentAt', 'is not', null)
  const open = eb('sentAt', 'is', null)
  if (state === 'cancelled') return eb.and([open, eb('cancelledAt', 'is not', null)])
  if (state === 'failed') return eb.and([open, eb('cancelledAt', 'is', null), eb('failedAt', 'is not', null)])
  const before = uncertainBefore(now)
  const alive = eb.and([open, eb('cancelledAt', 'is', null), eb('failedAt', 'is', null)])
  if (state === 'uncertain') return eb.and([alive, eb('claimedAt', '<', before)])
  return eb.and([alive, eb.or([eb('claimedAt', 'is', null), eb('claimedAt', '>=', before)])])
}

export type LetterLine = Omit<Letter, 'body' | 'attachments'>

const LINE = [
  'id',
  'messageId',
  'toAddress',
  'toName',
  'subject',
  'programmeId',
  'regionId',
  'personId',
  'kind',
  'createdAt',
  'dueAt',
  'claimedAt',
  'sentAt',
  'failedAt',
  'tries',
  'lastError',
  'cancelledAt',
] as const

export interface LetterSearch {
  state: LetterState | null
  now: Date
  limit: number
  offset: number
}

/** Newest first; without the bodies, which hold keys. */
export async function lettersOf(db: Db, search: LetterSearch): Promise<{ rows: LetterLine[]; count: number }> {
  const { state, now } = search
  const found = () =>
    db.selectFrom('letters').$if(state !== null, (q) => q.where((eb) => inState(eb, state ?? 'sent', now)))
  const { n } = await found()
    .select((eb) => eb.fn.countAll().as('n'))
    .executeTakeFirstOrThrow()
  const rows = await found()
    .select(LINE)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(search.limit)
    .offset(search.offset)
    .execute()
  return { rows, count: Number(n) }
}

/** How many stand in a state, for the tabs. */
export async function countLetters(db: Db, state: LetterState, now: Date): Promise<number> {
  const row = await db
    .selectFrom('letters')
    .select((eb) => eb.fn.countAll().as('n'))
    .where((eb) => inState(eb, state, now))
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

export async function letterOf(db: Db, id: string): Promise<Letter | null> {
  const row = await db.selectFrom('letters').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? letterFrom(row) : null
}

/** Back into the queue, with all its tries before it. */
export const queueAgain = (db: Db, id: string, now: Date) =>
  markLetter(db, id, { claimedAt: null, failedAt: null, tries: 0, lastError: null, dueAt: now.toISOString() })
