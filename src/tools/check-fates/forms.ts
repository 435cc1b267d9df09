import { z } from 'zod'
import { oneOf, text } from '../../platform/web/forms.ts'
import { ANSWERS } from './check-fates.ts'

/** An answer to one question; only the first kind needs words. */
export const answerForm = z
  .object({
    question: text(400),
    answer: oneOf(ANSWERS, 'どうするかを選んでください'),
    reason: text(1_000),
  })
  .refine(({ answer, reason }) => answer !== 'kept_with_reason' || reason !== '', {
    path: ['reason'],
    message: '残す理由を一言書いてください。理由がなければ「このままにする」を選べます',
  })
