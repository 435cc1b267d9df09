import { runs } from '../../access/actor.ts'
import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import { today } from '../../platform/time.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, readForm } from '../../platform/web/forms.ts'
import { notFound } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { sawAnswers, sayOpinion } from '../../support/wg-opinions/actions.ts'
import { modelPicture } from '../../tools/model-pictures/picture.ts'
import { releasedBoards } from '../board-releases/store.ts'
import { boardPage } from '../boards/pages.ts'
import { releaseModel, takeModelBack } from '../model-releases/actions.ts'
import { modelForWatchers } from '../model-releases/store.ts'
import { isAwaited, neighbours, type Review } from '../reviews/reviews.ts'
import { markRead, markUnread, reviewsAt } from '../reviews/store.ts'
import { reviewForm } from './forms.ts'
import { reviewPage } from './pages.ts'

type InProgramme = Call & Seen['programme']

/** One region as it was put to the WG, and one box to say what one thinks. */
export const regionReviewRoutes: RouteTable<'programme'> = {
  'GET /programmes/:programmeId/meetings/:n/reviews/:reviewedId': { may: 'review.view', run: (call) => show(call) },
  'POST /programmes/:programmeId/meetings/:n/reviews/:reviewedId/opinions': { may: 'opinion.say', run: say },
  'POST /programmes/:programmeId/meetings/:n/reviews/:reviewedId/unread': { may: 'review.view', run: unread },
  'POST /programmes/:programmeId/meetings/:n/reviews/:reviewedId/model': { may: 'opinion.answer', run: model },
}

async function reviewAsked(call: InProgramme) {
  const { ctx, programme, params } = call
  const view = await reviewsAt(ctx, programme, params.n ?? '')
  const review = view.reviews.find(({ region }) => region.id === params.reviewedId)
  if (!review) throw notFound()
  return { view, review }
}

async function modelShown({ ctx }: InProgramme, { region }: Review) {
  const found = await modelForWatchers(ctx.db, region.id)
  if (!found || found.number === 0) return null
  const { svg } = modelPicture(found.body, { title: `${region.name} ロジックモデル` })
  return { svg, number: found.number, at: found.release?.releasedAt ?? null }
}

/** Everybody reads here what was put to the WG, the secretariat too: so it sees what they see. */
async function show(call: InProgramme, form: FormState = emptyForm(), status = 200): Promise<Reply> {
  const { ctx } = call
  const { view, review } = await reviewAsked(call)
  const { region } = review
  const released = (await releasedBoards(ctx.db, [region.id])).get(region.id) ?? null
  const asked = { actor: ctx.actor, region, released, board: released?.board ?? null, isReleased: true, added: 0 }
  const opinions = view.opinions.filter((one) => one.regionId === region.id)
  const shown = { review, board: boardPage(asked), model: await modelShown(call, review), opinions, form }
  await sawAnswers(ctx, opinions)
  if (isAwaited(review)) await markRead(ctx, region.id)
  return page('overview/region-reviews/show', reviewPage(view, shown), status)
}

async function say(call: InProgramme): Promise<Reply> {
  const { ctx, programme, body } = call
  const { view, review } = await reviewAsked(call)
  const input = readForm(reviewForm, body)
  if (!input.ok) return show(call, input.form, 422)
  const { region } = review
  const author = { id: ctx.actor.personId, name: ctx.actor.name }
  const said = { programme, text: input.data.text, region, slot: view.slot, author }
  await sayOpinion(ctx, { ...said, isHeard: false, saidOn: today(ctx.now) })
  const n = view.slot.number
  const { after } = neighbours(view.reviews, region.id)
  const next = after ? paths.review(programme.id, n, after.region.id) : paths.reviews(programme.id, n)
  const to = body.next ? next : paths.review(programme.id, n, region.id)
  return redirect(to, `${region.name}への意見を送りました`)
}

async function unread(call: InProgramme): Promise<Reply> {
  const { view, review } = await reviewAsked(call)
  await markUnread(call.ctx, review.region.id)
  const told = `${review.region.name}を「まだ読んでいない」に戻しました`
  return redirect(paths.reviews(call.programme.id, view.slot.number), told)
}

async function model(call: InProgramme): Promise<Reply> {
  const { ctx, programme, body } = call
  const { view, review } = await reviewAsked(call)
  if (!runs(ctx.actor, review.region)) throw notFound()
  const here = paths.review(programme.id, view.slot.number, review.region.id)
  if (body.back) {
    await takeModelBack(ctx, review.region)
    return redirect(here, 'ロジックモデルを取り下げました。WGには見えません')
  }
  return redirect(here, `ロジックモデルの第${await releaseModel(ctx, review.region)}版をWGに示しました`)
}
