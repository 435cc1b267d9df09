import { type RouteTable, type Seen, tableDoors } from '../../access/doors.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import { personOf } from '../../people/accounts/store.ts'
import type { NamedList } from '../../platform/office/csv.ts'
import { today } from '../../platform/time.ts'
import type { Call } from '../../platform/web/call.ts'
import { type FormState, readForm, withError } from '../../platform/web/forms.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { readOnlyReason } from '../regions/regions.ts'
import { regionCrumbs } from '../sections/sections.ts'
import { addMember, endMember } from './actions.ts'
import { endForm, memberForm } from './forms.ts'
import { endMemberPage, membersPage, newMemberPage } from './pages.ts'
import { advisorsElsewhere, findPeople, participantsOf, teamOf } from './store.ts'
import type { TeamMember } from './teams.ts'
import { teamList } from './workbook.ts'

type RegionCall = Call & Seen['region']

export const teamRoutes: RouteTable<'region'> = {
  ...tableDoors<'region'>('/regions/:regionId/members', 'region.view', taken),
  'GET /regions/:regionId/members': { may: 'region.view', run: show },
  'GET /regions/:regionId/members/new': { may: 'region.team', run: (call) => ask(call) },
  'POST /regions/:regionId/members': { may: 'region.team', run: add },
  'GET /regions/:regionId/members/:membershipId/end': { may: 'region.team', run: (call) => askEnd(call) },
  'POST /regions/:regionId/members/:membershipId/end': { may: 'region.team', run: end },
}

async function show({ ctx, region }: RegionCall): Promise<Reply> {
  const { db, actor, now } = ctx
  const team = await teamOf(db, region)
  const advisors = may(actor, 'meeting.record', region)
    ? team.filter((m) => m.role === 'advisor').map((m) => m.personId)
    : []
  const elsewhere = await advisorsElsewhere(db, { personIds: advisors, regionId: region.id, on: today(now) })
  const participants = await participantsOf(db, region.id)
  const props = membersPage({ actor, region, team, elsewhere, participants, now })
  return page('programme/teams/show', {
    ...props,
    title: `${region.name} メンバー`,
    crumbs: regionCrumbs(region, 'メンバー'),
  })
}

function askOpen({ region }: RegionCall): void {
  const reason = readOnlyReason(region)
  if (reason) throw new Problem('forbidden', reason, ['事務局'])
}

const trail = ({ region }: RegionCall, last: string) =>
  regionCrumbs(region, ['メンバー', paths.regionMembers(region.id)], last)

async function ask(call: RegionCall, form?: FormState, status = 200): Promise<Reply> {
  askOpen(call)
  const { ctx, region } = call
  const typed = (call.query.q ?? '').trim().slice(0, 100)
  const chosen = form ? await personOf(ctx.db, String(form.values.person ?? '')) : undefined
  const people = typed ? await findPeople(ctx.db, typed) : chosen ? [chosen] : []
  const props = newMemberPage(ctx.actor, region, { typed, people, form, now: ctx.now })
  return page('programme/teams/new', { ...props, title: 'メンバーを加える', crumbs: trail(call, '加える') }, status)
}

async function add(call: RegionCall): Promise<Reply> {
  const input = readForm(memberForm, call.body)
  if (!input.ok) return ask(call, input.form, 422)
  const person = await personOf(call.ctx.db, input.data.person)
  if (!person || person.leftOn)
    return ask(call, withError(input.form, 'person', 'その人は名簿にいません。さがし直してください'), 422)
  await addMember(call.ctx, call.region, { person, input: input.data, team: await teamOf(call.ctx.db, call.region) })
  return redirect(paths.regionMembers(call.region.id), `${person.name}さんを加えました`)
}

async function memberAsked(call: RegionCall): Promise<TeamMember> {
  askOpen(call)
  const member = (await teamOf(call.ctx.db, call.region)).find(
    (m) => m.isNamed && m.membershipId === call.params.membershipId,
  )
  if (!member) throw notFound()
  return member
}

async function askEnd(call: RegionCall, form?: FormState, status = 200): Promise<Reply> {
  const member = await memberAsked(call)
  const props = endMemberPage(call.ctx.actor, call.region, { member, form, now: call.ctx.now })
  return page('programme/teams/end', { ...props, title: '担当を終える', crumbs: trail(call, '担当を終える') }, status)
}

async function end(call: RegionCall): Promise<Reply> {
  const member = await memberAsked(call)
  const input = readForm(endForm, call.body)
  if (!input.ok) return askEnd(call, input.form, 422)
  const toOn = input.data.toOn as string
  if (toOn < member.fromOn)
    return askEnd(call, withError(input.form, 'toOn', '始まった日よりあとの日を入れてください'), 422)
  await endMember(call.ctx, call.region, member, toOn)
  return redirect(paths.regionMembers(call.region.id), `${member.name}さんの担当の終わりを記録しました`)
}

async function taken({ ctx, region }: RegionCall): Promise<NamedList> {
  const team = region.isSample ? [] : await teamOf(ctx.db, region)
  return { name: `${region.name}_メンバー`, ...teamList(team, await participantsOf(ctx.db, region.id)) }
}
