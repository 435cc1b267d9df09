import { z } from 'zod'
import { needed, text } from '../../platform/web/forms.ts'

export const revisionForm = z.object({
  reason: needed('直した理由を書いてください', 400),
  mail: text(1).transform((value) => value === '1'),
})
