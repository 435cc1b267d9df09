import type { RouteTable, Seen } from '../../access/doors.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, readForm } from '../../platform/web/forms.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { notAliveReason } from '../../programme/regions/regions.ts'
import { regionCrumbs, regionFrame } from '../../programme/sections/sections.ts'
import { type PaperAt, titleOf } from '../papers/papers.ts'
import { type KindOf, namedPaper } from '../papers/store.ts'
import { closeComment, writeComment } from './actions.ts'
import { isAt, quoteAt, shownRemarks } from './comments.ts'
import { commentForm } from './forms.ts'
import { commentsPage } from './pages.ts'
import { remarksOf } from './store.ts'

type Here = Call & Seen['region']

/** Comments at any place of any paper; what is said there is read by the paper's own circle. */
export function commentRoutes(kindOf: KindOf): RouteTable<'region'> {
  const at = namedPaper(kindOf)
  return {
    'GET /regions/:regionId/papers/:ref/comments': {
      may: 'paper.view',
      run: async (call) => list(call, await at(call)),
    },
    'POST /regions/:regionId/papers/:ref/comments': {
      may: 'paper.comment',
      run: async (call) => write(call, await at(call)),
    },
    'POST /regions/:regionId/papers/:ref/comments/:commentId/end': {
      may: 'paper.comment',
      run: async (call) => end(call, await at(call)),
    },
  }
}

async function list(call: Here, at: PaperAt, form?: FormState): Promise<Reply> {
  const { ctx, region } = call
  const path = String(form?.values.path ?? call.query.path ?? '')
  const remarks = (await remarksOf(call, at)).filter((remark) => path === '' || isAt(remark, path))
  const open = may(ctx.actor, 'paper.comment', region) && !notAliveReason(region)
  const home = at.kind.home(region.id, at.part)
  const advises = may(ctx.actor, 'advice.give', region) && at.document
  const key = path === '' ? `document:${at.document?.id}` : `document:${at.document?.id}:${path}`
  const props = commentsPage(at, {
    around: regionFrame(ctx.actor, region, 'tools'),
    about: path === '' ? null : { place: at.kind.words.place(path, at.head.body), quote: quoteAt(at.head.body, path) },
    path,
    remarks: shownRemarks(remarks, { regionId: region.id, ref: at.ref, mayEnd: open }),
    saveTo: open ? paths.paperComments(region.id, at.ref) : null,
    adviseTo: advises ? `${paths.advice(region.id)}?about=${encodeURIComponent(key)}` : null,
    backTo: home,
    form: form ?? emptyForm(),
  })
  const crumbs = regionCrumbs(region, [titleOf(at), home], 'コメントと助言')
  return page('tools/comments/index', { ...props, crumbs }, form ? 422 : 200)
}

async function write(call: Here, at: PaperAt): Promise<Reply> {
  const input = readForm(commentForm, call.body)
  if (!input.ok) return list(call, at, input.form)
  const { text, path } = input.data
  await writeComment(call.ctx, call.region, { at, path, text })
  const to = paths.paperComments(call.region.id, at.ref)
  return redirect(path === '' ? to : `${to}?path=${encodeURIComponent(path)}`, 'コメントを残しました')
}

async function end(call: Here, at: PaperAt): Promise<Reply> {
  await closeComment(call.ctx, call.region, { at, id: call.params.commentId ?? '' })
  return redirect(paths.paperComments(call.region.id, at.ref), 'コメントを済みにしました')
}
