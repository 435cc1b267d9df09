import { z } from 'zod'
import { needed } from '../../platform/web/forms.ts'

export const faqForm = z.object({
  question: needed('質問を書いてください', 4000),
  answer: needed('答えを書いてください', 8000),
})
