import { ROLES } from '../../access/actor.ts'
import { paths } from '../../paths/paths.ts'
import type { FormState } from '../../platform/web/forms.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import type { NamedMembership, Person } from '../accounts/accounts.ts'

export interface InvitationPage {
  name: string
  email: string
  roles: string[]
  form: FormState
  acceptTo: string
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'people/invitations/show': InvitationPage
  }
}

export const invitationPage = (
  person: Person,
  memberships: readonly NamedMembership[],
  at: { token: string; form: FormState },
): InvitationPage & PageBase => ({
  title: 'ようこそ',
  frame: 'plain',
  name: person.name,
  email: person.email,
  roles: memberships.map((m) => `${ROLES[m.role]}（${m.organisationName}）`),
  form: at.form,
  acceptTo: paths.invitation(at.token),
})
