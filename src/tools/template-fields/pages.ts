import { runsOf, type SectionRun, sectionView } from '../../papers/outline/outline.ts'
import { sheetForm } from '../../papers/sheet-forms/sheet-forms.ts'
import type { Fault } from '../../papers/sheets/sheets.ts'
import { type Body, FIELD_KINDS, type Field, type Template } from '../../papers/templates/templates.ts'
import { paths } from '../../paths/paths.ts'
import { emptyForm, type FormState } from '../../platform/web/forms.ts'
import { settingsTemplate } from './template-fields.ts'

export interface TemplateFieldPage {
  heading: string
  kind: string
  runs: SectionRun[]
  errors: { href: string; message: string }[]
  saveTo: string
  backTo: string
  form: FormState
  spare: number
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'tools/template-fields/show': TemplateFieldPage
  }
}

interface FieldView {
  programmeId: string
  key: string
  field: Field
  sources: readonly Template[]
  body: Body
  faults: readonly Fault[]
  spare: number
}

export function templateFieldPage({
  programmeId,
  key,
  field,
  sources,
  body,
  faults,
  spare,
}: FieldView): TemplateFieldPage {
  const sheet = sheetForm(settingsTemplate(field, sources), body, { faults, spareRows: spare })
  return {
    heading: `「${field.label}」の欄`,
    kind: FIELD_KINDS[field.kind],
    runs: runsOf(sheet.sections.map((section) => ({ ...sectionView(section), staysOpen: true }))),
    errors: sheet.errors.map(({ href, message }) => ({ href, message })),
    saveTo: paths.sheetTemplateField(programmeId, key, field.key),
    backTo: `${paths.sheetTemplate(programmeId, key)}#field-${field.key}`,
    form: { ...emptyForm(), errors: Object.fromEntries(sheet.errors.map(({ name, message }) => [name, message])) },
    spare,
  }
}
