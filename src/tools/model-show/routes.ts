import type { RouteTable, Seen } from '../../access/doors.ts'
import { may } from '../../access/may.ts'
import { bodyAt } from '../../papers/documents/store.ts'
import { milestonesOf } from '../../papers/revisions/store.ts'
import { type Body, rowsIn } from '../../papers/templates/templates.ts'
import { paths } from '../../paths/paths.ts'
import { today, wareki } from '../../platform/time.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState } from '../../platform/web/forms.ts'
import { file, page, type Reply } from '../../platform/web/reply.ts'
import { notAliveReason } from '../../programme/regions/regions.ts'
import { regionCrumbs } from '../../programme/sections/sections.ts'
import { carryNotes, carryOffers } from '../carries/store.ts'
import { type ShownCarry, shownCarry } from '../carry-notes/carry-notes.ts'
import { factsOf } from '../check-facts/store.ts'
import { fatesOf } from '../check-fates/store.ts'
import { isAt, shownRemarks } from '../comments/comments.ts'
import { remarksOf } from '../comments/store.ts'
import { modelPaper } from '../model-pictures/paper.ts'
import { modelPicture } from '../model-pictures/picture.ts'
import { logicModelKind } from '../model-words/model-words.ts'
import { readPaper } from '../papers/actions.ts'
import type { PaperAt } from '../papers/papers.ts'
import { paperAt } from '../papers/store.ts'
import { standalone } from '../picture-styles/picture-styles.ts'
import { askedOn, atPath, questionsFor } from '../questions/questions.ts'
import { reasonsOf } from './model-show.ts'
import { modelPage } from './pages.ts'

type Here = Call & Seen['region']

export const modelRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/logic-model': { may: 'paper.view', run: (call) => showModel(call) },
  'GET /regions/:regionId/logic-model/print': { may: 'paper.view', run: print },
  'GET /regions/:regionId/logic-model/picture.svg': { may: 'paper.view', run: picture },
}

type Against = { label: string; body: Body; number: number } | null

/** What is compared with: what was asked for, else the newest named version that something changed after. */
async function againstFor(
  call: Here,
  at: PaperAt,
): Promise<{ milestones: Awaited<ReturnType<typeof milestonesOf>>; against: Against }> {
  const { db } = call.ctx
  const milestones = at.document ? await milestonesOf(db, at.document.id) : []
  const asked = call.query.against ?? ''
  if (!at.document || asked === 'none') return { milestones, against: null }
  const number = /^\d{1,9}$/.test(asked) ? Number(asked) : milestones.at(-1)?.number
  if (number === undefined || number >= at.head.number) return { milestones, against: null }
  const { body } = await bodyAt(db, at.document.id, number)
  const label = milestones.findLast((m) => m.number === number)?.label ?? `第${number}版`
  return { milestones, against: { label, body, number } }
}

export async function showModel(call: Here, form?: FormState): Promise<Reply> {
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
  const carries = [...(await carryNotes(call, at))].map(
    ([path, note]) => [path, shownCarry(at, note)] as [string, ShownCarry],
  )
  const mayComment = may(ctx.actor, 'paper.comment', region) && !notAliveReason(region)
  const props = modelPage({
    ...{ regionId: region.id, at, boxId, ...(await againstFor(call, at)) },
    questions: asked(found.filter(({ place }) => place.path === '')),
    questionCount: asked(found).length,
    ofBox: asked([...atPath(found, `boxes/${boxId}`), ...indicatorQuestions(at.head.body, boxId, found)]),
    remarks: shownRemarks(remarks, { regionId: region.id, ref: at.ref, mayEnd: mayComment }),
    carries: new Map(carries),
    offers: (await carryOffers(call, at)).length,
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

/** One A3 sheet; 課題仮説 is its first column again. */
async function print(call: Here): Promise<Reply> {
  const { region, ctx } = call
  const at = await paperAt(call, logicModelKind)
  const { against } = call.query.against ? await againstFor(call, at) : { against: null }
  const paper = modelPaper(at.head.body, {
    reasons: reasonsOf(at.head.body).filter((one) => one.text !== ''),
    title: `${region.name}　課題解決ストーリー（ロジックモデル）`,
    note: `第${at.head.number}版　${wareki(today(ctx.now))}`,
    ...(against && { before: against.body }),
  })
  const heading = `${region.name} ロジックモデル`
  const props = { heading, svg: paper.svg, fits: paper.fits, isCut: paper.isCut, backTo: paths.logicModel(region.id) }
  return page('tools/model-show/print', { ...props, title: heading, frame: 'plain' })
}

async function picture(call: Here): Promise<Reply> {
  const at = await paperAt(call, logicModelKind)
  const { svg } = modelPicture(at.head.body, { title: `${call.region.name} ロジックモデル` })
  return file({
    name: `${call.region.name}_ロジックモデル.svg`,
    type: 'image/svg+xml',
    bytes: Buffer.from(standalone(svg)),
  })
}
