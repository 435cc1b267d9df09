import { tidyBody } from '../../papers/sheets/body.ts'
import { faultsOf } from '../../papers/sheets/checks.ts'
import { bodyFromForm } from '../../papers/sheets/forms.ts'
import type { Fault } from '../../papers/sheets/sheets.ts'
import { type Body, isEmpty, textIn } from '../../papers/templates/templates.ts'
import type { Body as Posted } from '../../platform/web/forms.ts'
import { type Answerer, isAnswerer } from '../professions/professions.ts'
import { PROFESSION_KEY, type Questionnaire, sheetOf } from '../questionnaires/questionnaires.ts'

export interface ReadAnswers {
  body: Body
  faults: Fault[]
  profession: Answerer | null
  values: Body
}

/** What was posted, tidied: faults in the order of the sheet. */
export function readAnswers(q: Questionnaire, posted: Posted): ReadAnswers {
  const sheet = sheetOf(q)
  const body = tidyBody(sheet, bodyFromForm(sheet, posted))
  const faults = faultsOf(sheet, body, { toSend: true })
  const key = textIn(body, PROFESSION_KEY)
  const values = Object.fromEntries(
    Object.entries(body).filter(([name, value]) => name !== PROFESSION_KEY && !isEmpty(value)),
  )
  if (faults.length === 0 && Object.keys(values).length === 0) {
    const [, first] = sheet.sections.flatMap((section) => section.fields)
    if (first) faults.push({ path: first.key, message: 'どれか1つは答えてください' })
  }
  return { body, faults, profession: isAnswerer(key) ? key : null, values }
}
