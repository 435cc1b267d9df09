import {
  type Body,
  type Field,
  fieldOf,
  fieldsOf,
  HIDDEN,
  hasRows,
  type Row,
  rowsIn,
  type Template,
} from '../templates/templates.ts'

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

/** Name of the buttons that move or remove a row where no script does it; their value says which: `issues/r1/up`. */
export const ROW_DEED = 'row'
export const rowDeed = (posted: Posted): string | undefined => [posted[ROW_DEED] ?? []].flat().at(-1)

/** The posted sheet after one of those buttons; a row without a neighbour stays where it is. */
export function afterRowDeed(body: Body, deed: string): Body {
  const [field = '', id, what] = deed.split('/')
  const rows = [...rowsIn(body, field)]
  const at = rows.findIndex((row) => row.id === id)
  if (at < 0) return body
  const [row] = rows.splice(at, 1) as [Row]
  if (what !== 'remove') rows.splice(Math.max(0, what === 'up' ? at - 1 : at + 1), 0, row)
  return { ...body, [field]: rows }
}
