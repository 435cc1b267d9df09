import { z } from 'zod'
import { mailAddress, secret } from '../sign-in/forms.ts'
import { type KnownOf, passwordFault } from './passwords.ts'

export const forgottenForm = z.object({ email: mailAddress })

export const newPasswordForm = (person: KnownOf) =>
  z.object({ password: secret }).superRefine((given, issues) => {
    const fault = passwordFault(given.password, person)
    if (fault) issues.addIssue({ code: 'custom', path: ['password'], message: fault })
  })
