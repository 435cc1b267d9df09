import type { RouteTable } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, readForm } from '../../platform/web/forms.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import type { Person } from '../accounts/accounts.ts'
import { openLink } from '../doors/store.ts'
import { mailResetLink, ownerOf, resetPassword } from './actions.ts'
import { forgottenForm, newPasswordForm } from './forms.ts'
import { forgottenPage, resetPage } from './pages.ts'

const GONE = 'このリンクは期限が切れたか、もう使われています。「パスワードを忘れたとき」から、新しいリンクを送れます'

const showForgotten = async (): Promise<Reply> => page('people/passwords/forgotten', forgottenPage(emptyForm()))

async function send(call: Call): Promise<Reply> {
  const input = readForm(forgottenForm, call.body)
  if (!input.ok) return page('people/passwords/forgotten', forgottenPage(input.form), 422)
  await mailResetLink(call, { email: input.data.email, origin: call.origin })
  return redirect(paths.linkSent)
}

async function ownerOfLink(call: Call): Promise<{ token: string; person: Person }> {
  const token = call.params.token ?? ''
  const link = await openLink(call.ctx.db, token, 'password', { now: call.ctx.now, gone: GONE })
  return { token, person: await ownerOf(call.ctx, link.personId) }
}

async function showReset(call: Call): Promise<Reply> {
  const { person, token } = await ownerOfLink(call)
  return page('people/passwords/reset', resetPage(emptyForm(), person, token))
}

async function reset(call: Call): Promise<Reply> {
  const { person, token } = await ownerOfLink(call)
  const input = readForm(newPasswordForm(person), call.body)
  if (!input.ok) return page('people/passwords/reset', resetPage(input.form, person, token), 422)
  const given = { person, password: input.data.password, signInUrl: call.origin + paths.signIn() }
  const cookie = await resetPassword(call, token, given)
  return {
    ...redirect(paths.home, '新しいパスワードを決めました。ほかの端末では入りなおしてください'),
    cookies: [cookie],
  }
}

export const passwordRoutes: RouteTable<'plain'> = {
  'GET /password/forgotten': { may: 'public', run: showForgotten },
  'POST /password/forgotten': { may: 'public', run: send },
  'GET /password/reset/:token': { may: 'public', run: showReset },
  'POST /password/reset/:token': { may: 'public', run: reset },
}
