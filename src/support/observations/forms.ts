import { z } from 'zod'
import { oneOf, text } from '../../platform/web/forms.ts'
import { isEmpty, READERS } from './observations.ts'

export const observationForm = z
  .object({
    learned: text(4000),
    usable: text(4000),
    prefectureCan: text(4000),
    readers: oneOf(READERS, 'だれが読むかを選んでください'),
  })
  .refine((given) => !isEmpty(given), { path: ['learned'], message: 'どれか1つは書いてください' })
