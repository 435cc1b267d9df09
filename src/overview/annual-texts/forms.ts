import { z } from 'zod'
import { text } from '../../platform/web/forms.ts'
import { textKeys } from './annual-texts.ts'

const LONGEST = 8_000

/** All four texts at once; gaps are welcome. `base` is the revision that was on the page. */
export const textsForm = z.object({
  base: z.coerce.number().int().min(0).catch(0),
  ...Object.fromEntries(textKeys.map((key) => [key, text(LONGEST)])),
})
