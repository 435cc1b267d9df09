import { type RouteTable, type Seen, tableDoors } from '../../access/doors.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import type { NamedList } from '../../platform/office/csv.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState } from '../../platform/web/forms.ts'
import { Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { regionCrumbs } from '../../programme/sections/sections.ts'
import { editModel } from '../box-edits/actions.ts'
import { factsOf } from '../check-facts/store.ts'
import { fatesOf } from '../check-fates/store.ts'
import { addValue, type Place, removeValue, restoreValue } from '../indicator-values/actions.ts'
import { valuesOf } from '../indicator-values/store.ts'
import { addIndicator, editIndicator, removeIndicator } from '../indicators/body.ts'
import { boxIn } from '../logic-models/body.ts'
import { indicatorsOf } from '../logic-models/logic-models.ts'
import { modelTabs } from '../model-tabs/store.ts'
import { logicModelKind } from '../model-words/model-words.ts'
import { answersIn, baseIn } from '../papers/forms.ts'
import type { PaperAt } from '../papers/papers.ts'
import { paperClash } from '../papers/routes.ts'
import { paperAt } from '../papers/store.ts'
import { askedOn, atPath, questionsFor } from '../questions/questions.ts'
import { indicatorIn, nameIn, valueIn } from './forms.ts'
import { indicatorPage, indicatorsPage } from './pages.ts'
import { indicatorList } from './workbook.ts'

type Here = Call & Seen['region']

const WRITE = 'paper.write' as const
const ONE = '/regions/:regionId/logic-model/indicators/:id'

export const indicatorRoutes: RouteTable<'region'> = {
  ...tableDoors<'region'>('/regions/:regionId/logic-model/indicators', 'paper.view', taken),
  'GET /regions/:regionId/logic-model/indicators': { may: 'paper.view', run: list },
  'POST /regions/:regionId/logic-model/boxes/:boxId/indicators': { may: WRITE, run: add },
  [`GET ${ONE}` as const]: { may: 'paper.view', run: (call: Here) => show(call) },
  [`POST ${ONE}` as const]: { may: WRITE, run: save },
  [`POST ${ONE}/removal` as const]: { may: WRITE, run: remove },
  [`POST ${ONE}/values` as const]: { may: WRITE, run: measure },
  [`POST ${ONE}/values/:valueId/removal` as const]: { may: WRITE, run: takeBack },
}

const idIn = (call: Here): string => call.params.id ?? ''
const GONE = 'この指標は、もうありません。ほかの人が消したのかもしれません。変更の記録から戻せます'

async function list(call: Here): Promise<Reply> {
  const { ctx, region } = call
  const at = await paperAt(call, logicModelKind)
  const values = await valuesOf(ctx.db, region.id)
  const tabs = await modelTabs(ctx, region, at, 'indicators')
  const props = indicatorsPage({ regionId: region.id, at, values, now: ctx.now, tabs })
  const crumbs = regionCrumbs(region, ['ロジックモデル', paths.logicModel(region.id)], '指標')
  return page('tools/model-indicators/list', { ...props, crumbs })
}

async function indicatorAt(call: Here) {
  const at = await paperAt(call, logicModelKind)
  const indicator = indicatorsOf(at.head.body).find(({ id }) => id === idIn(call))
  if (!indicator) throw new Problem('gone', GONE)
  return { at, indicator }
}

async function show(call: Here, form: FormState = emptyForm()): Promise<Reply> {
  const { ctx, region } = call
  const { at, indicator } = await indicatorAt(call)
  const found = questionsFor(at.ref, at.head.body, await factsOf(ctx.db, region, ctx.now))
  const about = atPath(found, `indicators/${indicator.id}`)
  const mayWrite = may(ctx.actor, 'paper.write', region)
  const props = indicatorPage({
    ...{ regionId: region.id, at, indicator, now: ctx.now, form },
    ...{ values: await valuesOf(ctx.db, region.id), base: baseIn(call.body) ?? at.head.number },
    removed: at.closed === null ? (call.query.removed ?? '') : '',
    questions: askedOn(region.id, about, await fatesOf(ctx.db, region.id), mayWrite),
  })
  const trail: [string, string][] = [
    ['ロジックモデル', paths.logicModel(region.id)],
    ['指標', paths.indicators(region.id)],
  ]
  const crumbs = regionCrumbs(region, ...trail, props.heading)
  return page('tools/model-indicators/show', { ...props, crumbs }, Object.keys(form.errors).length > 0 ? 422 : 200)
}

async function add(call: Here): Promise<Reply> {
  const boxId = call.params.boxId ?? ''
  boxIn((await paperAt(call, logicModelKind)).head.body, boxId)
  const text = nameIn(call.body)
  if (!text) throw new Problem('invalid', '指標を書いてから「指標を足す」を押してください')
  const done = await editModel(call.ctx, call.region, { edit: (body) => addIndicator(body, boxId, { text }) })
  return redirect(paths.indicator(call.region.id, done.id), done.said)
}

async function save(call: Here): Promise<Reply> {
  const { at } = await indicatorAt(call)
  const { given, faults } = indicatorIn(call.body)
  if (Object.keys(faults).length > 0) return show(call, { values: { ...call.body }, errors: faults })
  const base = baseIn(call.body)
  const done = await editModel(call.ctx, call.region, {
    ...(base !== undefined && { base }),
    ...answersIn(call.body),
    edit: (body) => editIndicator(body, idIn(call), given),
  })
  const here = paths.indicator(call.region.id, idIn(call))
  if (done.saved.kind === 'clash') return paperClash(call, at, { saved: done.saved, saveTo: here, backTo: here })
  return redirect(here, done.said)
}

async function remove(call: Here): Promise<Reply> {
  await indicatorAt(call)
  const done = await editModel(call.ctx, call.region, { edit: (body) => removeIndicator(body, idIn(call)) })
  return redirect(paths.indicators(call.region.id), done.said)
}

const placeOf = (call: Here, { at, indicator }: { at: PaperAt; indicator: Place['indicator'] }): Place => {
  if (at.closed) throw new Problem('forbidden', at.closed)
  return { region: call.region, indicator, circle: at.circle }
}

async function measure(call: Here): Promise<Reply> {
  const found = await indicatorAt(call)
  const { given, faults } = valueIn(call.body)
  if (Object.keys(faults).length > 0) return show(call, { values: { ...call.body }, errors: faults })
  await addValue(call.ctx, placeOf(call, found), given)
  const isPast = found.indicator.nextOn !== '' && given.on >= found.indicator.nextOn
  const said = `値を書きました（${given.value}）${isPast ? '。次に測る日を決めてください' : ''}`
  return redirect(`${paths.indicator(call.region.id, idIn(call))}#values`, said)
}

/** The same address takes away and, with `undo`, puts back. */
async function takeBack(call: Here): Promise<Reply> {
  const place = placeOf(call, await indicatorAt(call))
  const here = paths.indicator(call.region.id, idIn(call))
  const id = call.params.valueId ?? ''
  if (call.body.undo) {
    await restoreValue(call.ctx, place, id)
    return redirect(`${here}#values`, '値を元に戻しました')
  }
  await removeValue(call.ctx, place, id)
  return redirect(`${here}?removed=${encodeURIComponent(id)}`, '値を消しました。下のボタンで元に戻せます')
}

async function taken(call: Here): Promise<NamedList> {
  const { ctx, region } = call
  const { body } = (await paperAt(call, logicModelKind)).head
  return { name: `${region.name}_ロジックモデルの指標`, ...indicatorList(body, await valuesOf(ctx.db, region.id)) }
}
