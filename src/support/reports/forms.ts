import { z } from 'zod'
import { tidyBody } from '../../papers/sheets/body.ts'
import { bodyFromForm } from '../../papers/sheets/forms.ts'
import type { Body } from '../../papers/templates/templates.ts'
import { threeLinesTemplate } from '../../papers/templates/three-lines.ts'
import { type Body as Posted, text } from '../../platform/web/forms.ts'
import { dayField } from '../../programme/days/days.ts'

const number = z.preprocess((value) => (/^\d{1,9}$/.test(String(value)) ? Number(value) : 0), z.number().int())

/** What the page carries besides the words. */
export const carriedForm = z.object({
  base: number,
  tab: z.preprocess((v) => (typeof v === 'string' && /^[\w-]{1,64}$/.test(v) ? v : 'page'), z.string()),
  from: text(100),
  against: number,
})
export type Carried = z.output<typeof carriedForm>

export const linesFrom = (posted: Posted): Body =>
  tidyBody(threeLinesTemplate, bodyFromForm(threeLinesTemplate, posted))

/** On behalf of a town: the day its words came. Named like the sheet's fields, so that it stays through a clash. */
export const saidOnForm = (today: string) =>
  z.object({
    'f.saidOn': dayField('もとの日付', '町がそう言った日、または届いた日を入れてください').refine(
      (day) => day === null || day <= today,
      'もとの日付は、きょうまでの日を入れてください',
    ),
  })
