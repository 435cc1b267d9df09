import type { RouteTable } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import type { Db } from '../../platform/db/db.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, readForm } from '../../platform/web/forms.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { countPeople } from '../accounts/store.ts'
import { setUp } from './actions.ts'
import { setupForm } from './forms.ts'
import { setupPage, waitingPage } from './pages.ts'
import { isSetupToken } from './setup.ts'

const inhabited = new WeakSet<Db>()

/** Asked once per house: nobody moves out to the last person. */
async function hasPeople(db: Db): Promise<boolean> {
  if (inhabited.has(db)) return true
  if ((await countPeople(db)) === 0) return false
  inhabited.add(db)
  return true
}

/** In an empty house every door but the set-up's own answers how to begin; null once somebody lives there. */
export async function firstRun(call: Call): Promise<Reply | null> {
  if (call.url.startsWith('/setup/') || (await hasPeople(call.ctx.db))) return null
  return page('people/setup/waiting', waitingPage(), 503)
}

async function askKey(call: Call): Promise<string> {
  const token = call.params.token ?? ''
  if (!isSetupToken(token)) throw notFound()
  if (await hasPeople(call.ctx.db))
    throw new Problem('gone', '最初の設定は、もう済んでいます。ホームから入ってください')
  return token
}

async function show(call: Call): Promise<Reply> {
  return page('people/setup/show', setupPage(emptyForm(), await askKey(call)))
}

async function begin(call: Call): Promise<Reply> {
  const token = await askKey(call)
  const input = readForm(setupForm, call.body)
  if (!input.ok) return page('people/setup/show', setupPage(input.form, token), 422)
  const cookie = await setUp(call, input.data)
  return { ...redirect(paths.home, '始められます。まず年度事業をつくるか、仲間を招いてください'), cookies: [cookie] }
}

export const setupRoutes: RouteTable<'plain'> = {
  'GET /setup/:token': { may: 'public', run: show },
  'POST /setup/:token': { may: 'public', run: begin },
}
