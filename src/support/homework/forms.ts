import { z } from 'zod'
import { oneOf, text } from '../../platform/web/forms.ts'
import { dayField } from '../../programme/days/days.ts'
import { HAND_IN_ANSWERS } from './homework.ts'

export const handInForm = (today: string) =>
  z.object({
    text: text(20_000),
    drop: text(40),
    draft: text(1),
    arrivedOn: dayField('届いた日').refine(
      (day) => day === null || day <= today,
      '届いた日は、きょうまでの日を入れてください',
    ),
  })

export const answerForm = z
  .object({
    answer: oneOf(HAND_IN_ANSWERS, '返事を1つ選んでください'),
    answerText: text(10_000),
  })
  .refine((given) => given.answer !== 'returned' || given.answerText !== '', {
    path: ['answerText'],
    message: 'どこを、どう直すとよいかを書いてください',
  })
