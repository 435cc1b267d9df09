import { circlesReadBy } from '../../access/circles.ts'
import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import { bytesOf } from '../../platform/files/files.ts'
import { today, wareki } from '../../platform/time.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, readForm, withError } from '../../platform/web/forms.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { file, page, type Reply, redirect } from '../../platform/web/reply.ts'
import { regionCrumbs } from '../../programme/sections/sections.ts'
import { meetingsOfRegion } from '../meetings/store.ts'
import { filesOfPromise } from '../promise-files/store.ts'
import { type Agreed, isHomework } from '../promises/promises.ts'
import { promisesOfRegion } from '../promises/store.ts'
import { toolsOf } from '../tool-files/store.ts'
import { answerHandIn, handIn, keepHandIn } from './actions.ts'
import { answerForm, handInForm } from './forms.ts'
import { HOMEWORK_UPLOAD, isOnBehalf, mayAnswer, mayHandIn } from './homework.ts'
import { homeworkPage } from './pages.ts'
import { handInsOf, toolIdsOf } from './store.ts'

type RegionCall = Call & Seen['region']

export const homeworkRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/homework/:promiseId': { may: 'region.view', run: (call) => show(call) },
  'POST /regions/:regionId/homework/:promiseId': { may: 'homework.hand_in', run: save, upload: HOMEWORK_UPLOAD },
  'POST /regions/:regionId/homework/:promiseId/answer': {
    may: 'homework.answer',
    run: answer,
    upload: HOMEWORK_UPLOAD,
  },
  'GET /regions/:regionId/homework/:promiseId/drafts/:fileId': { may: 'homework.hand_in', run: draftFile },
}

async function asked({ ctx, region, params }: RegionCall): Promise<Agreed> {
  const promises = await promisesOfRegion(ctx.db, region.id, circlesReadBy(ctx.actor, region))
  const promise = promises.find(({ id }) => id === params.promiseId)
  if (!promise || !isHomework(promise)) throw notFound()
  return promise
}

async function show(call: RegionCall, form?: FormState, status = 200): Promise<Reply> {
  const { ctx, region } = call
  const promise = await asked(call)
  const { sent, draft } = await handInsOf(ctx.db, promise.id, ctx.actor.personId)
  const files = await filesOfPromise(ctx.db, promise.id)
  const own = await toolIdsOf(ctx.db, promise.id)
  const tools = own.length > 0 ? (await toolsOf(ctx.db, region.programmeId)).filter(({ id }) => own.includes(id)) : []
  const meeting = (await meetingsOfRegion(ctx.db, region.id)).find(({ id }) => id === promise.meetingId) ?? null
  const first = emptyForm({ text: draft?.text ?? '', arrivedOn: wareki(today(ctx.now)) })
  const view = { actor: ctx.actor, region, promise, sent, draft, files, tools, meeting, now: ctx.now }
  const props = homeworkPage({ ...view, form: form ?? first })
  const crumbs = regionCrumbs(region, ['約束・宿題・実践', paths.promises(region.id)], '宿題')
  return page('support/homework/show', { ...props, title: `${region.name} 宿題`, crumbs }, status)
}

function askMine(call: RegionCall, promise: Agreed): void {
  if (mayHandIn(call.ctx.actor, promise, call.region)) return
  if (promise.homework === 'handed')
    throw new Problem('conflict', '提出したものが、返事を待っています。返事が来ると、また出せるようになります')
  if (promise.homework === 'accepted' || promise.homework === 'waived')
    throw new Problem('conflict', 'この宿題は終わっています。実践のページに書き足せます')
  throw new Problem('forbidden', 'この宿題を出せるのは、頼まれた人と事務局です', ['頼まれた人', '事務局'])
}

/** Handed in, or laid aside as a draft; what arrived well is never lost to what did not. */
async function save(call: RegionCall): Promise<Reply> {
  const promise = await asked(call)
  askMine(call, promise)
  const { ctx, region, files } = call
  const input = readForm(handInForm(today(ctx.now)), call.body)
  const fault = Object.values(call.fileFaults)[0]
  if (!input.ok) return show(call, input.form, 422)
  const { text, drop, draft, arrivedOn } = input.data
  const { draft: earlier } = await handInsOf(ctx.db, promise.id, ctx.actor.personId)
  if (fault) {
    await keepHandIn(ctx, region, promise, { text, files })
    const rest = files.length > 0 ? `。ほかの${files.length}個は届いて、下書きにあります` : ''
    return show(call, withError(input.form, 'file', `${fault}${rest}`), 422)
  }
  if (drop || draft) {
    await keepHandIn(ctx, region, promise, { text, files, drop })
    return redirect(
      paths.homework(region.id, promise.id),
      drop ? 'ファイルを外しました' : '下書きに置きました。まだ提出していません',
    )
  }
  const laid = earlier ? (await filesOfPromise(ctx.db, promise.id)).some((one) => one.handInId === earlier.id) : false
  if (text === '' && files.length === 0 && !laid)
    return show(call, withError(input.form, 'text', '文を書くか、ファイルを選んでから提出してください'), 422)
  const arrived = isOnBehalf(ctx.actor, promise, region) ? arrivedOn : null
  const number = await handIn(ctx, region, promise, { text, files, arrivedOn: arrived })
  return redirect(
    paths.homework(region.id, promise.id),
    `第${number}版を提出しました。返事が来ると、次にやることに出ます`,
  )
}

async function answer(call: RegionCall): Promise<Reply> {
  const promise = await asked(call)
  const { ctx, region } = call
  if (!mayAnswer(ctx.actor, promise, region))
    throw new Problem('conflict', 'いま返事を待っている提出はありません。宿題のページを開き直してください')
  const input = readForm(answerForm, call.body)
  const fault = Object.values(call.fileFaults)[0]
  if (fault) return show(call, withError(input.form, 'file', fault), 422)
  if (!input.ok) return show(call, input.form, 422)
  const [last] = (await handInsOf(ctx.db, promise.id, null)).sent
  if (!last) throw notFound()
  const { answer: word, answerText } = input.data
  await answerHandIn(ctx, region, { promise, handIn: last }, { answer: word, text: answerText, files: call.files })
  const said = word === 'accepted' ? '受けとりました。実践として残ります' : '直してほしいことを返しました'
  return redirect(paths.homework(region.id, promise.id), said)
}

/** A draft's file, for the one who laid it there. */
async function draftFile(call: RegionCall): Promise<Reply> {
  const promise = await asked(call)
  const { draft } = await handInsOf(call.ctx.db, promise.id, call.ctx.actor.personId)
  const files = await filesOfPromise(call.ctx.db, promise.id)
  const found = draft && files.find((one) => one.handInId === draft.id && one.id === call.params.fileId)
  if (!found) throw notFound()
  return file({ name: found.name, type: found.mime, bytes: await bytesOf(found) })
}
