import { paths } from '../../paths/paths.ts'
import type { FormState } from '../../platform/web/forms.ts'
import type { PageBase } from '../../platform/web/reply.ts'

export interface ForgottenPage {
  form: FormState
  sendTo: string
  signInHref: string
}
export interface ResetPage {
  form: FormState
  name: string
  email: string
  saveTo: string
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'people/passwords/forgotten': ForgottenPage
    'people/passwords/reset': ResetPage
  }
}

export const forgottenPage = (form: FormState): ForgottenPage & PageBase => ({
  title: 'パスワードを忘れたとき',
  frame: 'plain',
  form,
  sendTo: paths.forgottenPassword,
  signInHref: paths.signIn(),
})

export const resetPage = (
  form: FormState,
  person: { name: string; email: string },
  token: string,
): ResetPage & PageBase => ({
  title: '新しいパスワード',
  frame: 'plain',
  form,
  name: person.name,
  email: person.email,
  saveTo: paths.resetPassword(token),
})
