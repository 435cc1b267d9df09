import { FIELD_KINDS } from '../../papers/templates/templates.ts'
import { paths } from '../../paths/paths.ts'
import type { FormState } from '../../platform/web/forms.ts'

export interface TemplateSectionPage {
  heading: string
  kinds: { value: string; label: string }[]
  saveTo: string
  fieldsTo: string
  backTo: string
  form: FormState
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'tools/template-sections/show': TemplateSectionPage
  }
}

export const templateSectionPage = (
  at: { programmeId: string; key: string; section: string },
  { heading, form }: Pick<TemplateSectionPage, 'heading' | 'form'>,
): TemplateSectionPage => ({
  ...{ heading, form },
  kinds: Object.entries(FIELD_KINDS)
    .filter(([kind]) => kind !== 'organisation')
    .map(([value, label]) => ({ value, label })),
  saveTo: paths.sheetTemplateSection(at.programmeId, at.key, at.section),
  fieldsTo: paths.sheetTemplateFields(at.programmeId, at.key, at.section),
  backTo: paths.sheetTemplate(at.programmeId, at.key),
})
