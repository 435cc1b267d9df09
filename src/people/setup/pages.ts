import { paths } from '../../paths/paths.ts'
import type { FormState } from '../../platform/web/forms.ts'
import type { PageBase } from '../../platform/web/reply.ts'

export interface SetupPage {
  form: FormState
  setupTo: string
}
export type WaitingPage = Record<never, never>

declare module '../../platform/web/reply.ts' {
  interface Views {
    'people/setup/show': SetupPage
    'people/setup/waiting': WaitingPage
  }
}

export const setupPage = (form: FormState, token: string): SetupPage & PageBase => ({
  title: '最初の設定',
  frame: 'plain',
  form,
  setupTo: paths.setup(token),
})

export const waitingPage = (): WaitingPage & PageBase => ({ title: '最初の設定がまだです', frame: 'plain' })
