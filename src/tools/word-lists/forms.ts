import { z } from 'zod'
import { text } from '../../platform/web/forms.ts'
import { wordsIn } from './word-lists.ts'

const MOST = 300
const LONGEST = 40

export const wordListForm = z.object({
  words: text(20_000)
    .transform(wordsIn)
    .refine((words) => words.length <= MOST, `言葉は${MOST}個までにしてください`)
    .refine(
      (words) => words.every((word) => [...word].length <= LONGEST),
      `一つの言葉は${LONGEST}字までにしてください（一行に一つ）`,
    ),
})
