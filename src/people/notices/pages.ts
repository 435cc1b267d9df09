import { paths } from '../../paths/paths.ts'
import { emptyForm, type FormState } from '../../platform/web/forms.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import { type Choice, choiceOptions } from './notices.ts'

export interface NoticesPage {
  form: FormState
  choices: typeof choiceOptions
  saveTo: string
  backHref: string
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'people/notices/show': NoticesPage
  }
}

export const noticesPage = (
  choice: Choice,
  form: FormState = emptyForm({ notices: choice }),
): NoticesPage & PageBase => ({
  title: '知らせの受け取り方',
  crumbs: [
    { label: 'ホーム', href: paths.home },
    { label: 'わたしの登録', href: paths.profile },
    { label: '知らせの受け取り方' },
  ],
  form,
  choices: choiceOptions,
  saveTo: paths.profileNotices,
  backHref: paths.profile,
})
