import { z } from 'zod'
import { text } from '../../platform/web/forms.ts'
import {
  type Body,
  type Field,
  fieldOf,
  fieldsOf,
  HIDDEN,
  hasRows,
  type Row,
  type Template,
} from '../templates/templates.ts'
import { tidyBody, withHidden } from './body.ts'

type Posted = Record<string, string | string[]>

/** `members/r1/name` → `f.members.r1.name`, the name of its control. */
export const nameOf = (path: string): string => `f.${path.replaceAll('/', '.')}`
export const idOf = (path: string): string => `f-${path.replaceAll('/', '-')}`
/** Stands in the form beside every field that posts nothing when empty. */
export const markerOf = (key: string): string => `has.${key}`
export const MAX_ROWS = 200

/** The posted sheet; a field that was not in the form (a part of the page, an older page) is absent, never empty. */
export function bodyFromForm(template: Template, posted: Posted): Body {
  const body: Body = {}
  const rows = rowsByField(template, posted)
  for (const field of fieldsOf(template)) {
    const given = posted[nameOf(field.key)]
    const asked = posted[markerOf(field.key)] !== undefined
    if (hasRows(field)) {
      if (asked || rows.has(field.key)) body[field.key] = rows.get(field.key) ?? []
    } else if (field.kind === 'choices') {
      if (asked || given !== undefined) body[field.key] = given === undefined ? [] : [given].flat()
    } else if (asked || given !== undefined) body[field.key] = [given ?? ''].flat().at(-1) ?? ''
  }
  return body
}

function rowsByField(template: Template, posted: Posted): Map<string, Row[]> {
  const found = new Map<string, Map<string, Row>>()
  for (const [name, value] of Object.entries(posted)) {
    const [prefix, field, id, column, ...rest] = name.split('.')
    if (
      prefix !== 'f' ||
      !field ||
      !column ||
      rest.length ||
      !id ||
      !/^[\w-]{1,40}$/.test(id) ||
      ['id', HIDDEN].includes(column)
    )
      continue
    const rows = found.get(field) ?? new Map<string, Row>()
    found.set(field, rows)
    if (!rows.has(id) && rows.size >= MAX_ROWS) continue
    const row: Row = rows.get(id) ?? { id }
    rows.set(id, Object.assign(row, { [column]: cellFrom(fieldOf(template, field), column, [value].flat()) }))
  }
  return new Map([...found].map(([field, rows]) => [field, [...rows.values()]]))
}

const cellFrom = (field: Field | undefined, column: string, values: readonly string[]): string =>
  field?.columns?.find((c) => c.key === column)?.kind === 'choices' ? values.join(',') : (values.at(-1) ?? '')

const number = z.preprocess((value) => (/^\d{1,9}$/.test(String(value)) ? Number(value) : 0), z.number().int())

/** What a sheet's form carries besides the sheet. */
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
