import { z } from 'zod'
import { needed, text } from '../../platform/web/forms.ts'
import { askPlace, membershipFields } from '../memberships/forms.ts'
import type { Places } from '../memberships/memberships.ts'
import { type KnownOf, passwordFault } from '../passwords/passwords.ts'
import { mailAddress, secret } from '../sign-in/forms.ts'

export const invitationForm = (places: Places) =>
  z
    .object({ ...membershipFields, name: needed('お名前を書いてください', 100), kana: text(100), email: mailAddress })
    .superRefine(askPlace(places))

/** A password may be set on the way in; leaving it empty means going on by mail. */
export const acceptanceForm = (person: KnownOf) =>
  z.object({ password: secret }).superRefine((given, issues) => {
    const fault = given.password === '' ? null : passwordFault(given.password, person)
    if (fault) issues.addIssue({ code: 'custom', path: ['password'], message: fault })
  })
