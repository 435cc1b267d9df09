import { z } from 'zod'
import { needed, text } from '../../platform/web/forms.ts'
import { type KnownOf, passwordFault } from '../passwords/passwords.ts'
import { secret } from '../sign-in/forms.ts'

export const profileForm = z.object({
  name: needed('お名前を書いてください', 100),
  kana: text(100),
  section: text(100),
  telephone: text(40),
})

/** Whoever has a password says it once more: an unattended screen must not be enough to take an account over. */
export const changePasswordForm = (person: KnownOf, hasPassword: boolean) =>
  z.object({ currentPassword: secret, newPassword: secret }).superRefine((given, issues) => {
    if (hasPassword && !given.currentPassword) {
      issues.addIssue({ code: 'custom', path: ['currentPassword'], message: 'いまのパスワードを書いてください' })
    }
    const fault = passwordFault(given.newPassword, person)
    if (fault) issues.addIssue({ code: 'custom', path: ['newPassword'], message: fault })
  })
