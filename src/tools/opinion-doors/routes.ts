import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import { addDays, today, wareki } from '../../platform/time.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, readForm } from '../../platform/web/forms.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { notAliveReason } from '../../programme/regions/regions.ts'
import { regionCrumbs, regionFrame } from '../../programme/sections/sections.ts'
import { askAgreement } from '../agreements/actions.ts'
import { isOpen } from '../agreements/agreements.ts'
import { gateOf } from '../agreements/store.ts'
import { writersOf } from '../cause-stories/cause-stories.ts'
import { type Cause, causesKind, shortly, stands } from '../causes/causes.ts'
import { type Evidence, evidenceOf } from '../evidence/evidence.ts'
import { causeAt, storyRead } from '../hypotheses/store.ts'
import { ENDED } from '../opinions/opinions.ts'
import { endDoor, openDoor } from './actions.ts'
import { doorForm } from './forms.ts'
import { gateSubject, gateText, shownBy, USUAL_DAYS, USUAL_MOST } from './opinion-doors.ts'
import { opinionDoorsPage } from './pages.ts'
import { doorsOf, givenBy } from './store.ts'

type Here = Call & Seen['region']

const HERE = '専門職に意見を聞く'

export const opinionDoorRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/causes/:causeId/doors': { may: 'paper.share', run: (call) => show(call) },
  'POST /regions/:regionId/causes/:causeId/doors': { may: 'paper.share', run: make },
  'POST /regions/:regionId/causes/:causeId/doors/:doorId/end': { may: 'paper.share', run: end },
}

const crumbsOf = ({ region }: Here, cause: Cause) =>
  regionCrumbs(
    region,
    [causesKind.title, paths.causes(region.id)],
    [shortly(cause.text, 20), paths.cause(region.id, cause.id)],
    HERE,
  )

const gateAt = ({ ctx, region }: Here, cause: Cause, evidence: readonly Evidence[]) => {
  const text = gateText(shownBy(cause, evidence))
  return gateOf(ctx.db, { regionId: region.id, subject: gateSubject(cause.id, evidence), text })
}

async function show(call: Here, form?: FormState, status = 200): Promise<Reply> {
  const { ctx, region } = call
  const { at, cause } = await causeAt(call)
  const closed = notAliveReason(region) ?? (stands(cause) ? null : ENDED)
  if (closed) throw new Problem('conflict', closed)
  const doors = await doorsOf(ctx.db, region.id, cause.id)
  const usual = { days: String(USUAL_DAYS), most: String(USUAL_MOST) }
  const view = {
    ...{ actor: ctx.actor, region, cause, now: ctx.now, doors, form: form ?? emptyForm(usual) },
    evidence: evidenceOf(at.head.body).filter((one) => one.cause === cause.id),
    gate: await gateAt(call, cause, []),
    given: await givenBy(
      ctx.db,
      doors.map((door) => door.id),
    ),
  }
  return page(
    'tools/opinion-doors/index',
    { ...opinionDoorsPage(view), title: HERE, crumbs: crumbsOf(call, cause) },
    status,
  )
}

async function make(call: Here): Promise<Reply> {
  const { ctx, region, programme, origin } = call
  const { at, cause } = await causeAt(call)
  const input = readForm(doorForm, call.body)
  if (!input.ok) return show(call, input.form, 422)
  const { data } = input
  const evidence = evidenceOf(at.head.body).filter((one) => one.cause === cause.id && data.evidence.includes(one.id))
  if (!isOpen(await gateAt(call, cause, evidence))) return askSecond(call, cause, evidence)
  const address = await openDoor(ctx, { region, programme }, { ...data, cause, evidence, origin })
  const props = {
    ...{ around: regionFrame(ctx.actor, region, 'causes'), cause: cause.text, address, sentTo: data.email || null },
    until: wareki(addDays(today(ctx.now), data.days)),
    ...{ againTo: paths.causeDoors(region.id, cause.id), backTo: paths.cause(region.id, cause.id) },
  }
  return page('tools/opinion-doors/made', { ...props, title: 'リンクができました', crumbs: crumbsOf(call, cause) })
}

const WAITING = 'もう一人に、見せてよいかを確かめてもらいます。確かめられたら、もう一度ここでリンクを作ってください'

/** The wording may tell who somebody is: nobody outside reads it before a second person's word. */
async function askSecond(call: Here, cause: Cause, evidence: readonly Evidence[]): Promise<Reply> {
  const { ctx, region, origin } = call
  const { at } = await causeAt(call)
  const { revisions } = await storyRead(call, at, cause.id)
  const href = paths.causeDoors(region.id, cause.id)
  await askAgreement(ctx, region, {
    subject: gateSubject(cause.id, evidence),
    title: `真因の仮説「${shortly(cause.text)}」`,
    href,
    text: gateText(shownBy(cause, evidence)),
    writers: writersOf(revisions, cause.id, at.head.body),
    origin,
  })
  return redirect(href, WAITING)
}

async function end(call: Here): Promise<Reply> {
  const { ctx, region, params } = call
  const { cause } = await causeAt(call)
  const door = (await doorsOf(ctx.db, region.id, cause.id)).find(({ id }) => id === params.doorId)
  if (!door) throw notFound()
  await endDoor(ctx, region, { door, cause })
  return redirect(paths.causeDoors(region.id, cause.id), 'リンクを取り消しました。開いても、もう仮説は見えません')
}
