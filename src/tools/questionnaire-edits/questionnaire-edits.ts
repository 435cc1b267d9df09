import type { Question } from '../asked-questions/asked-questions.ts'
import type { Questionnaire } from '../questionnaires/questionnaires.ts'

/** What the form holds at first. */
export const valuesOf = (q: Questionnaire): Record<string, string> => ({
  ...{ title: q.title, purpose: q.purpose, lead: q.lead, thanks: q.thanks, contact: q.contact },
  ...{ isPaired: q.isPaired ? '1' : '', smallest: String(q.smallest) },
})

export const questionValues = (questions: readonly Question[]): Record<string, string> =>
  Object.fromEntries(
    questions.flatMap(({ key, kind, label, hint, unit, low, high, needed, options }) =>
      Object.entries({
        ...{ kind, label, hint, unit, low, high, needed: needed ? '1' : '' },
        options: options.map((option) => option.label).join('\n'),
      }).map(([part, value]) => [`q.${key}.${part}`, value]),
    ),
  )
