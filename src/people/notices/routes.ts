import type { RouteTable } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import type { Call } from '../../platform/web/call.ts'
import { readForm } from '../../platform/web/forms.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { chooseNotices } from './actions.ts'
import { noticeForm } from './forms.ts'
import { CHOICES } from './notices.ts'
import { noticesPage } from './pages.ts'
import { choiceOf } from './store.ts'

const choiceNow = ({ ctx }: Call) => choiceOf(ctx.db, ctx.actor.personId ?? '')

const show = async (call: Call): Promise<Reply> => page('people/notices/show', noticesPage(await choiceNow(call)))

async function save(call: Call): Promise<Reply> {
  const input = readForm(noticeForm, call.body)
  if (!input.ok) return page('people/notices/show', noticesPage(await choiceNow(call), input.form), 422)
  await chooseNotices(call.ctx, input.data.notices)
  return redirect(paths.profile, `動いたことの知らせを「${CHOICES[input.data.notices]}」にしました`)
}

export const noticeRoutes: RouteTable<'plain'> = {
  'GET /profile/notices': { may: 'profile.edit', run: show },
  'POST /profile/notices': { may: 'profile.edit', run: save },
}
