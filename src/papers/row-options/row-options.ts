import { type Body, type Field, type Option, rowsIn, type Template } from '../templates/templates.ts'

const SHOWN = 30
const short = (text: string): string => {
  const line = [...text.replace(/\s+/g, ' ')]
  return line.length > SHOWN ? `${line.slice(0, SHOWN).join('')}…` : line.join('')
}

/** The rows somebody wrote, as something to choose from: 「2 知らせが遅い」. */
const rowsAs = (body: Body, { field, column }: { field: string; column: string }): Option[] =>
  rowsIn(body, field).map((row, i) => ({ key: row.id, label: `${i + 1} ${short(row[column] ?? '')}`.trim() }))

/** The template with its `optionsFrom` filled in: from this body, or from the region's sheet of that kind. */
export function withRowOptions(template: Template, body: Body, others: Readonly<Record<string, Body>> = {}): Template {
  const fields = template.sections.flatMap((section) => section.fields)
  if (!fields.some(asksRows)) return template
  const filled = (field: Field): Field => {
    if (!asksRows(field)) return field
    const { optionsFrom: from, columns } = field
    const options = from ? rowsAs(from.kind === undefined ? body : (others[from.kind] ?? {}), from) : field.options
    return { ...field, ...(options && { options }), ...(columns && { columns: columns.map(filled) }) }
  }
  return {
    ...template,
    sections: template.sections.map((section) => ({ ...section, fields: section.fields.map(filled) })),
  }
}

const asksRows = (field: Field): boolean =>
  field.optionsFrom !== undefined || (field.columns ?? []).some((column) => column.optionsFrom !== undefined)

/** The other sheets a template must be shown beside: 「課題」 for まとめ. */
export const kindsAsked = (template: Template): string[] => {
  const columns = template.sections.flatMap((s) => s.fields.flatMap((f) => [f, ...(f.columns ?? [])]))
  return [...new Set(columns.flatMap(({ optionsFrom }) => optionsFrom?.kind ?? []))]
}
