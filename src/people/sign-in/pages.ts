import { paths } from '../../paths/paths.ts'
import { type FormState, withError } from '../../platform/web/forms.ts'
import type { PageBase } from '../../platform/web/reply.ts'

export interface SignInPage {
  form: FormState
  to: string
  signInTo: string
  byMailTo: string
  forgottenHref: string
  publicHref: string
  /** Why one is asked to sign in again: what was typed waits. */
  waiting: boolean
}
export interface LinkSentPage {
  signInHref: string
}
export interface EnterPage {
  name: string
  enterTo: string
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'people/sign-in/sign-in': SignInPage
    'people/sign-in/link-sent': LinkSentPage
    'people/sign-in/enter': EnterPage
  }
}

export const signInPage = (form: FormState, to: string): SignInPage & PageBase => ({
  title: '入る',
  frame: 'plain',
  form: { ...form, values: { email: form.values.email ?? '' } },
  to,
  signInTo: paths.signIn(),
  byMailTo: paths.signInByMail,
  forgottenHref: paths.forgottenPassword,
  publicHref: paths.publicProgrammes,
  waiting: to === paths.keptPost,
})

export const wrongForm = (form: FormState): FormState =>
  withError(
    form,
    'password',
    'メールアドレスかパスワードが違います。もう一度確かめるか、「メールで入る」を使ってください',
  )

export const lockedForm = (form: FormState, minutes: number): FormState =>
  withError(
    form,
    'password',
    `続けて違っていたため、あと${minutes}分ほどパスワードでは入れません。「メールで入る」は、いまも使えます`,
  )

export const linkSentPage = (): LinkSentPage & PageBase => ({
  title: 'メールを確かめてください',
  frame: 'plain',
  signInHref: paths.signIn(),
})

export const enterPage = (name: string, token: string): EnterPage & PageBase => ({
  title: '入る',
  frame: 'plain',
  name,
  enterTo: paths.enter(token),
})
