import { z } from 'zod'
import { text } from '../../platform/web/forms.ts'

export const lineForm = z.object({
  text: text(4000),
  version: text(10).transform(Number),
  remove: text(1).transform((value) => value === '1'),
})
