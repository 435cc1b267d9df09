import type { RouteTable } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import type { Call } from '../../platform/web/call.ts'
import { type FormState, readForm, withError } from '../../platform/web/forms.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { membershipsOfPerson } from '../accounts/store.ts'
import { choiceOf } from '../notices/store.ts'
import { changePassword } from '../passwords/actions.ts'
import { passwordHashOf } from '../passwords/store.ts'
import { SIGN_IN_COOKIE } from '../sign-in/sign-in.ts'
import { signInOfToken, signInsOf } from '../sign-in/store.ts'
import { endOwnSignIns, ownPerson, provesPassword, saveProfile } from './actions.ts'
import { changePasswordForm, profileForm } from './forms.ts'
import { profilePage } from './pages.ts'

const here = (call: Call) => signInOfToken(call.ctx.db, call.cookies[SIGN_IN_COOKIE])

async function draw(
  call: Call,
  forms: { form?: FormState; passwordForm?: FormState } = {},
  status = 200,
): Promise<Reply> {
  const { db, actor, now } = call.ctx
  const person = await ownPerson(call.ctx)
  const view = {
    actor,
    person,
    hasPassword: (await passwordHashOf(db, person.id)) !== null,
    memberships: await membershipsOfPerson(db, person.id),
    signIns: await signInsOf(db, person.id, now),
    hereId: (await here(call))?.id,
    notices: await choiceOf(db, person.id),
  }
  return page('people/profile/show', profilePage({ ...view, ...forms }), status)
}

const show = (call: Call): Promise<Reply> => draw(call)

async function save(call: Call): Promise<Reply> {
  const input = readForm(profileForm, call.body)
  if (!input.ok) return draw(call, { form: input.form }, 422)
  await saveProfile(call.ctx, input.data)
  return redirect(paths.profile, '登録を直しました')
}

async function setPassword(call: Call): Promise<Reply> {
  const person = await ownPerson(call.ctx)
  const hasPassword = (await passwordHashOf(call.ctx.db, person.id)) !== null
  const input = readForm(changePasswordForm(person, hasPassword), call.body)
  if (!input.ok) return draw(call, { passwordForm: input.form }, 422)
  const proof = await provesPassword(call.ctx, person, input.data.currentPassword)
  if (proof !== true) {
    const message =
      proof === 'wrong' ? 'いまのパスワードが違います' : `続けて違っていたため、あと${proof.wait}分ほどお待ちください`
    return draw(
      call,
      { passwordForm: withError(input.form, 'currentPassword', message) },
      proof === 'wrong' ? 422 : 429,
    )
  }
  const given = { person, password: input.data.newPassword, signInUrl: call.origin + paths.signIn() }
  await changePassword(call.ctx, (await here(call))?.id, given)
  return redirect(paths.profile, 'パスワードを決めました。ほかの端末では入りなおしてください')
}

async function endOne(call: Call): Promise<Reply> {
  await endOwnSignIns(call.ctx, { id: call.params.signInId ?? '' })
  return redirect(paths.profile, 'その端末では、もう入っていません')
}

async function endOthers(call: Call): Promise<Reply> {
  const own = await here(call)
  await endOwnSignIns(call.ctx, own ? { exceptId: own.id } : {})
  return redirect(paths.profile, 'この端末のほかでは、もう入っていません')
}

export const profileRoutes: RouteTable<'plain'> = {
  'GET /profile': { may: 'profile.edit', run: show },
  'POST /profile': { may: 'profile.edit', run: save },
  'POST /profile/password': { may: 'profile.edit', run: setPassword },
  'POST /profile/sign-ins/end-others': { may: 'profile.edit', run: endOthers },
  'POST /profile/sign-ins/:signInId/end': { may: 'profile.edit', run: endOne },
}
