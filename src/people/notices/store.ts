import type { Db } from '../../platform/db/db.ts'
import { type Choice, USUAL } from './notices.ts'

interface NoticesSentTable {
  personId: string
  kind: string
  key: string
  letterId: string | null
  fromId: string
  untilId: string
  at: string
}

declare module '../../platform/db/db.ts' {
  interface Tables {
    noticeChoices: { personId: string; choice: string; changedAt: string }
    noticeMarks: { personId: string; untilId: string }
    noticesSent: NoticesSentTable
  }
}

export async function choiceOf(db: Db, personId: string): Promise<Choice> {
  const row = await db.selectFrom('noticeChoices').select('choice').where('personId', '=', personId).executeTakeFirst()
  return (row?.choice as Choice | undefined) ?? USUAL
}

export const setChoice = (db: Db, personId: string, choice: Choice, now: Date) => {
  const set = { choice, changedAt: now.toISOString() }
  return db
    .insertInto('noticeChoices')
    .values({ personId, ...set })
    .onConflict((at) => at.column('personId').doUpdateSet(set))
    .execute()
}

/** Until where a person has been told the news. */
export const setMark = (db: Db, personId: string, untilId: string) =>
  db
    .insertInto('noticeMarks')
    .values({ personId, untilId })
    .onConflict((at) => at.column('personId').doUpdateSet({ untilId }))
    .execute()

export async function latestHappeningId(db: Db): Promise<string> {
  const row = await db
    .selectFrom('happenings')
    .select((eb) => eb.fn.max('id').as('id'))
    .executeTakeFirst()
  return row?.id ?? ''
}

/** Somebody to be told: who holds a role today and has not left. */
export interface Told {
  id: string
  name: string
  email: string
  choice: Choice
  untilId: string | null
}

export async function peopleToTell(db: Db, on: string): Promise<Told[]> {
  const rows = await db
    .selectFrom('people as p')
    .leftJoin('noticeChoices as c', 'c.personId', 'p.id')
    .leftJoin('noticeMarks as m', 'm.personId', 'p.id')
    .select(['p.id', 'p.name', 'p.email', 'c.choice', 'm.untilId'])
    .where((eb) => eb.or([eb('p.leftOn', 'is', null), eb('p.leftOn', '>', on)]))
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('memberships')
          .select('memberships.id')
          .whereRef('memberships.personId', '=', 'p.id')
          .where('memberships.fromOn', '<=', on)
          .where((is) => is.or([is('memberships.toOn', 'is', null), is('memberships.toOn', '>=', on)])),
      ),
    )
    .orderBy('p.id')
    .execute()
  return rows.map((row) => ({ ...row, choice: (row.choice as Choice | null) ?? USUAL }))
}

export type SentKind = 'morning' | 'reminder' | 'news' | 'consent'

/** Keys already told, of one kind since that day: 'personId key'. */
export async function sentKeys(db: Db, kind: SentKind, since: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('noticesSent')
    .select(['personId', 'key'])
    .where('kind', '=', kind)
    .where('at', '>=', since)
    .execute()
  return new Set(rows.map((row) => `${row.personId} ${row.key}`))
}

export const addSent = (
  db: Db,
  sent: Pick<NoticesSentTable, 'personId' | 'key'> & { kind: SentKind } & Partial<NoticesSentTable>,
  now: Date,
) =>
  db
    .insertInto('noticesSent')
    .values({ letterId: null, fromId: '', untilId: '', ...sent, at: now.toISOString() })
    .onConflict((at) => at.columns(['personId', 'kind', 'key']).doNothing())
    .execute()

/** Letters of ours that still wait for their mail server, with what they were made of. */
export const waitingNotices = (db: Db) =>
  db
    .selectFrom('noticesSent as n')
    .innerJoin('letters as l', 'l.id', 'n.letterId')
    .select(['n.personId', 'n.letterId', 'n.kind', 'n.key', 'n.fromId', 'n.untilId', 'l.body'])
    .where('l.sentAt', 'is', null)
    .where('l.claimedAt', 'is', null)
    .where('l.failedAt', 'is', null)
    .where('l.cancelledAt', 'is', null)
    .execute()
