import { type Body, fieldsOf, hasRows, type Row, type Template } from '../templates/templates.ts'

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
  const rows = rowsByField(posted)
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

function rowsByField(posted: Posted): Map<string, Row[]> {
  const found = new Map<string, Map<string, Row>>()
  for (const [name, value] of Object.entries(posted)) {
    const [prefix, field, id, column, ...rest] = name.split('.')
    if (prefix !== 'f' || !field || !column || rest.length || !id || !/^[\w-]{1,40}$/.test(id) || column === 'id')
      continue
    const rows = found.get(field) ?? new Map<string, Row>()
    found.set(field, rows)
    if (!rows.has(id) && rows.size >= MAX_ROWS) continue
    const row: Row = rows.get(id) ?? { id }
    rows.set(id, Object.assign(row, { [column]: [value].flat().at(-1) ?? '' }))
  }
  return new Map([...found].map(([field, rows]) => [field, [...rows.values()]]))
}
