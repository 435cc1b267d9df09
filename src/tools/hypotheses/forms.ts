import { z } from 'zod'
import { needed, text } from '../../platform/web/forms.ts'

export const wordsForm = z.object({
  text: needed('仮説を書いてください（例：退院の日を、家の人もケアマネジャーも知らない）', 10_000),
  parent: text(60),
  issue: text(60),
})
