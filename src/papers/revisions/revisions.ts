import type { Crumb } from '../../platform/web/reply.ts'
import { isRecord, partsOf } from '../documents/body.ts'
import type { Document, PaperWords } from '../documents/documents.ts'
import { printedField, shownText } from '../sheets/paper.ts'
import { type Body, type Field, fieldOf, hasRows, optionsOf, rowsIn, type Template } from '../templates/templates.ts'

/** A revision that has a name: 「支援1の時点」. */
export interface Milestone {
  number: number
  label: string
  createdAt: string
}

/** What the owner of a document tells about it. */
export interface AboutRevisions {
  document: Document | undefined
  words: PaperWords
  crumbs: Crumb[]
  backTo: string
  list: string
  compare(from: number, to: number): string
  undo: ((number: number) => string) | null
  /** Puts an old revision back as a new one. */
  restore?: ((number: number) => string) | null
  /** Gives the present revision a name. */
  nameTo?: string | null
}

/** A sheet speaks as its template does. */
export const templateWords = (template: Template): PaperWords => ({
  title: template.title,
  place: (path, body) => placeWords(template, path, body),
  shown: (path, value) => shownAt(template, path, value),
  isPicked: (path) => isPicked(template, path),
})

/** What people call the place a path names: 「応募理由」, 「課題の一覧 2行目 重要度」, 「連携状況 医師会・在宅医」. */
export function placeWords(template: Template, path: string, body: Body): string {
  const [key = '', rowId, column] = partsOf(path)
  const field = fieldOf(template, key)
  if (!field) return '前の様式の欄'
  if (path.startsWith('order:')) return `${field.label}の並び順`
  if (rowId === undefined) return field.label
  const named = field.columns?.find((c) => c.key === column)?.label
  return [field.label, rowWords(field, rowId, body), named].filter(Boolean).join(' ')
}

function rowWords(field: Field, id: string, body: Body): string {
  const fixed = field.rows?.find((row) => row.key === id)
  if (fixed) return fixed.label
  const at = rowsIn(body, field.key).findIndex((row) => row.id === id)
  return at < 0 ? '消した行' : `${at + 1}行目`
}

/** What stands at a place, as people write it; rows and lists as lines. */
export function shownAt(template: Template, path: string, value: unknown): string {
  const [key = '', rowId, column] = partsOf(path)
  const field = fieldOf(template, key)
  if (!field || value === null || value === undefined) return ''
  if (path.startsWith('order:')) return ''
  if (column !== undefined) return shownText(field.columns?.find((c) => c.key === column) ?? field, String(value))
  if (rowId !== undefined) return isRecord(value) ? rowLine(field, value) : ''
  return hasRows(field) ? rowLines(field, value) : printedField(field, { [key]: value as Body[string] }).text
}

const rowLines = (field: Field, value: unknown): string =>
  (Array.isArray(value) ? value : [])
    .filter(isRecord)
    .map((row) => [field.rows?.find((r) => r.key === row.id)?.label, rowLine(field, row)].filter(Boolean).join('：'))
    .join('\n')

const rowLine = (field: Field, row: Record<string, unknown>): string =>
  (field.columns ?? [])
    .map((column) => shownText(column, String(row[column.key] ?? '')))
    .filter((text) => text !== '')
    .join('／')

/** A place where one of a few keys stands: chosen again by picking, not by writing. */
export const isPicked = (template: Template, path: string): boolean => {
  const [key = '', rowId, column] = partsOf(path)
  const field = fieldOf(template, key)
  const at = column === undefined ? field : field?.columns?.find((c) => c.key === column)
  return (
    path.startsWith('order:') ||
    !at ||
    optionsOf(at).length > 0 ||
    (rowId === undefined ? hasRows(at) : column === undefined)
  )
}
