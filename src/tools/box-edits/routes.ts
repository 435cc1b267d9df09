import type { RouteTable, Seen } from '../../access/doors.ts'
import { may } from '../../access/may.ts'
import type { Body } from '../../papers/templates/templates.ts'
import { paths } from '../../paths/paths.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, withError } from '../../platform/web/forms.ts'
import { Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { regionCrumbs } from '../../programme/sections/sections.ts'
import { BOX_DEEDS } from '../box-deeds/box-deeds.ts'
import { factsOf } from '../check-facts/store.ts'
import { fatesOf } from '../check-fates/store.ts'
import { isAt, shownRemarks } from '../comments/comments.ts'
import { remarksOf } from '../comments/store.ts'
import { boxIn as boxOf, type Edited, editBox } from '../logic-models/body.ts'
import { logicModelKind } from '../model-words/model-words.ts'
import { answersIn, baseIn } from '../papers/forms.ts'
import { paperClash } from '../papers/routes.ts'
import { paperAt } from '../papers/store.ts'
import { askedOn, atPath, questionsFor } from '../questions/questions.ts'
import { editModel } from './actions.ts'
import { boxIn, faultsIn } from './forms.ts'
import { boxPage } from './pages.ts'

type Here = Call & Seen['region']
const WRITE = 'paper.write' as const
const BOX = '/regions/:regionId/logic-model/boxes/:boxId'

export const boxRoutes: RouteTable<'region'> = {
  [`GET ${BOX}`]: { may: WRITE, run: (call: Here) => show(call) },
  [`POST ${BOX}`]: { may: WRITE, run: save },
  ...Object.fromEntries(
    Object.entries(BOX_DEEDS).map(([name, { field, edit }]) => [
      `POST ${BOX}/${name}`,
      { may: WRITE, run: (call: Here) => deed(call, edit(call.body, idIn(call)), field) },
    ]),
  ),
}

const idIn = (call: Here): string => call.params.boxId ?? ''

async function show(call: Here, form: FormState = emptyForm()): Promise<Reply> {
  const { ctx, region } = call
  const at = await paperAt(call, logicModelKind)
  if (at.closed) throw new Problem('forbidden', at.closed)
  const box = boxOf(at.head.body, idIn(call))
  const found = atPath(questionsFor(at.ref, at.head.body, await factsOf(ctx.db, region, ctx.now)), `boxes/${box.id}`)
  const remarks = (await remarksOf(call, at)).filter((remark) => isAt(remark, `boxes/${box.id}`))
  const mayEnd = may(ctx.actor, 'paper.comment', region)
  const props = boxPage({
    ...{ regionId: region.id, at, box, base: baseIn(call.body) ?? at.head.number },
    questions: askedOn(region.id, found, await fatesOf(ctx.db, region.id)),
    remarks: shownRemarks(remarks, { regionId: region.id, ref: at.ref, mayEnd }),
    form,
  })
  const crumbs = regionCrumbs(region, ['ロジックモデル', paths.logicModel(region.id)], props.heading)
  const bad = Object.keys(form.errors).length > 0
  return page('tools/box-edits/edit', { ...props, crumbs }, bad ? 422 : 200)
}

const toBox = (call: Here, id: string) => `${paths.logicModel(call.region.id)}?box=${id}#chosen`

/** Every box by itself: who is on another box, or on another field of this one, is merged. */
async function save(call: Here): Promise<Reply> {
  const at = await paperAt(call, logicModelKind)
  const { kind } = boxOf(at.head.body, idIn(call))
  const given = boxIn(call.body, kind)
  const faults = faultsIn(given)
  if (Object.keys(faults).length > 0) return show(call, { values: { ...given } as FormState['values'], errors: faults })
  const base = baseIn(call.body)
  const done = await editModel(call.ctx, call.region, {
    ...(base !== undefined && { base }),
    ...answersIn(call.body),
    edit: (body) => editBox(body, idIn(call), given),
  })
  if (done.saved.kind === 'clash') {
    const saveTo = paths.logicModelBox(call.region.id, idIn(call))
    return paperClash(call, at, { saved: done.saved, saveTo, backTo: saveTo })
  }
  return redirect(toBox(call, idIn(call)), done.said)
}

/** A deed that takes what stands now; what can't be is said on the box's page, with everything kept. */
async function deed(call: Here, edit: (body: Body) => Edited, field = ''): Promise<Reply> {
  try {
    const done = await editModel(call.ctx, call.region, { edit })
    return redirect(toBox(call, done.id), done.said)
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'invalid') throw error
    return show(call, withError({ values: { ...call.body }, errors: {} }, field, error.message))
  }
}
