import type { Circle } from '../../access/circles.ts'
import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import type { Consultation, ConsultationAnswer, WaitingQuestion } from './consultations.ts'

declare module '../../platform/db/db.ts' {
  interface Tables {
    consultations: Omit<Consultation, 'answers' | 'circle'> & { circle: string }
    consultationAnswers: Omit<ConsultationAnswer, 'isAdvice' | 'isReply'> & { isAdvice: number; isReply: number }
  }
}

/** Consultations of many regions in their reader's circles, newest first: two queries. */
export async function consultationsOfRegions(
  db: Db,
  regionIds: readonly string[],
  circles: readonly Circle[],
): Promise<Consultation[]> {
  if (regionIds.length === 0 || circles.length === 0) return []
  const rows = await db
    .selectFrom('consultations')
    .selectAll()
    .where('regionId', 'in', [...regionIds])
    .where('circle', 'in', [...circles])
    .orderBy('id', 'desc')
    .execute()
  const said = await db
    .selectFrom('consultationAnswers')
    .selectAll()
    .where('consultationId', 'in', [...rows.map((row) => row.id), ''])
    .orderBy('id')
    .execute()
  const answers = said.map((a) => ({ ...a, isAdvice: a.isAdvice === 1, isReply: a.isReply === 1 }))
  return rows.map((row) => ({
    ...row,
    circle: row.circle as Circle,
    answers: answers.filter((a) => a.consultationId === row.id),
  }))
}

/** Questions of these regions whose last word is from the side that asked: one query. */
export async function waitingQuestions(db: Db, regionIds: readonly string[]): Promise<WaitingQuestion[]> {
  const rows = await db
    .selectFrom('consultations as c')
    .select(['c.id', 'c.regionId', 'c.question', 'c.circle', 'c.askedAt'])
    .select((eb) =>
      eb
        .selectFrom('consultationAnswers as a')
        .select('a.isReply')
        .whereRef('a.consultationId', '=', 'c.id')
        .orderBy('a.id', 'desc')
        .limit(1)
        .as('isReply'),
    )
    .where('c.regionId', 'in', [...regionIds, ''])
    .orderBy('c.id')
    .execute()
  return rows.flatMap(({ isReply, ...q }) => (isReply === 0 ? [] : [{ ...q, circle: q.circle as Circle }]))
}

export const consultationsOf = (db: Db, regionId: string, circles: readonly Circle[]): Promise<Consultation[]> =>
  consultationsOfRegions(db, [regionId], circles)

export async function addConsultation(db: Db, given: Omit<Consultation, 'id' | 'answers' | 'askedAt'>, now: Date) {
  const id = newId()
  await db
    .insertInto('consultations')
    .values({ ...given, id, askedAt: now.toISOString() })
    .execute()
  return id
}

export const addAnswer = (
  db: Db,
  { isAdvice, isReply, ...given }: Omit<ConsultationAnswer, 'id' | 'at' | 'adviceId'>,
  now: Date,
) =>
  db
    .insertInto('consultationAnswers')
    .values({
      ...given,
      id: newId(),
      isAdvice: isAdvice ? 1 : 0,
      isReply: isReply ? 1 : 0,
      at: now.toISOString(),
      adviceId: null,
    })
    .execute()

/** Once only: of two who tap, one makes the advice. */
export async function markAdvice(db: Db, answerId: string, adviceId: string): Promise<boolean> {
  const open = db.updateTable('consultationAnswers').set({ adviceId }).where('id', '=', answerId)
  return Number((await open.where('adviceId', 'is', null).executeTakeFirst()).numUpdatedRows) === 1
}

export interface Reader {
  id: string
  name: string
  email: string
}

/** The advisors of a region and the secretariat of its year, today. */
export async function supportersOf(
  db: Db,
  region: { id: string; ownerId: string; programmeId: string },
  on: string,
): Promise<Reader[]> {
  return db
    .selectFrom('people as p')
    .innerJoin('memberships as m', 'm.personId', 'p.id')
    .select(['p.id', 'p.name', 'p.email'])
    .distinct()
    .where('p.leftOn', 'is', null)
    .where('m.fromOn', '<=', on)
    .where((eb) => eb.or([eb('m.toOn', 'is', null), eb('m.toOn', '>=', on)]))
    .where((eb) =>
      eb.or([
        eb.and([eb('m.role', '=', 'advisor'), eb('m.regionId', '=', region.id)]),
        eb.and([
          eb('m.role', '=', 'secretariat'),
          eb('m.organisationId', '=', region.ownerId),
          eb.or([eb('m.programmeId', 'is', null), eb('m.programmeId', '=', region.programmeId)]),
        ]),
      ]),
    )
    .orderBy('p.id')
    .execute()
}
