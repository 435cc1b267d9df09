import type { Actor } from '../../access/actor.ts'
import type { RouteTable, Seen } from '../../access/doors.ts'
import { may } from '../../access/may.ts'
import { documentOf, headOf } from '../../papers/documents/store.ts'
import { printOf } from '../../papers/sheets/paper.ts'
import { templateOf } from '../../papers/templates/released.ts'
import { paths } from '../../paths/paths.ts'
import { openLink } from '../../people/doors/store.ts'
import { organisationsByIds } from '../../people/organisations/store.ts'
import { today } from '../../platform/time.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, readForm } from '../../platform/web/forms.ts'
import { Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { withMembers } from '../entry-members/entry-members.ts'
import { programmeSeen } from '../programmes/store.ts'
import type { Region } from '../regions/regions.ts'
import { regionSeen } from '../regions/store.ts'
import { answerConsent, askConsents } from './actions.ts'
import { askedOf, type ConsentKind } from './consents.ts'
import { answerForm, recordForm } from './forms.ts'
import { consentLinkPage, consentPage } from './pages.ts'
import { consentsOf } from './store.ts'

type RegionCall = Call & Seen['region']

/** The asked organisation the actor speaks for. */
const answersFor = ({ ctx, region }: RegionCall): string | null =>
  may(ctx.actor, 'consent.answer', region)
    ? (askedOf(region).find((id) => ctx.actor.memberships.some((m) => m.organisationId === id)) ?? null)
    : null

async function show(
  call: RegionCall,
  form = emptyForm({ name: answersFor(call) ? call.ctx.actor.name : '' }),
  status = 200,
): Promise<Reply> {
  const { ctx, region, programme } = call
  const [consents, offices] = await Promise.all([
    consentsOf(ctx.db, [region.id]),
    organisationsByIds(ctx.db, askedOf(region)),
  ])
  const deeds = {
    record: may(ctx.actor, 'consent.record', region) && !region.isSample && !region.pause && region.isSubmitted,
    request: may(ctx.actor, 'consent.request', region) && !region.isSample && !region.pause,
    entry: may(ctx.actor, 'entry.view', region),
  }
  const names = new Map(offices.map((o) => [o.id, o.name]))
  const view = { programme, region, consents, offices: names, answersFor: answersFor(call), deeds }
  return page('programme/consents/show', consentPage(view, form), status)
}

async function answer(call: RegionCall): Promise<Reply> {
  const organisationId = answersFor(call)
  if (!organisationId)
    throw new Problem('forbidden', '返事ができるのは、お願いを受けた県や市町村の人です', ['都道府県・保健所', '市町村'])
  const input = readForm(answerForm, call.body)
  if (!input.ok) return show(call, input.form, 422)
  const given = { ...input.data, organisationId, answeredOn: today(call.ctx.now), way: 'account' as const }
  await answerConsent(call.ctx, call, given)
  return redirect(paths.entryConsent(call.region.id), '返事を送りました。応募した市町村と事務局に届きます')
}

async function record(call: RegionCall): Promise<Reply> {
  const input = readForm(recordForm, call.body)
  if (!input.ok) return show(call, input.form, 422)
  if (!askedOf(call.region).includes(input.data.organisationId)) {
    return show(call, { ...input.form, errors: { organisationId: 'だれの返事かを選び直してください' } }, 422)
  }
  await answerConsent(call.ctx, call, { ...input.data, way: 'recorded' })
  return redirect(paths.entryConsent(call.region.id), '返事を記録しました')
}

async function request(call: RegionCall): Promise<Reply> {
  const { letters, gaps } = await askConsents(call.ctx, call)
  const words = letters > 0 ? `お願いの手紙を${letters}通送ります` : '手紙は送れませんでした'
  const missing =
    gaps.length > 0 ? `。${gaps.join('、')}の連絡先が分かりません。連絡先の帳面に共有のメールを入れてください` : ''
  return redirect(paths.entryConsent(call.region.id), `${words}${missing}`)
}

export const consentRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/consent': { may: 'consent.view', run: (call) => show(call) },
  'POST /regions/:regionId/consent': { may: 'consent.answer', run: answer },
  'POST /regions/:regionId/consent/record': { may: 'consent.record', run: record },
  'POST /regions/:regionId/consent/reminder': { may: 'consent.request', run: request },
}

const GONE = 'このリンクは期限が切れたか、取り消されました。事務局に新しいリンクをお頼みください'

/** Who holds the link acts for the asked organisation in this one region, and sees what its people may see. */
async function behindLink(call: Call, kind: ConsentKind) {
  const { db, now } = call.ctx
  const link = await openLink(db, call.params.token ?? '', kind, { now, gone: GONE })
  const organisationId = String(link.purpose.organisationId)
  const role = kind === 'consent' ? ('prefecture' as const) : ('municipality' as const)
  const held = { id: 'link', role, organisationId, programmeId: null, regionId: null, fromOn: today(now), toOn: null }
  const actor: Actor = { personId: link.personId, name: '', memberships: [held], isAdministrator: false }
  const region = await regionSeen(db, actor, String(link.purpose.regionId))
  const programme = region && (await programmeSeen(db, actor, region.programmeId))
  const [office] = await organisationsByIds(db, [organisationId])
  if (!region || !programme || !office || !askedOf(region).includes(office.id)) throw new Problem('gone', GONE)
  return { actor, region, programme, office }
}

async function entryOf(call: Call, region: Region, key: { entryTemplateKey: string; entryTemplateVersion: number }) {
  const template = templateOf(key.entryTemplateKey, key.entryTemplateVersion)
  const document = await documentOf(call.ctx.db, { kind: 'entry', ownerKind: 'region', ownerId: region.id })
  return template && document
    ? printOf(template, withMembers(region, (await headOf(call.ctx.db, document.id)).body))
    : []
}

const byLink = (kind: ConsentKind) => {
  const open = async (call: Call, form = emptyForm(), status = 200): Promise<Reply> => {
    const { region, programme, office } = await behindLink(call, kind)
    const consents = await consentsOf(call.ctx.db, [region.id])
    const entry = await entryOf(call, region, programme)
    const view = { programme, region, consents, office, entry }
    return page('programme/consents/link', consentLinkPage(view, form, call.url), status)
  }
  const send = async (call: Call): Promise<Reply> => {
    const { actor, region, programme, office } = await behindLink(call, kind)
    const input = readForm(answerForm, call.body)
    if (!input.ok) return open(call, input.form, 422)
    if (region.pause || region.isSample)
      throw new Problem('conflict', 'いまは返事を受け付けていません。事務局にご相談ください')
    const ctx = { ...call.ctx, actor: { ...actor, name: input.data.name } }
    const given = { ...input.data, organisationId: office.id, answeredOn: today(ctx.now), way: 'link' as const }
    await answerConsent(ctx, { programme, region, origin: call.origin }, given)
    return redirect(call.url, '返事を送りました。応募した市町村と事務局に届きます')
  }
  return { open, send }
}

const consentLink = byLink('consent')
const agreementLink = byLink('agreement')

export const consentLinkRoutes: RouteTable<'plain'> = {
  'GET /l/consent/:token': { may: 'public', run: (call) => consentLink.open(call) },
  'POST /l/consent/:token': { may: 'public', run: consentLink.send },
  'GET /l/agreement/:token': { may: 'public', run: (call) => agreementLink.open(call) },
  'POST /l/agreement/:token': { may: 'public', run: agreementLink.send },
}
