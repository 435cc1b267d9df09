import type { RouteTable } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import { today } from '../../platform/time.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, readForm } from '../../platform/web/forms.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import type { Person } from '../accounts/accounts.ts'
import { personAsked } from '../accounts/actions.ts'
import { membershipsOfPerson } from '../accounts/store.ts'
import { openLink } from '../doors/store.ts'
import { isInForce } from '../memberships/memberships.ts'
import { ownerOf } from '../passwords/actions.ts'
import { accept, postInvitation } from './actions.ts'
import { acceptanceForm } from './forms.ts'
import { invitationPage } from './pages.ts'

const GONE =
  'この招待は期限（72時間）が切れたか、もう使われています。使い始めた方は「入る」から、まだの方は招いた人に「もう一度送って」とお伝えください'

async function again(call: Call): Promise<Reply> {
  const person = await personAsked(call)
  await postInvitation(call.ctx, person, call.origin)
  return redirect(
    paths.account(person.id),
    `${person.name}さんに招待をもう一度送ります。前のリンクは使えなくなりました`,
  )
}

async function invited(call: Call): Promise<{ token: string; person: Person }> {
  const token = call.params.token ?? ''
  const link = await openLink(call.ctx.db, token, 'invitation', { now: call.ctx.now, gone: GONE })
  return { token, person: await ownerOf(call.ctx, link.personId) }
}

async function draw(call: Call, form: FormState, status: number): Promise<Reply> {
  const { token, person } = await invited(call)
  const held = await membershipsOfPerson(call.ctx.db, person.id)
  const inForce = held.filter((m) => isInForce(m, today(call.ctx.now)))
  return page('people/invitations/show', invitationPage(person, inForce, { token, form }), status)
}

async function follow(call: Call): Promise<Reply> {
  const { token, person } = await invited(call)
  const input = readForm(acceptanceForm(person), call.body)
  if (!input.ok) return draw(call, input.form, 422)
  const cookie = await accept(call, token, { personId: person.id, password: input.data.password })
  return { ...redirect(paths.home, `${person.name}さん、ようこそ`), cookies: [cookie] }
}

export const invitationRoutes: RouteTable<'plain'> = {
  'POST /accounts/:personId/invitation': { may: 'account.invite', run: again },
  'GET /invitation/:token': { may: 'public', run: (call) => draw(call, emptyForm(), 200) },
  'POST /invitation/:token': { may: 'public', run: follow },
}
