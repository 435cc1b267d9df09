import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import type { Faq } from './faqs.ts'

declare module '../../platform/db/db.ts' {
  interface Tables {
    faqs: Faq
  }
}

export const faqsOf = (db: Db, programmeId: string): Promise<Faq[]> =>
  db
    .selectFrom('faqs')
    .selectAll()
    .where('programmeId', '=', programmeId)
    .where('retiredAt', 'is', null)
    .orderBy('id')
    .execute()

/** The one made of this consultation that still stands. */
export const faqOfConsultation = (db: Db, consultationId: string) =>
  db
    .selectFrom('faqs')
    .select('id')
    .where('consultationId', '=', consultationId)
    .where('retiredAt', 'is', null)
    .executeTakeFirst()

/** Null when this consultation has one already. */
export async function addFaq(
  db: Db,
  given: Pick<Faq, 'programmeId' | 'question' | 'answer' | 'consultationId' | 'madeBy'>,
  now: Date,
): Promise<string | null> {
  if (given.consultationId && (await faqOfConsultation(db, given.consultationId))) return null
  const id = newId()
  const fresh = { changedAt: null, changedBy: null, retiredAt: null, retiredBy: null }
  await db
    .insertInto('faqs')
    .values({ ...given, ...fresh, id, madeAt: now.toISOString() })
    .execute()
  return id
}

export const setFaq = (db: Db, id: string, set: Partial<Faq>) =>
  db.updateTable('faqs').set(set).where('id', '=', id).execute()
