import type { Db } from '../../platform/db/db.ts'
import type { Round } from '../questionnaires/questionnaires.ts'
import type { QuestionnaireLink } from './questionnaire-links.ts'

declare module '../../platform/db/db.ts' {
  interface Tables {
    questionnaireLinks: Omit<QuestionnaireLink, 'round'> & { round: string }
  }
}

/** Oldest first. */
export async function linksOf(db: Db, questionnaireIds: readonly string[]): Promise<QuestionnaireLink[]> {
  if (questionnaireIds.length === 0) return []
  const query = db
    .selectFrom('questionnaireLinks')
    .selectAll()
    .where('questionnaireId', 'in', [...questionnaireIds])
  return (await query.orderBy('id').execute()) as QuestionnaireLink[]
}

export async function linkByToken(db: Db, token: string): Promise<QuestionnaireLink | null> {
  const query = db.selectFrom('questionnaireLinks').selectAll().where('token', '=', token)
  return ((await query.executeTakeFirst()) as QuestionnaireLink | undefined) ?? null
}

export const addLink = (db: Db, link: QuestionnaireLink & { round: Round }) =>
  db.insertInto('questionnaireLinks').values(link).execute()

type Change = Partial<Pick<QuestionnaireLink, 'closesOn' | 'mostAnswers' | 'revokedAt' | 'revokedBy'>>

export const changeLink = (db: Db, id: string, set: Change) =>
  db.updateTable('questionnaireLinks').set(set).where('id', '=', id).execute()
