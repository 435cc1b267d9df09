import { z } from 'zod'
import { oneOf, text } from '../../platform/web/forms.ts'

export const ANSWERS = { agree: 'このまま見せてよい', return: '差し戻す' } as const

export const answerForm = z
  .object({ answer: oneOf(ANSWERS, 'ボタンをもう一度押してください'), reason: text(400) })
  .refine(({ answer, reason }) => answer === 'agree' || reason !== '', {
    path: ['reason'],
    message: '差し戻すときは、理由を書いてください',
  })
