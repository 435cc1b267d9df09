import { type Actor, ROLES } from '../../access/actor.ts'
import { paths } from '../../paths/paths.ts'
import { clock, dayOf, warekiShort } from '../../platform/time.ts'
import { emptyForm, type FormState } from '../../platform/web/forms.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import type { NamedMembership, Person } from '../accounts/accounts.ts'
import { type Choice, choiceOptions } from '../notices/notices.ts'
import { deviceWords } from '../sign-in/sign-in.ts'
import type { SignIn } from '../sign-in/store.ts'

export interface SignInRow {
  device: string
  since: string
  seen: string
  isHere: boolean
  endTo: string
}
export interface ProfilePage {
  form: FormState
  passwordForm: FormState
  email: string
  hasPassword: boolean
  roles: { role: string; organisation: string; until: string }[]
  signIns: SignInRow[]
  saveTo: string
  passwordTo: string
  notices: { form: FormState; options: typeof choiceOptions; saveTo: string }
  endOthersTo: string | null
  signOutTo: string
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'people/profile/show': ProfilePage
  }
}

export interface ProfileView {
  actor: Actor
  person: Person
  hasPassword: boolean
  memberships: readonly NamedMembership[]
  signIns: readonly SignIn[]
  hereId: string | undefined
  notices: Choice
  form?: FormState
  passwordForm?: FormState
}

const moment = (at: string): string => `${warekiShort(dayOf(at))} ${clock(at)}`

const signInRow = (signIn: SignIn, hereId: string | undefined): SignInRow => ({
  device: deviceWords(signIn.device),
  since: moment(signIn.createdAt),
  seen: moment(signIn.seenAt),
  isHere: signIn.id === hereId,
  endTo: paths.profileSignInEnd(signIn.id),
})

export function profilePage(view: ProfileView): ProfilePage & PageBase {
  const { person, signIns, hereId } = view
  const { name, kana, section, telephone } = person
  const inForce = new Set(view.actor.memberships.map((m) => m.id))
  const errors = { ...view.form?.errors, ...view.passwordForm?.errors }
  return {
    title: 'わたしの登録',
    crumbs: [{ label: 'ホーム', href: paths.home }, { label: 'わたしの登録' }],
    form: { ...(view.form ?? emptyForm({ name, kana, section, telephone })), errors },
    passwordForm: { values: {}, errors: view.passwordForm?.errors ?? {} },
    email: person.email,
    hasPassword: view.hasPassword,
    roles: view.memberships
      .filter((m) => inForce.has(m.id))
      .map((m) => ({
        role: ROLES[m.role],
        organisation: m.organisationName,
        until: m.toOn ? warekiShort(m.toOn) : '',
      })),
    signIns: signIns.map((signIn) => signInRow(signIn, hereId)),
    saveTo: paths.profile,
    passwordTo: paths.profilePassword,
    notices: { form: emptyForm({ notices: view.notices }), options: choiceOptions, saveTo: paths.profileNotices },
    endOthersTo: signIns.length > 1 ? paths.profileOtherSignInsEnd : null,
    signOutTo: paths.signOut,
  }
}
