import type { RouteTable } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import { tryDoor } from '../../people/tries/store.ts'
import type { Call } from '../../platform/web/call.ts'
import { readForm } from '../../platform/web/forms.ts'
import { notFound } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { giveOpinion } from './actions.ts'
import { opinionForm } from './forms.ts'
import { type Asked, CHANGED, type Closed, crowdedWords, markOf } from './opinion-answers.ts'
import { opinionClosedPage, opinionLinkPage } from './pages.ts'
import { askedBy } from './store.ts'

/** No account: whoever has the link may answer, as often as there are people around the table. */
export const opinionLinkRoutes: RouteTable<'plain'> = {
  'GET /l/opinion/:token': { may: 'public', run: show },
  'POST /l/opinion/:token': { may: 'public', run: send },
}

async function asked(call: Call): Promise<Asked | Closed> {
  const found = await askedBy(call.ctx, call.params.token ?? '')
  if (!found) throw notFound()
  return found
}

const hereOf = (call: Call) => paths.opinionLink(call.params.token ?? '')
const closedReply = (closed: Closed): Reply =>
  page('tools/opinion-answers/closed', opinionClosedPage(closed), closed.status)

async function show(call: Call): Promise<Reply> {
  const found = await asked(call)
  const isSent = call.query.sent === '1'
  if ('why' in found)
    return closedReply(
      isSent && found.status === 410
        ? { ...found, why: `意見は届きました。ありがとうございます。${found.why}` }
        : found,
    )
  return page('tools/opinion-answers/show', opinionLinkPage(found, { here: hereOf(call), isSent }))
}

async function send(call: Call): Promise<Reply> {
  const found = await asked(call)
  if ('why' in found) return closedReply(found)
  const here = hereOf(call)
  const input = readForm(opinionForm, call.body)
  const again = (status: number, wait: string | null = null): Reply =>
    page('tools/opinion-answers/show', opinionLinkPage(found, { here, isSent: false, wait, form: input.form }), status)
  if (!input.ok) return again(422)
  if (input.data.seen !== markOf(found.shown)) return again(422, CHANGED)
  const minutes = await tryDoor(call.ctx.db, 'opinion_address', call.address, call.ctx.now)
  if (minutes > 0) return again(429, crowdedWords(minutes))
  await giveOpinion(call.ctx, found, input.data)
  return redirect(`${here}?sent=1`)
}
