import { paths } from '../../paths/paths.ts'
import { wareki } from '../../platform/time.ts'
import { emptyForm, type FormState } from '../../platform/web/forms.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import { type Programme, programmeCrumbs } from '../programmes/programmes.ts'

declare module '../../platform/web/reply.ts' {
  interface Views {
    'programme/settings/show': SettingsPage
  }
}

export interface SettingsPage {
  form: FormState
  fileForm: FormState
  saveTo: string
  guidelineTo: string
  guideline: { name: string; href: string } | null
  publishTo: string
  published: boolean
  publicUrl: string
  mayPublish: string | null
  heading: string
}

export const settingsValues = (p: Programme): FormState =>
  emptyForm({
    name: p.name,
    entryOpensOn: p.entryOpensOn ? wareki(p.entryOpensOn) : '',
    entryClosesOn: p.entryClosesOn ? wareki(p.entryClosesOn) : '',
    consentDueOn: p.consentDueOn ? wareki(p.consentDueOn) : '',
    supportFromOn: p.supportFromOn ? wareki(p.supportFromOn) : '',
    supportToOn: p.supportToOn ? wareki(p.supportToOn) : '',
    capacity: String(p.capacity),
    quietDays: String(p.rules.quietDays),
    remindDays: p.rules.remindDays.join('、'),
    needsConsent: p.rules.needsConsent ? '1' : '',
    introduction: p.introduction,
    section: p.contact.section,
    mailbox: p.contact.mailbox,
    telephone: p.contact.telephone,
  })

export const settingsPage = (
  p: Programme,
  guideline: string | null,
  form: FormState,
  fileForm: FormState = emptyForm(),
): SettingsPage & PageBase => ({
  title: `設定：${p.name}`,
  crumbs: programmeCrumbs(p, { label: '設定' }),
  heading: '設定',
  form,
  fileForm,
  saveTo: paths.programmeSettings(p.id),
  guidelineTo: paths.programmeGuideline(p.id),
  guideline:
    guideline && p.publishedAt
      ? { name: guideline, href: paths.publicGuideline(p.id) }
      : guideline
        ? { name: guideline, href: paths.programmeGuideline(p.id) }
        : null,
  publishTo: paths.programmePublication(p.id),
  published: p.publishedAt !== null,
  publicUrl: paths.publicProgramme(p.id),
  mayPublish: p.entryClosesOn ? null : '締切の日を入れて保存すると、公開できます',
})
