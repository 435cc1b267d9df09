import {
  FIELD_KINDS,
  type Field,
  type FieldKind,
  fieldsOf,
  type Section,
  type Template,
} from '../../papers/templates/templates.ts'
import { newId } from '../../platform/db/ids.ts'
import { notFound } from '../../platform/web/problem.ts'

/** Edits of a sheet's form: each gives the whole form back. Keys are made once and never used for anything else. */
type Edit = (template: Template) => Template

const withSections = (template: Template, sections: readonly Section[]): Template => ({ ...template, sections })

const sectionAt = (template: Template, key: string): number => {
  const at = template.sections.findIndex((section) => section.key === key)
  if (at < 0) throw notFound()
  return at
}

const changedSection = (template: Template, key: string, change: (section: Section) => Section): Template => {
  sectionAt(template, key)
  return withSections(
    template,
    template.sections.map((section) => (section.key === key ? change(section) : section)),
  )
}

function swapped<T>(list: readonly T[], from: number, to: number): T[] {
  const next = [...list]
  if (to < 0 || to >= list.length) return next
  const [one] = next.splice(from, 1) as [T]
  next.splice(to, 0, one)
  return next
}

export const retitled =
  ({ title, lead, circle }: { title: string; lead: string; circle: 'region' | 'town' }): Edit =>
  (template) => {
    const { lead: _, ...rest } = template
    // The worksheet of the product's own sheets keeps its name: older files are still read.
    const sheetName = template.key.startsWith('own_') ? sheetNameOf(title) : template.sheetName
    return { ...rest, title, circle, sheetName, ...(lead && { lead }) }
  }

/** What Excel takes as the name of a worksheet. */
export const sheetNameOf = (title: string): string =>
  [...title.replace(/[[\]*?:/\\'!]/g, '')].slice(0, 31).join('').trim() || 'シート'

export const addSection =
  (title: string): Edit =>
  (template) =>
    withSections(template, [...template.sections, { key: `s_${newId()}`, title, fields: [] }])

export const changeSection =
  (key: string, { title, lead }: { title: string; lead: string }): Edit =>
  (template) =>
    changedSection(template, key, ({ lead: _, ...section }) => ({ ...section, title, ...(lead && { lead }) }))

export const moveSection =
  (key: string, way: 'up' | 'down'): Edit =>
  (template) => {
    const at = sectionAt(template, key)
    return withSections(template, swapped(template.sections, at, way === 'up' ? at - 1 : at + 1))
  }

/** Only an empty section goes; fields are moved or retired before. */
export const removeSection =
  (key: string): Edit =>
  (template) =>
    withSections(
      template,
      template.sections.filter((section) => section.key !== key || section.fields.length > 0),
    )

export const fieldIn = (template: Template, key: string): Field => {
  const field = fieldsOf(template).find((one) => one.key === key)
  if (!field) throw notFound()
  return field
}

const sectionOf = (template: Template, key: string): Section =>
  template.sections[template.sections.findIndex((s) => s.fields.some((f) => f.key === key))] as Section

/** Up from the top of a section goes to the end of the one before, and the other way round. */
export const moveField =
  (key: string, way: 'up' | 'down'): Edit =>
  (template) => {
    const field = fieldIn(template, key)
    const section = sectionOf(template, key)
    const at = section.fields.indexOf(field)
    const to = way === 'up' ? at - 1 : at + 1
    if (to >= 0 && to < section.fields.length)
      return changedSection(template, section.key, (s) => ({ ...s, fields: swapped(s.fields, at, to) }))
    const next = template.sections[template.sections.indexOf(section) + (way === 'up' ? -1 : 1)]
    if (!next) return template
    const left = changedSection(template, section.key, (s) => ({ ...s, fields: s.fields.filter((f) => f !== field) }))
    const fields = way === 'up' ? [...next.fields, field] : [field, ...next.fields]
    return changedSection(left, next.key, (s) => ({ ...s, fields }))
  }

/** Not asked any more; what was written stays in the papers, as 「前の様式の欄」. */
export const retireField =
  (key: string): Edit =>
  (template) => {
    const field = fieldIn(template, key)
    return changedSection(template, sectionOf(template, key).key, (s) => ({
      ...s,
      fields: s.fields.filter((f) => f !== field),
    }))
  }

/** Asked again: with the key and the kind it always had. */
export const restoreField =
  (field: Field): Edit =>
  (template) => {
    if (fieldsOf(template).some((one) => one.key === field.key)) return template
    const last = template.sections.at(-1)
    if (!last) throw notFound()
    return changedSection(template, last.key, (s) => ({ ...s, fields: [...s.fields, field] }))
  }

export const isKind = (kind: string): kind is FieldKind => Object.hasOwn(FIELD_KINDS, kind)

/** What a new field begins with, so that it can be drawn at once. */
const BEGIN: Partial<Record<FieldKind, Partial<Field>>> = {
  choice: { options: [{ key: 'o1', label: '選択肢1' }] },
  choices: { options: [{ key: 'o1', label: '選択肢1' }] },
  table: { columns: [{ key: 'text', kind: 'short', label: '内容' }] },
  matrix: { columns: [{ key: 'text', kind: 'short', label: '内容' }], rows: [{ key: 'r1', label: '1' }] },
}

export const addField =
  (section: string, { key, label, kind }: { key: string; label: string; kind: FieldKind }): Edit =>
  (template) =>
    changedSection(template, section, (s) => ({ ...s, fields: [...s.fields, { key, kind, label, ...BEGIN[kind] }] }))

export const replaceField =
  (field: Field): Edit =>
  (template) => {
    fieldIn(template, field.key)
    return changedSection(template, sectionOf(template, field.key).key, (s) => ({
      ...s,
      fields: s.fields.map((one) => (one.key === field.key ? field : one)),
    }))
  }

/** A sheet of the year's own: another one's form under a new key, or one first field. */
export function ownTemplate(title: string, from?: Template): Template {
  const key = `own_${newId()}`
  const first: Section = { key: 'first', title: '内容', fields: [{ key: 'text', kind: 'long', label: '書くこと' }] }
  const { sections, lead } = from ?? { sections: [first], lead: undefined }
  return { key, version: 0, title, sheetName: sheetNameOf(title), sections, ...(lead && { lead }) }
}
