import { z } from 'zod'
import { needed, text } from '../../platform/web/forms.ts'
import { passwordFault } from '../passwords/passwords.ts'
import { mailAddress, secret } from '../sign-in/forms.ts'

export const setupForm = z
  .object({
    organisation: needed('事務局の名前を書いてください', 100),
    name: needed('お名前を書いてください', 100),
    kana: text(100),
    email: mailAddress,
    password: secret,
  })
  .superRefine((given, issues) => {
    const fault = passwordFault(given.password, given)
    if (fault) issues.addIssue({ code: 'custom', path: ['password'], message: fault })
  })
