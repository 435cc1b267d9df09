import type { RouteTable } from '../../access/doors.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import { personAsked } from '../../people/accounts/actions.ts'
import { personOf } from '../../people/accounts/store.ts'
import { today, wareki } from '../../platform/time.ts'
import type { Call } from '../../platform/web/call.ts'
import { type FormState, readForm, withError } from '../../platform/web/forms.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { colleaguesOf, holdingsOf } from '../holdings/store.ts'
import { handOver, undoHandOver } from './actions.ts'
import { transferForm } from './forms.ts'
import { type Planned, previewPage, transferPage } from './pages.ts'
import { transfersOf } from './store.ts'

async function show(call: Call, form?: FormState, status = 200): Promise<Reply> {
  const { ctx } = call
  const person = await personAsked(call)
  const holdings = await holdingsOf(ctx, person)
  const offices = [...new Set(holdings.memberships.map((m) => m.organisationId))]
  const colleagues = await colleaguesOf(ctx.db, person, offices, today(ctx.now))
  const made = await transfersOf(ctx.db, person.id)
  const transfers = []
  for (const t of made.slice(0, 5)) transfers.push({ ...t, toName: (await personOf(ctx.db, t.toId))?.name ?? '' })
  return page('overview/transfers/show', transferPage({ ctx, person, holdings, colleagues, transfers, form }), status)
}

/** The plan as it was typed, or the page again with what is wrong. */
async function planOf(call: Call): Promise<Planned | Reply> {
  const { ctx } = call
  const person = await personAsked(call)
  const input = readForm(transferForm(today(ctx.now)), call.body)
  if (!input.ok) return show(call, input.form, 422)
  const holdings = await holdingsOf(ctx, person)
  const offices = holdings.memberships.map((m) => m.organisationId)
  const colleagues = await colleaguesOf(ctx.db, person, offices, today(ctx.now))
  const to = colleagues.some((c) => c.id === input.data.to) ? await personOf(ctx.db, input.data.to) : undefined
  if (!to) return show(call, withError(input.form, 'to', '同じ組織の人から選んでください'), 422)
  const leaves = input.data.leaves && may(ctx.actor, 'account.administer')
  if (leaves && person.isAdministrator)
    throw new Problem('conflict', '管理担当者です。先に、ほかの人を管理担当者にして、この人の管理担当を外してください')
  return { person, to, fromOn: input.data.fromOn as string, leaves, holdings }
}

const isReply = (found: Planned | Reply): found is Reply => 'type' in found

async function preview(call: Call): Promise<Reply> {
  const plan = await planOf(call)
  return isReply(plan) ? plan : page('overview/transfers/preview', previewPage(plan))
}

async function save(call: Call): Promise<Reply> {
  const plan = await planOf(call)
  if (isReply(plan)) return plan
  await handOver(call.ctx, { ...plan, origin: call.origin })
  const { person, to, fromOn } = plan
  return redirect(
    paths.transfer(person.id),
    `${wareki(fromOn)}から${to.name}さんに引き継ぎました。ふたりにメールで知らせます`,
  )
}

async function undo(call: Call): Promise<Reply> {
  const person = await personAsked(call)
  const transfer = (await transfersOf(call.ctx.db, person.id)).find((t) => t.id === call.params.transferId)
  if (!transfer) throw notFound()
  await undoHandOver(call.ctx, transfer, call.origin)
  return redirect(paths.transfer(person.id), '引き継ぎを取り消しました。担当は、もとのままです')
}

export const transferRoutes: RouteTable<'plain'> = {
  'GET /accounts/:personId/transfer': { may: 'account.invite', run: (call) => show(call) },
  'POST /accounts/:personId/transfer/preview': { may: 'account.invite', run: preview },
  'POST /accounts/:personId/transfer': { may: 'account.invite', run: save },
  'POST /accounts/:personId/transfer/:transferId/undo': { may: 'account.invite', run: undo },
}
