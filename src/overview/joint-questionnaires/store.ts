import type { Db } from '../../platform/db/db.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import { answersOf } from '../../tools/questionnaire-answers/store.ts'
import type { QuestionnaireLink } from '../../tools/questionnaire-links/questionnaire-links.ts'
import { linksOf } from '../../tools/questionnaire-links/store.ts'
import { type Results, resultsOf } from '../../tools/questionnaire-results/questionnaire-results.ts'
import { type FreeText, textsIn } from '../../tools/questionnaire-texts/questionnaire-texts.ts'
import { looksOf } from '../../tools/questionnaire-texts/store.ts'
import type { Questionnaire } from '../../tools/questionnaires/questionnaires.ts'
import { questionnaireOfYear } from '../../tools/questionnaires/store.ts'

export interface YearQuestionnaire {
  q: Questionnaire
  links: QuestionnaireLink[]
  texts: FreeText[]
  results: Results
  answers: number
}

/** The year's questionnaire with all that came back: four queries. */
export async function yearQuestionnaire(db: Db, { id }: Pick<Programme, 'id'>): Promise<YearQuestionnaire | null> {
  const q = await questionnaireOfYear(db, id)
  if (!q) return null
  const answers = await answersOf(db, q.id)
  const texts = textsIn(q, answers, await looksOf(db, q.id))
  const results = resultsOf(q, { answers, texts })
  return { q, links: await linksOf(db, [q.id]), texts, results, answers: answers.length }
}
