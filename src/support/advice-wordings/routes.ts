import type { Actor } from '../../access/actor.ts'
import { circlesReadBy } from '../../access/circles.ts'
import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import { openLink } from '../../people/doors/store.ts'
import { actorOfPerson } from '../../people/sign-in/store.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, readForm } from '../../platform/web/forms.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { notAliveReason, type Region } from '../../programme/regions/regions.ts'
import { regionSeen } from '../../programme/regions/store.ts'
import { regionCrumbs } from '../../programme/sections/sections.ts'
import { type Advice, mayReword } from '../advice/advice.ts'
import { adviceOfRegion, draftAdvice } from '../advice/store.ts'
import { meetingsOfRegion } from '../meetings/store.ts'
import { askWording, confirmAdvice, dropDraft, rewordAdvice, sendAdvice } from './actions.ts'
import { LINK_GONE } from './advice-wordings.ts'
import { wordingForm } from './forms.ts'
import { nodPage, wordingPage } from './pages.ts'
import { wordingsOf } from './store.ts'

type RegionCall = Call & Seen['region']

export const wordingRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/advice/:adviceId/wording': { may: 'advice.give', run: (call) => edit(call) },
  'POST /regions/:regionId/advice/:adviceId/wording': { may: 'advice.give', run: save },
  'POST /regions/:regionId/advice/asking': { may: 'advice.give', run: ask },
}

export const wordingLinkRoutes: RouteTable<'plain'> = {
  'GET /l/advice/:token': { may: 'public', run: (call) => nod(call) },
  'POST /l/advice/:token': { may: 'public', run: agree },
}

/** Its advisor words it, and whoever typed it. */
async function ownOne({ ctx, region, params }: RegionCall): Promise<Advice> {
  const reason = notAliveReason(region)
  if (reason) throw new Problem('conflict', reason)
  const sent = await adviceOfRegion(ctx.db, region.id, circlesReadBy(ctx.actor, region))
  const drafts = await draftAdvice(ctx.db, region.id, ctx.actor.personId)
  const advice = [...drafts, ...sent].find(({ id }) => id === params.adviceId)
  if (!advice || ![advice.advisorId, advice.authorId].includes(ctx.actor.personId)) throw notFound()
  if (!mayReword(advice))
    throw new Problem('conflict', 'もう返事があるため、書き直せません。新しい助言として残してください')
  return advice
}

async function edit(call: RegionCall, form = emptyForm(), status = 200): Promise<Reply> {
  const { ctx, region } = call
  const advice = await ownOne(call)
  const earlier = await wordingsOf(ctx.db, advice.id)
  const shown = { ...form, values: { text: advice.text, ...form.values } }
  const props = wordingPage({ actor: ctx.actor, region, advice, earlier, form: shown })
  const crumbs = regionCrumbs(region, ['助言', paths.advice(region.id)], props.heading)
  return page('support/advice-wordings/edit', { ...props, title: props.heading, crumbs }, status)
}

async function save(call: RegionCall): Promise<Reply> {
  const { ctx, region, programme, origin } = call
  const advice = await ownOne(call)
  const back = paths.advice(region.id)
  if (call.body.then === 'drop' && advice.sentAt === null) {
    await dropDraft(ctx, advice)
    return redirect(back, '下書きを捨てました')
  }
  const input = readForm(wordingForm, call.body)
  if (!input.ok) return edit(call, input.form, 422)
  await worded(ctx, advice, { ...input.data, isYes: call.body.then === 'yes' })
  if (advice.sentAt !== null) return redirect(back, '助言の文を確かめました')
  if (call.body.then !== 'send') return redirect(back, '下書きに残しました')
  await sendAdvice(ctx, { region, programme, origin }, { ...advice, text: input.data.text })
  return redirect(back, '助言を送りました')
}

/** 「この書き方でよい」 leaves the words as they are, whatever stands in the box. */
async function worded(ctx: Ctx, advice: Advice, { text, isYes }: { text: string; isYes: boolean }): Promise<void> {
  const isOwn = advice.advisorId === ctx.actor.personId
  if (isYes && isOwn) await confirmAdvice(ctx, advice)
  else await rewordAdvice(ctx, advice, { text, isOwn: isOwn && advice.sentAt !== null })
}

async function ask({ ctx, region, programme, origin }: RegionCall): Promise<Reply> {
  const reason = notAliveReason(region)
  if (reason) throw new Problem('conflict', reason)
  const count = await askWording(ctx, { region, programme, origin })
  return redirect(
    paths.advice(region.id),
    count > 0 ? `${count}件の書き方を、本人に手紙で尋ねます` : '確かめる助言はありません',
  )
}

interface Nod {
  ctx: Ctx
  region: Region
  advice: Advice
}

/** The advisor behind the link acts for this one advice, and no longer once they have left the region. */
async function behindLink(call: Call): Promise<Nod> {
  const { db, now } = call.ctx
  const link = await openLink(db, call.params.token ?? '', 'advice', { now, gone: LINK_GONE })
  const regionId = String(link.purpose.regionId)
  const person = await actorOfPerson(db, link.personId ?? '', now)
  const own = person.memberships.filter((m) => m.role === 'advisor' && m.regionId === regionId)
  const actor: Actor = { ...person, isAdministrator: false, memberships: own }
  const region = own.length > 0 ? await regionSeen(db, actor, regionId) : undefined
  if (!region || notAliveReason(region)) throw new Problem('gone', LINK_GONE)
  const all = await adviceOfRegion(db, region.id, circlesReadBy(actor, region))
  const advice = all.find((a) => a.id === link.purpose.adviceId && a.advisorId === actor.personId)
  if (!advice) throw new Problem('gone', LINK_GONE)
  return { ctx: { ...call.ctx, actor }, region, advice }
}

async function nod(call: Call, form = emptyForm(), status = 200): Promise<Reply> {
  const { ctx, region, advice } = await behindLink(call)
  const place =
    (await meetingsOfRegion(ctx.db, region.id)).find((m) => m.id === advice.meetingId)?.label ?? '回のあいだ'
  const shown = { ...form, values: { text: advice.text, ...form.values } }
  const props = nodPage({ region, advice, form: shown }, { place, saveTo: call.url })
  return page('support/advice-wordings/nod', { ...props, title: props.heading }, status)
}

async function agree(call: Call): Promise<Reply> {
  const { ctx, advice } = await behindLink(call)
  const input = readForm(wordingForm, call.body)
  if (!input.ok) return nod(call, input.form, 422)
  const isYes = call.body.then === 'yes'
  if (advice.confirmedAt && isYes) return redirect(call.url, 'もう確かめてあります')
  await worded(ctx, advice, { ...input.data, isYes })
  return redirect(call.url, isYes ? 'この書き方に決まりました' : '直した文に決まりました')
}
