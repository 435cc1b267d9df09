import { z } from 'zod'
import { text } from '../../platform/web/forms.ts'

export const lineForm = z.object({
  text: text(4000),
  version: text(10).transform(Number),
  reason: text(400),
  /** Where the writer came from: meeting mode is gone back to. */
  from: text(10),
  remove: text(1).transform((value) => value === '1'),
})
