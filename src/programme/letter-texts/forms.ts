import { z } from 'zod'
import { needed } from '../../platform/web/forms.ts'
import { PLACEHOLDERS, unknownWordsIn } from './letter-texts.ts'

const known = (value: string) => unknownWordsIn(value).length === 0
const message = `使える言葉は ${Object.keys(PLACEHOLDERS)
  .map((word) => `{${word}}`)
  .join('')} です`

export const letterTextForm = z.object({
  subject: needed('件名を書いてください', 200).refine(known, message),
  body: needed('本文を書いてください', 4000).refine(known, message),
})
