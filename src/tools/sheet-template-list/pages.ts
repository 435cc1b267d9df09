import type { Template } from '../../papers/templates/templates.ts'
import { paths } from '../../paths/paths.ts'
import type { FormState } from '../../platform/web/forms.ts'
import { formState, type YearTemplate } from '../sheet-templates/sheet-templates.ts'

export interface TemplateListPage {
  rows: {
    title: string
    href: string
    lead: string
    state: string
    isEdited: boolean
    isUsed: boolean
    key: string
    canUse: boolean
  }[]
  sources: { value: string; label: string }[]
  usesTo: string
  years: { value: string; label: string }[]
  copyTo: string
  saveTo: string
  form: FormState
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'tools/sheet-template-list/index': TemplateListPage
  }
}

interface ListView {
  programmeId: string
  used: readonly { template: Template; isUsed: boolean }[]
  all: readonly YearTemplate[]
  years: { value: string; label: string }[]
  form: FormState
}

export function templateListPage({ programmeId, used, all, years, form }: ListView): TemplateListPage {
  const only = all.filter((t) => t.version === 0 && !used.some(({ template }) => template.key === t.key))
  const rowOf = (template: Template, isUsed: boolean, released: Template | null) => {
    const own = all.filter((t) => t.key === template.key)
    return {
      ...{ key: template.key, title: template.title, lead: template.lead ?? '', isUsed, canUse: released !== null },
      href: paths.sheetTemplate(programmeId, template.key),
      state: formState(
        released,
        own.filter((t) => t.version > 0),
      ),
      isEdited: own.some((t) => t.version === 0),
    }
  }
  const rows = [
    ...used.map(({ template, isUsed }) => rowOf(template, isUsed, template)),
    ...only.map(({ template }) => rowOf(template, false, null)),
  ]
  return {
    ...{ rows, years, form },
    copyTo: paths.sheetTemplateCopies(programmeId),
    sources: [
      { value: '', label: '写さずに、一から作る' },
      ...rows.map(({ key, title }) => ({ value: key, label: title })),
    ],
    usesTo: paths.sheetTemplateUses(programmeId),
    saveTo: paths.sheetTemplates(programmeId),
  }
}
