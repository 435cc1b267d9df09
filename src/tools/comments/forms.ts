import { z } from 'zod'

export const commentForm = z.object({
  text: z.string().trim().min(1, 'コメントを書いてください').max(4_000, '4,000字以内にしてください'),
  path: z.string().max(300).default(''),
})
