import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, readForm, withError } from '../../platform/web/forms.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { MAX_BYTES } from '../../programme/region-files/region-files.ts'
import { notAliveReason } from '../../programme/regions/regions.ts'
import { askAgreement } from '../../tools/agreements/actions.ts'
import { isOpen } from '../../tools/agreements/agreements.ts'
import { gateOf } from '../../tools/agreements/store.ts'
import { agendaOf } from '../joint-agendas/store.ts'
import { wordsOf } from '../joint-papers/joint-papers.ts'
import { readyPapers } from '../joint-papers/store.ts'
import { shownQuestions } from '../joint-questions/joint-questions.ts'
import { jointQuestionsOf } from '../joint-questions/store.ts'
import { isOwn, type Joint } from '../joint-report/joint-report.ts'
import { jointOf } from '../joint-report/store.ts'
import { handInFiles, handInPaper, takeBack } from './actions.ts'
import { fileForm, MATERIAL_KINDS, MOST_FILES, paperForm } from './forms.ts'
import { currentOf, dueOf, HAND_IN_KINDS, mayWithdraw } from './joint-materials.ts'
import { regionJointPage } from './pages.ts'
import { handInsOf } from './store.ts'

type InRegion = Call & Seen['region']

const AT = '/regions/:regionId/joint-report'
const upload = { kinds: MATERIAL_KINDS, maxBytes: MAX_BYTES, maxFiles: MOST_FILES }

export const jointMaterialRoutes = {
  [`GET ${AT}`]: { may: 'region.view', run: (call: InRegion) => show(call) },
  [`POST ${AT}/hand-ins`]: { may: 'joint.hand_in', run: give, upload },
  [`POST ${AT}/hand-ins/:handInId/end`]: { may: 'joint.hand_in', run: end },
} as RouteTable<'region'>

async function jointAt({ ctx, region, programme }: InRegion): Promise<Joint> {
  if (!region.isSelected || region.isSample || !isOwn(ctx.actor, region)) throw notFound()
  return jointOf(ctx, programme)
}

/** What this region was asked, alone or with all the others: kept with it. */
async function questionsTo({ ctx, region, programme }: InRegion, joint: Joint) {
  const all = await jointQuestionsOf(ctx.db, programme.id)
  const own = all.filter(({ regionId }) => regionId === null || regionId === region.id)
  return shownQuestions(ctx.actor, joint, own)
}

async function show(call: InRegion, form?: FormState): Promise<Reply> {
  const { ctx, region, programme } = call
  const joint = await jointAt(call)
  const props = regionJointPage({
    ...{ actor: ctx.actor, region, joint, now: ctx.now, form: form ?? emptyForm() },
    handIns: await handInsOf(ctx.db, [region.id]),
    ready: await readyPapers(call),
    questions: await questionsTo(call, joint),
    dueOn: dueOf(joint, await agendaOf(ctx.db, programme.id)),
  })
  return page('overview/joint-materials/region', props, form ? 422 : 200)
}

const doneWords = (joint: Joint): string =>
  joint.isOpen
    ? `出しました。${joint.label}に参加する人が、いまから読めます`
    : `出しました。${joint.label}の日から、ほかの参加地域の人も読みます`

async function give(call: InRegion): Promise<Reply> {
  const reason = notAliveReason(call.region)
  if (reason) throw new Problem('conflict', reason)
  const joint = await jointAt(call)
  return call.body.kind === undefined ? giveFiles(call, joint) : givePaper(call, joint)
}

async function giveFiles(call: InRegion, joint: Joint): Promise<Reply> {
  const { ctx, region, files, body } = call
  const input = readForm(fileForm, body)
  const fault = Object.values(call.fileFaults)[0] ?? (files.length === 0 ? '出すファイルを選んでください' : null)
  if (fault) return show(call, withError(input.form, 'file', fault))
  if (!input.ok) return show(call, input.form)
  const { note, replaces } = input.data
  const own = currentOf(await handInsOf(ctx.db, [region.id]))
  if (replaces && !own.some(({ seriesId, kind }) => seriesId === replaces && kind === 'file'))
    return show(call, withError(input.form, 'replaces', '差しかえるファイルがもうありません。選び直してください'))
  if (replaces && files.length > 1)
    return show(call, withError(input.form, 'file', '差しかえるときは、ファイルを1つだけ選んでください'))
  await handInFiles(ctx, { joint, region }, { files, note, replaces: replaces || null })
  return redirect(paths.regionJoint(region.id), doneWords(joint))
}

/** Words that may tell who somebody is are looked at by a second person before they leave the region. */
async function givePaper(call: InRegion, joint: Joint): Promise<Reply> {
  const { ctx, region, body, origin } = call
  const input = readForm(paperForm, body)
  const kind = input.ok ? input.data.kind : 'file'
  const paper = (await readyPapers(call)).find((one) => one.kind === kind)
  if (!paper?.snapshot || kind === 'file') {
    const words = paper?.reason ?? 'どの資料を出すかを選んでください'
    return show(call, withError(emptyForm(), '', words))
  }
  const subject = `joint/${kind}`
  const text = wordsOf(paper.snapshot)
  const gate = await gateOf(ctx.db, { regionId: region.id, subject, text })
  if (!isOpen(gate)) {
    const title = `${joint.label}に出す${HAND_IN_KINDS[kind]}`
    const href = paths.regionJoint(region.id)
    const id = await askAgreement(ctx, region, { subject, title, href, text, origin })
    const words = `個人が分かるかもしれない言葉があるため、まだ出していません。もう一人が確かめたあと、もう一度「出す」を押してください`
    return redirect(paths.privacyAgreement(region.id, id), words)
  }
  await handInPaper(ctx, { joint, region }, { kind, body: paper.snapshot.body })
  return redirect(paths.regionJoint(region.id), doneWords(joint))
}

async function end(call: InRegion): Promise<Reply> {
  const { ctx, region, params } = call
  const joint = await jointAt(call)
  const handIn = currentOf(await handInsOf(ctx.db, [region.id])).find(({ id }) => id === params.handInId)
  if (!handIn) throw notFound()
  if (!mayWithdraw(joint, handIn))
    throw new Problem(
      'conflict',
      `${joint.label}の日からは、もう読まれているため取り下げられません。差しかえることはできます`,
    )
  await takeBack(ctx, { joint, region }, handIn)
  return redirect(paths.regionJoint(region.id), `「${handIn.title}」を取り下げました`)
}
