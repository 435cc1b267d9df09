import { isRecord, valueAt } from '../../papers/documents/body.ts'
import { type Body, fieldOf, hasRows, type Template, textIn } from '../../papers/templates/templates.ts'
import type { Rule } from '../carry-rules/carry-rules.ts'

/** A kept link between two places: the copy never changes by itself. */
export interface Carry {
  id: string
  regionId: string
  fromDocumentId: string
  fromPath: string
  fromNumber: number
  /** The source's words when they were copied, or last looked at. */
  fromText: string
  /** The words as they went into the copy: they are what an update takes out again. */
  copiedText: string
  toDocumentId: string
  toPath: string
  personName: string
  takenAt: string
}

/** Whether a field that takes one text already has one; rows are taken once each, by the link. */
export const isTaken = (body: Body, rule: Rule, isList: boolean): boolean =>
  !isList && textIn(body, rule.toPath).trim() !== ''

export const isListAt = (template: Template | undefined, body: Body, path: string): boolean => {
  const field = template && fieldOf(template, path)
  return field ? hasRows(field) : ['causes', 'boxes', 'partners'].includes(path) || Array.isArray(body[path])
}

/** The words a place holds now; null when it is gone. */
export function textAt(body: Body, path: string): string | null {
  const value = valueAt(body, path)
  if (typeof value === 'string') return value
  const row = path.includes('/') ? valueAt(body, path.split('/').slice(0, 2).join('/')) : body
  return isRecord(row) ? '' : null
}
