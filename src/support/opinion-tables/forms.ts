import { z } from 'zod'
import { text } from '../../platform/web/forms.ts'

/** Filters in the address; whatever is not known finds nothing. */
export const askedForm = z.object({
  meeting: text(40),
  region: text(40),
  status: text(20),
  mine: text(5).transform((value) => value === '1'),
})
