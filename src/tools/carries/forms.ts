import { z } from 'zod'

const list = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((v) => [v].flat())

/** Which of the offered texts shall be copied. */
export const takeForm = z.object({ take: list })

export const answerForm = z.object({
  answer: z.enum(['update', 'keep'], '「新しい文にする」か「このままにする」を選んでください'),
})
