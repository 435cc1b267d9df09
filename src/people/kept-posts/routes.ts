import type { RouteTable } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import type { Call } from '../../platform/web/call.ts'
import { page, type Reply, redirect, say } from '../../platform/web/reply.ts'
import { keepPost } from './actions.ts'
import { KEPT_COOKIE } from './kept-posts.ts'
import { keptPostPage } from './pages.ts'
import { keptPostOf } from './store.ts'

/** What a door answers that wants somebody signed in: the way to sign in and back, with what was typed. */
export async function signInRedirect(call: Call, method: 'get' | 'post'): Promise<Reply> {
  if (call.wantsPart) return say('入っている時間が終わりました。別の画面で入りなおすと、ここから保存できます', 401)
  if (method === 'get') return redirect(paths.signIn(call.url))
  const cookie = await keepPost(call)
  return { ...redirect(paths.signIn(paths.keptPost)), ...(cookie && { cookies: [cookie] }) }
}

/** Only the one who typed it goes on with it; another person on the same machine never sees it. */
async function show(call: Call): Promise<Reply> {
  const { db, now, actor } = call.ctx
  const post = await keptPostOf(db, call.cookies[KEPT_COOKIE] ?? '', now)
  const own = post && (post.personId === null || post.personId === actor.personId) ? post : null
  return page('people/kept-posts/show', keptPostPage(own))
}

export const keptPostRoutes: RouteTable<'plain'> = {
  'GET /kept': { may: 'home.view', run: show },
}
