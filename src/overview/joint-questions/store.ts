import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import type { JointAnswer, JointQuestion } from './joint-questions.ts'

interface JointQuestionsTable extends Omit<JointQuestion, 'answers' | 'isHidden'> {
  isHidden: number
}

declare module '../../platform/db/db.ts' {
  interface Tables {
    jointQuestions: JointQuestionsTable
    jointAnswers: JointAnswer
  }
}

/** With their answers, in the order they were asked: two queries. The caller asks who reads them. */
export async function jointQuestionsOf(db: Db, programmeId: string): Promise<JointQuestion[]> {
  const query = db.selectFrom('jointQuestions').selectAll().where('programmeId', '=', programmeId)
  const rows = await query.orderBy('id').execute()
  const answers = await db
    .selectFrom('jointAnswers as a')
    .innerJoin('jointQuestions as q', 'q.id', 'a.questionId')
    .selectAll('a')
    .where('q.programmeId', '=', programmeId)
    .orderBy('a.id')
    .execute()
  return rows.map((row) => ({
    ...row,
    isHidden: row.isHidden === 1,
    answers: answers.filter(({ questionId }) => questionId === row.id),
  }))
}

type NewQuestion = Omit<JointQuestion, 'id' | 'askedAt' | 'answers'>

export async function addJointQuestion(db: Db, { isHidden, ...given }: NewQuestion, now: Date): Promise<string> {
  const id = newId()
  const row = { ...given, id, isHidden: isHidden ? 1 : 0, askedAt: now.toISOString() }
  await db.insertInto('jointQuestions').values(row).execute()
  return id
}

export const addJointAnswer = (db: Db, given: Omit<JointAnswer, 'id' | 'answeredAt'>, now: Date) =>
  db
    .insertInto('jointAnswers')
    .values({ ...given, id: newId(), answeredAt: now.toISOString() })
    .execute()
