import { scan } from '../../papers/privacy/privacy.ts'
import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import { type Agreement, type Gate, gateFrom, hashOf } from './agreements.ts'

interface PrivacyAgreementsTable extends Omit<Agreement, 'writers'> {
  writersJson: string
}

declare module '../../platform/db/db.ts' {
  interface Tables {
    privacyAgreements: PrivacyAgreementsTable
  }
}

const agreementFrom = ({ writersJson, ...row }: PrivacyAgreementsTable): Agreement => ({
  ...row,
  writers: JSON.parse(writersJson),
})

export interface Asked {
  subject: string
  text: string
}

/** Whether these wordings may be shown, by subject: one query. */
export async function gatesOf(db: Db, regionId: string, asked: readonly Asked[]): Promise<Map<string, Gate>> {
  const found = new Map(asked.map((one) => [one.subject, scan(one.text)]))
  const marked = asked.filter((one) => found.get(one.subject)?.length)
  const rows = marked.length > 0 ? await latestOf(db, regionId, marked) : []
  const latest = new Map(rows.map((row) => [`${row.subject} ${row.textHash}`, agreementFrom(row)]))
  return new Map(
    asked.map(({ subject, text }) => [
      subject,
      gateFrom(found.get(subject) ?? [], latest.get(`${subject} ${hashOf(text)}`) ?? null),
    ]),
  )
}

/** Oldest first, so that the newest word on a wording stands. */
const latestOf = (db: Db, regionId: string, asked: readonly Asked[]) =>
  db
    .selectFrom('privacyAgreements')
    .selectAll()
    .where('regionId', '=', regionId)
    .where(
      'subject',
      'in',
      asked.map((one) => one.subject),
    )
    .orderBy('id')
    .execute()

export async function gateOf(db: Db, { regionId, ...asked }: Asked & { regionId: string }): Promise<Gate> {
  return (await gatesOf(db, regionId, [asked])).get(asked.subject) as Gate
}

export async function agreementOf(db: Db, regionId: string, id: string): Promise<Agreement | null> {
  const row = await db
    .selectFrom('privacyAgreements')
    .selectAll()
    .where('regionId', '=', regionId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? agreementFrom(row) : null
}

/** What waits for a second person in these regions, oldest first. */
export async function waitingAgreements(db: Db, regionIds: readonly string[]): Promise<Agreement[]> {
  if (regionIds.length === 0) return []
  const rows = await db
    .selectFrom('privacyAgreements')
    .selectAll()
    .where('regionId', 'in', [...regionIds])
    .where('agreedAt', 'is', null)
    .where('returnedAt', 'is', null)
    .where('supersededAt', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(agreementFrom)
}

export type NewAgreement = Pick<Agreement, 'regionId' | 'subject' | 'title' | 'href' | 'text' | 'writers' | 'note'> &
  Pick<Agreement, 'askedById' | 'askedBy'>

/** Whatever was asked about the same subject before waits no longer. */
export async function addAgreement(db: Db, { writers, ...given }: NewAgreement, now: Date): Promise<string> {
  const at = now.toISOString()
  await db
    .updateTable('privacyAgreements')
    .set({ supersededAt: at })
    .where('regionId', '=', given.regionId)
    .where('subject', '=', given.subject)
    .where('agreedAt', 'is', null)
    .where('returnedAt', 'is', null)
    .where('supersededAt', 'is', null)
    .execute()
  const id = newId()
  const agreed = { agreedById: null, agreedBy: null, agreedAt: null, supersededAt: null }
  const returned = { returnedById: null, returnedBy: null, returnedAt: null, returnReason: null }
  const row = { ...given, textHash: hashOf(given.text), writersJson: JSON.stringify(writers), askedAt: at }
  await db
    .insertInto('privacyAgreements')
    .values({ id, ...row, ...agreed, ...returned })
    .execute()
  return id
}

/** False when somebody answered first, or it was asked again. */
export async function answerAgreement(db: Db, id: string, set: Partial<PrivacyAgreementsTable>): Promise<boolean> {
  const done = await db
    .updateTable('privacyAgreements')
    .set(set)
    .where('id', '=', id)
    .where('agreedAt', 'is', null)
    .where('returnedAt', 'is', null)
    .where('supersededAt', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}
