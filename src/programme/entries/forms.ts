import { z } from 'zod'
import { tidyBody, withHidden } from '../../papers/sheets/body.ts'
import { bodyFromForm } from '../../papers/sheets/forms.ts'
import type { Body, Template } from '../../papers/templates/templates.ts'
import { type Body as Posted, text } from '../../platform/web/forms.ts'

const number = z.preprocess((value) => (/^\d{1,9}$/.test(String(value)) ? Number(value) : 0), z.number().int())

/** What the sheet's form carries besides the sheet. */
export const carriedSchema = z.object({
  /** The revision the person began from. */
  base: number,
  /** The browser tab; without script there is one. */
  tab: z.preprocess((v) => (typeof v === 'string' && /^[\w-]{1,64}$/.test(v) ? v : 'page'), z.string()),
  /** The draft the form was opened with. */
  from: text(100),
  /** The revision whose words stood beside the person's own on the page of two texts. */
  against: number,
  /** Empty rows at the end of each table, for a browser without script. */
  spare: number,
})
export type Carried = z.output<typeof carriedSchema>

/** What the sheet does not show of a row is not in the form: it comes from what stands now. */
export const fieldsFrom = (template: Template, posted: Posted, now: Body = {}): Body =>
  withHidden(template, now, tidyBody(template, bodyFromForm(template, posted)))
