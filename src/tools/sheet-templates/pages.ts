import { CIRCLE_READERS } from '../../access/circles.ts'
import type { SectionRun } from '../../papers/outline/outline.ts'
import { FIELD_KINDS, type Field } from '../../papers/templates/templates.ts'
import { paths } from '../../paths/paths.ts'
import type { FormState } from '../../platform/web/forms.ts'
import { type EditedSheet, formState, versionWords } from './sheet-templates.ts'

interface FieldRow {
  id: string
  key: string
  label: string
  kind: string
  needed: boolean
  href: string
}

export interface TemplatePage {
  heading: string
  state: string
  isEdited: boolean
  sections: {
    id: string
    key: string
    title: string
    lead: string
    href: string
    fields: FieldRow[]
    canRemove: boolean
  }[]
  retired: { key: string; label: string; kind: string }[]
  versions: { words: string; note: string }[]
  deedsTo: string
  saveTo: string
  sectionsTo: string
  releaseTo: string | null
  removeTo: string | null
  previewTo: string
  readers: { value: string; label: string }[]
  form: FormState
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'tools/sheet-templates/show': TemplatePage
    'tools/sheet-templates/preview': { heading: string; lead: string; runs: SectionRun[]; backTo: string }
  }
}

const fieldRow = (programmeId: string, sheet: string, { key, label, kind, needed }: Field): FieldRow => ({
  ...{ id: `field-${key}`, key, label, kind: FIELD_KINDS[kind], needed: needed ?? false },
  href: paths.sheetTemplateField(programmeId, sheet, key),
})

export function templatePage(programmeId: string, sheet: EditedSheet, form: FormState): TemplatePage {
  const { key, template, edited, released, versions } = sheet
  return {
    ...{ heading: template.title, state: formState(released, versions), isEdited: edited !== null, form },
    sections: template.sections.map((section) => ({
      ...{ id: `section-${section.key}`, key: section.key, title: section.title, lead: section.lead ?? '' },
      href: paths.sheetTemplateSection(programmeId, key, section.key),
      fields: section.fields.map((field) => fieldRow(programmeId, key, field)),
      canRemove: section.fields.length === 0,
    })),
    retired: sheet.retired.map((field) => ({ key: field.key, label: field.label, kind: FIELD_KINDS[field.kind] })),
    versions: [...versions].reverse().map((one) => ({ words: versionWords(one), note: one.note })),
    deedsTo: paths.sheetTemplateDeeds(programmeId, key),
    saveTo: paths.sheetTemplate(programmeId, key),
    sectionsTo: paths.sheetTemplateSections(programmeId, key),
    releaseTo: edited ? paths.sheetTemplateRelease(programmeId, key) : null,
    removeTo: edited ? paths.sheetTemplateRemoval(programmeId, key) : null,
    previewTo: paths.sheetTemplatePreview(programmeId, key),
    readers: (['region', 'town'] as const).map((value) => ({ value, label: CIRCLE_READERS[value] })),
  }
}
