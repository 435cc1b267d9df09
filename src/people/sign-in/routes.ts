import type { RouteTable } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, readForm } from '../../platform/web/forms.ts'
import { Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { personOf } from '../accounts/store.ts'
import { insidePath } from '../doors/doors.ts'
import { openLink } from '../doors/store.ts'
import { mailSignInLink, signInByLink, signInByPassword, signOut } from './actions.ts'
import { mailForm, passwordForm } from './forms.ts'
import { enterPage, linkSentPage, lockedForm, signInPage, wrongForm } from './pages.ts'

const GONE = 'このリンクは期限が切れたか、もう使われています。「メールで入る」から、新しいリンクを送れます'

const toOf = (call: Call): string => {
  const given = call.body.to ?? call.query.to
  return insidePath(Array.isArray(given) ? given.at(-1) : given)
}

const again = (call: Call, form: FormState, status: number): Reply =>
  page('people/sign-in/sign-in', signInPage(form, toOf(call)), status)

async function show(call: Call): Promise<Reply> {
  if (call.ctx.actor.personId) return redirect(toOf(call))
  return again(call, emptyForm(), 200)
}

async function byPassword(call: Call): Promise<Reply> {
  const input = readForm(passwordForm, call.body)
  if (!input.ok) return again(call, input.form, 422)
  const entrance = await signInByPassword(call, input.data)
  if (entrance === 'wrong') return again(call, wrongForm(input.form), 422)
  if ('wait' in entrance) return again(call, lockedForm(input.form, entrance.wait), 429)
  return { ...redirect(insidePath(input.data.to)), cookies: [entrance.cookie] }
}

async function byMail(call: Call): Promise<Reply> {
  const input = readForm(mailForm, call.body)
  if (!input.ok) return again(call, input.form, 422)
  await mailSignInLink(call, { ...input.data, origin: call.origin })
  return redirect(paths.linkSent)
}

const linkSent = async (): Promise<Reply> => page('people/sign-in/link-sent', linkSentPage())

async function showEnter(call: Call): Promise<Reply> {
  const { db, now } = call.ctx
  const token = call.params.token ?? ''
  const link = await openLink(db, token, 'sign_in', { now, gone: GONE })
  const person = link.personId ? await personOf(db, link.personId) : undefined
  return page('people/sign-in/enter', enterPage(person?.name ?? link.email, token))
}

async function enter(call: Call): Promise<Reply> {
  const token = call.params.token ?? ''
  await openLink(call.ctx.db, token, 'sign_in', { now: call.ctx.now, gone: GONE })
  const entered = await signInByLink(call, token)
  if (!entered) throw new Problem('gone', GONE)
  return { ...redirect(entered.to), cookies: [entered.cookie] }
}

async function leave(call: Call): Promise<Reply> {
  return { ...redirect(paths.signIn(), '出ました。この端末では、もう入っていません'), cookies: [await signOut(call)] }
}

export const signInRoutes: RouteTable<'plain'> = {
  'GET /sign-in': { may: 'public', run: show },
  'POST /sign-in': { may: 'public', run: byPassword },
  'POST /sign-in/mail': { may: 'public', run: byMail },
  'GET /sign-in/sent': { may: 'public', run: linkSent },
  'GET /enter/:token': { may: 'public', run: showEnter },
  'POST /enter/:token': { may: 'public', run: enter },
  'POST /sign-out': { may: 'public', run: leave },
}
