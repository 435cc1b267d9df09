import { z } from 'zod'
import { needed, oneOf, text } from '../../platform/web/forms.ts'
import { ANSWERS } from '../advice/advice.ts'

export const answerForm = z.object({
  answer: oneOf(ANSWERS, '返事を1つ選んでください'),
  reason: text(1000),
  changed: text(300),
})

export const effectForm = z.object({ changed: needed('変わったものを選んでください', 300) })
