import type { RouteTable, Seen } from '../../access/doors.ts'
import { may } from '../../access/may.ts'
import { type Body, rowsIn } from '../../papers/templates/templates.ts'
import { paths } from '../../paths/paths.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState } from '../../platform/web/forms.ts'
import { Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { notAliveReason } from '../../programme/regions/regions.ts'
import { regionCrumbs } from '../../programme/sections/sections.ts'
import { editModel } from '../box-edits/actions.ts'
import { faultsIn, kindIn, tooLongIn, wordIn } from '../box-edits/forms.ts'
import { carriesAround } from '../carries/store.ts'
import { type ShownCarry, shownCarry } from '../carry-notes/carry-notes.ts'
import { factsOf } from '../check-facts/store.ts'
import { fatesOf } from '../check-fates/store.ts'
import { isAt, shownRemarks } from '../comments/comments.ts'
import { remarksOf } from '../comments/store.ts'
import { addBox } from '../logic-models/body.ts'
import { logicModelKind } from '../model-words/model-words.ts'
import { readPaper, savePaper } from '../papers/actions.ts'
import { answersIn, baseIn } from '../papers/forms.ts'
import { paperClash } from '../papers/routes.ts'
import { paperAt } from '../papers/store.ts'
import { askedOn, atPath, questionsFor } from '../questions/questions.ts'
import { REASONS } from './model-show.ts'
import { modelPage } from './pages.ts'
import { againstFor } from './store.ts'

type Here = Call & Seen['region']

export const modelRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/logic-model': { may: 'paper.view', run: (call) => show(call) },
  'POST /regions/:regionId/logic-model/boxes': { may: 'paper.write', run: addOne },
  'POST /regions/:regionId/logic-model/reasons': { may: 'paper.write', run: saveReasons },
}

async function show(call: Here, form?: FormState): Promise<Reply> {
  const { ctx, region, query } = call
  const at = await paperAt(call, logicModelKind)
  await readPaper(ctx, at)
  const facts = await factsOf(ctx.db, region, ctx.now)
  const found = questionsFor(at.ref, at.head.body, facts)
  const fates = await fatesOf(ctx.db, region.id)
  const writes = at.closed === null
  const asked = (some: typeof found) => askedOn(region.id, some, fates, writes)
  const boxId = query.box ?? ''
  const remarks = (await remarksOf(call, at)).filter((remark) => boxId === '' || isAt(remark, `boxes/${boxId}`))
  const { offers, notes } = await carriesAround(call, at)
  const carries = [...notes].map(([path, note]) => [path, shownCarry(at, note)] as [string, ShownCarry])
  const mayComment = may(ctx.actor, 'paper.comment', region) && !notAliveReason(region)
  const props = modelPage({
    ...{ regionId: region.id, at, boxId, ...(await againstFor(ctx.db, at, query.against)) },
    questions: asked(found.filter(({ place }) => place.path === '')),
    questionCount: asked(found).length,
    ofBox: asked([...atPath(found, `boxes/${boxId}`), ...indicatorQuestions(at.head.body, boxId, found)]),
    remarks: shownRemarks(remarks, { regionId: region.id, ref: at.ref, mayEnd: mayComment }),
    carries: new Map(carries),
    offers: offers.length,
    hasInventory: rowsIn(facts.bodies.inventory ?? {}, 'items').some((row) => !row.boxId && row.text),
    mayComment,
    mayAdvise: may(ctx.actor, 'advice.give', region) && at.document !== undefined && !notAliveReason(region),
    form: form ?? emptyForm(),
  })
  return page('tools/model-show/show', { ...props, crumbs: regionCrumbs(region, 'ロジックモデル') }, form ? 422 : 200)
}

const indicatorQuestions = (body: Body, boxId: string, found: ReturnType<typeof questionsFor>) =>
  rowsIn(body, 'indicators')
    .filter((row) => row.box === boxId)
    .flatMap((row) => atPath(found, `indicators/${row.id}`))

/** A box by its words alone; what can't be is said on this page, with the words kept. */
async function addOne(call: Here): Promise<Reply> {
  const kind = kindIn(call.body)
  const text = wordIn(call.body, 'text')
  const form = (errors: Record<string, string>): FormState => ({ values: { ...call.body }, errors })
  const faults = { ...(!kind && { kind: '列を選んでください' }), ...faultsIn({ text }) }
  if (!kind || Object.keys(faults).length > 0) return show(call, form(faults))
  try {
    const done = await editModel(call.ctx, call.region, { edit: (body) => addBox(body, kind, { text }) })
    return redirect(`${paths.logicModel(call.region.id)}?box=${done.id}#chosen`, done.said)
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'invalid') throw error
    return show(call, form({ text: error.message }))
  }
}

/** 課題仮説欄: three texts in front of the columns. */
async function saveReasons(call: Here): Promise<Reply> {
  const { ctx, region } = call
  const at = await paperAt(call, logicModelKind)
  if (at.closed) throw new Problem('forbidden', at.closed)
  const keys = Object.keys(REASONS).filter((key) => call.body[key] !== undefined)
  const typed = Object.fromEntries(keys.map((key) => [key, wordIn(call.body, key)]))
  const errors = tooLongIn(typed)
  if (Object.keys(errors).length > 0) return show(call, { values: { ...call.body }, errors })
  const base = baseIn(call.body)
  const saved = await savePaper(ctx, region, logicModelKind, {
    ...(base !== undefined && { base }),
    ...answersIn(call.body),
    edit: (body) => ({ ...body, ...typed }),
  })
  if (saved.kind === 'clash') return paperClash(call, at, { saved, saveTo: paths.logicModelReasons(region.id) })
  return redirect(paths.logicModel(region.id), '目標・現状・真因の仮説を保存しました')
}
