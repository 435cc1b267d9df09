import { z } from 'zod'
import { insidePath } from '../../people/doors/doors.ts'
import { needed, oneOf, text } from '../../platform/web/forms.ts'
import { answerFaults, LANDINGS, OPINION_STATES } from '../wg-opinions/wg-opinions.ts'

const NOWHERE = { '': '', ...LANDINGS } as const

/** An address of ours, or a safe one elsewhere. */
const address = text(500).refine(
  (value) => value === '' || /^https:\/\/[^\s<>"']+$/.test(value) || (value !== '/' && insidePath(value) === value),
  'この伴走ノートの中の場所（/ から始まる）か、https:// から始まるリンクを書いてください',
)

export const answerForm = z
  .object({
    status: oneOf(OPINION_STATES, '状態を選んでください'),
    topic: text(100),
    summary: text(2000),
    response: text(4000),
    landing: z.preprocess((value) => value ?? '', oneOf(NOWHERE, '生かしたところを選び直してください')),
    landingWords: text(400),
    landingHref: address,
  })
  .superRefine((given, context) => {
    for (const [field, message] of Object.entries(answerFaults(given)))
      context.addIssue({ code: 'custom', path: [field], message })
  })
export type AnswerInput = z.output<typeof answerForm>

export const passingForm = z.object({ passed: needed('地域に伝える言葉を書いてください', 2000) })
