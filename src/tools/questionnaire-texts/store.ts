import type { Db } from '../../platform/db/db.ts'
import type { Look } from './questionnaire-texts.ts'

declare module '../../platform/db/db.ts' {
  interface Tables {
    questionnaireLooks: Omit<Look, 'verdict'> & { verdict: string }
  }
}

export async function looksOf(db: Db, questionnaireId: string): Promise<Look[]> {
  const query = db
    .selectFrom('questionnaireLooks')
    .innerJoin('questionnaireAnswers', 'questionnaireAnswers.id', 'questionnaireLooks.answerId')
    .selectAll('questionnaireLooks')
    .where('questionnaireAnswers.questionnaireId', '=', questionnaireId)
  return (await query.execute()) as Look[]
}

export const putLook = (db: Db, look: Look) =>
  db
    .insertInto('questionnaireLooks')
    .values(look)
    .onConflict((c) => c.columns(['answerId', 'questionKey']).doUpdateSet(look))
    .execute()
