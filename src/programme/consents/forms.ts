import { z } from 'zod'
import { needed, oneOf, text } from '../../platform/web/forms.ts'
import { dayField } from '../days/days.ts'
import { ANSWERS } from './consents.ts'

const answer = {
  answer: oneOf(ANSWERS.consent, '返事を一つ選んでください'),
  name: needed('お名前を書いてください', 100),
  section: text(200),
  note: text(2000),
}
const sayWhy = {
  path: ['note'],
  message: '理由や、相談したいことを一言書いてください',
}

/** The office's own answer, today. */
export const answerForm = z.object(answer).refine((a) => a.answer === 'agreed' || a.note !== '', sayWhy)

/** An answer that came by telephone or on paper, with its own date. */
export const recordForm = z
  .object({
    ...answer,
    organisationId: needed('だれの返事かを選んでください', 40),
    answeredOn: dayField('返事の日', '返事の日を入れてください').transform((day) => day ?? ''),
  })
  .refine((a) => a.answer === 'agreed' || a.note !== '', sayWhy)
