import type { RouteTable } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import type { Call } from '../../platform/web/call.ts'
import { type FormState, type Read, readForm, withError } from '../../platform/web/forms.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import type { Person } from '../accounts/accounts.ts'
import { personAsked } from '../accounts/actions.ts'
import { insidePath } from '../doors/doors.ts'
import { invite } from '../invitations/actions.ts'
import { invitationForm } from '../invitations/forms.ts'
import { enterOrganisation } from '../organisations/actions.ts'
import type { Organisation } from '../organisations/organisations.ts'
import { organisationOf, organisationsByIds, searchOrganisations } from '../organisations/store.ts'
import { askMayGrant, endRole, giveRole, type NewGrant } from './actions.ts'
import { type MembershipInput, membershipForm, organisationForm } from './forms.ts'
import { EVERYWHERE, lastDayOf, type Places, type PlacesOf, placeName, scopeOf } from './memberships.ts'
import { membershipFormPage } from './pages.ts'

const lastOf = (value: string | string[] | undefined): string => (Array.isArray(value) ? value.at(-1) : value) ?? ''

/** The page both an invitation and a further role are asked on. */
async function drawForm(call: Call, given: Shown & { form?: FormState }, status = 200): Promise<Reply> {
  const { db, actor } = call.ctx
  const chosen = lastOf(call.body.organisation) || call.query.organisation || ''
  const organisation = await organisationOf(db, chosen)
  const q = (call.query.q ?? '').slice(0, 100)
  const view = { ...given, actor, organisation, q, found: await found(call, q) }
  return page('people/memberships/form', membershipFormPage(view), status)
}

async function found({ ctx }: Call, q: string): Promise<{ rows: Organisation[]; count: number }> {
  if (q) return searchOrganisations(ctx.db, { q, limit: 20, includeInvented: true })
  const rows = await organisationsByIds(
    ctx.db,
    ctx.actor.memberships.map((m) => m.organisationId),
  )
  return { rows, count: rows.length }
}

interface Shown {
  /** Null: somebody new is invited. */
  person: Person | null
  places: Places
}

const form = async (call: Call, placesOf: PlacesOf): Promise<Reply> =>
  drawForm(call, { person: call.params.personId ? await personAsked(call) : null, places: await placesOf(call.ctx) })

/** What was asked for a role, once it is known to be the actor's to give; or the page again. */
async function granted(
  call: Call,
  shown: Shown,
  input: Read<MembershipInput>,
): Promise<Reply | (NewGrant & { origin: string })> {
  if (!input.ok) return drawForm(call, { ...shown, form: input.form }, 422)
  const organisation = await organisationOf(call.ctx.db, input.data.organisation)
  if (!organisation) return drawForm(call, { ...shown, form: withError(input.form, '', '組織を選んでください') }, 422)
  const { role, place, term, title } = input.data
  const scope = scopeOf(place, shown.places) ?? EVERYWHERE
  askMayGrant(call.ctx, role, { ...scope, organisationId: organisation.id }, shown.places)
  const toOn = lastDayOf(term, call.ctx.now)
  return { ...scope, role, organisation, toOn, title, placeName: placeName(place, shown.places), origin: call.origin }
}

async function add(call: Call, placesOf: PlacesOf): Promise<Reply> {
  const [person, places] = [await personAsked(call), await placesOf(call.ctx)]
  const given = await granted(call, { person, places }, readForm(membershipForm(places), call.body))
  if ('type' in given) return given
  await giveRole(call.ctx, person, given)
  return redirect(paths.account(person.id), `${person.name}さんに役割を加え、メールで知らせました`)
}

async function send(call: Call, placesOf: PlacesOf): Promise<Reply> {
  const places = await placesOf(call.ctx)
  const input = readForm(invitationForm(places), call.body)
  const given = await granted(call, { person: null, places }, input)
  if ('type' in given || !input.ok) return given as Reply
  const { name, kana, email } = input.data
  const person = await invite(call.ctx, { ...given, name, kana, email })
  return redirect(paths.account(person.id), `${person.name}さんにメールを送ります`)
}

async function end(call: Call, placesOf: PlacesOf): Promise<Reply> {
  const person = await personAsked(call)
  const atOnce = call.body.when === 'now'
  const membershipId = call.params.membershipId ?? ''
  await endRole(call.ctx, { person, membershipId, atOnce, places: await placesOf(call.ctx) })
  return redirect(paths.account(person.id), atOnce ? '役割を終えました' : '役割をきょうで終えることにしました')
}

/** Associations and contractors are in no official list; who invites writes them down. */
async function addOrganisation(call: Call, placesOf: PlacesOf): Promise<Reply> {
  const input = readForm(organisationForm, call.body)
  if (!input.ok) return drawForm(call, { person: null, places: await placesOf(call.ctx), form: input.form }, 422)
  const { newName: name, newKana: kana, newKind, back } = input.data
  const id = await enterOrganisation(call.ctx, { kind: newKind as 'other', name, kana })
  const inside = insidePath(back)
  const to = inside.startsWith(`${paths.accounts}/`) ? inside : paths.newInvitation
  return redirect(`${to}?organisation=${id}`, `「${name}」を加えました`)
}

export const membershipRoutes = (placesOf: PlacesOf): RouteTable<'plain'> => ({
  'GET /accounts/invite': { may: 'account.invite', run: (call) => form(call, placesOf) },
  'POST /accounts/invite': { may: 'account.invite', run: (call) => send(call, placesOf) },
  'POST /accounts/organisations': { may: 'account.invite', run: (call) => addOrganisation(call, placesOf) },
  'GET /accounts/:personId/memberships': { may: 'account.invite', run: (call) => form(call, placesOf) },
  'POST /accounts/:personId/memberships': { may: 'account.invite', run: (call) => add(call, placesOf) },
  'POST /accounts/:personId/memberships/:membershipId/end': {
    may: 'account.invite',
    run: (call) => end(call, placesOf),
  },
})
