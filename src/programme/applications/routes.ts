import { nobody } from '../../access/actor.ts'
import type { RouteTable } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import { openLink } from '../../people/doors/store.ts'
import { fullNameOf, type Organisation } from '../../people/organisations/organisations.ts'
import { organisationOf, organisationsByIds, searchOrganisations } from '../../people/organisations/store.ts'
import { COOKIE_SECONDS, SIGN_IN_COOKIE } from '../../people/sign-in/sign-in.ts'
import { startSignIn } from '../../people/sign-in/store.ts'
import { tryDoor } from '../../people/tries/store.ts'
import { keep } from '../../platform/db/transaction.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, readForm, withError } from '../../platform/web/forms.ts'
import { Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { programmeSeen } from '../programmes/store.ts'
import { publicProgramme } from '../public-page/store.ts'
import { askToBegin, enterByLink, LINK_GONE } from './actions.ts'
import { closedReason } from './applications.ts'
import { startForm } from './forms.ts'
import { enterEntryPage, sentPage, startPage } from './pages.ts'
import { applicationOf } from './store.ts'

/** Beginning without an account: a form, a letter, a link. */
export const entryLinkRoutes: RouteTable<'plain'> = {
  'GET /entry/:programmeId/start': { may: 'public', run: start },
  'POST /entry/:programmeId/start': { may: 'public', run: ask },
  'GET /entry/:programmeId/sent': { may: 'public', run: sent },
  'GET /l/entry/:token': { may: 'public', run: showLink },
  'POST /l/entry/:token': { may: 'public', run: enter },
}

/** Organisations for which somebody signed in already may begin. */
function ownOrganisations(call: Call): Promise<Organisation[]> {
  const held = call.ctx.actor.memberships.filter((m) => m.role === 'municipality' || m.role === 'prefecture')
  return organisationsByIds(
    call.ctx.db,
    held.filter((m) => m.regionId === null).map((m) => m.organisationId),
  )
}

async function again(call: Call, form: FormState, found: readonly Organisation[] = [], status = 422): Promise<Reply> {
  const programme = await publicProgramme(call.ctx, call.params.programmeId)
  const own = await ownOrganisations(call)
  return page('programme/applications/start', startPage(programme, { form, found, own }, call.ctx.now), status)
}

async function start(call: Call): Promise<Reply> {
  return again(call, emptyForm(), [], 200)
}

async function ask(call: Call): Promise<Reply> {
  const programme = await publicProgramme(call.ctx, call.params.programmeId)
  const input = readForm(startForm, call.body)
  if (!input.ok) return again(call, input.form)
  const closed = programme.publishedAt ? closedReason(programme, call.ctx.now) : '募集ページはまだ公開されていません'
  if (closed) return again(call, withError(input.form, '', closed))
  const found = await organisationsNamed(call, input.data)
  const [organisation, second] = found
  if (!organisation)
    return again(
      call,
      withError(
        input.form,
        'organisation',
        'その名前の市町村・都道府県が見つかりません。正式な名前か、市町村コードで書いてください',
      ),
    )
  if (second)
    return again(
      call,
      withError(input.form, 'organisationId', '当てはまるものが複数あります。一つ選んでください'),
      found,
    )
  await askLimits(call, input.data.mail)
  const { mail: email, name, section, joint: isJoint } = input.data
  await askToBegin(call.ctx, programme, {
    email: email.toLowerCase(),
    name,
    section,
    isJoint,
    organisation,
    origin: call.origin,
  })
  return redirect(paths.entrySent(programme.id), `${fullNameOf(organisation)}のエントリーの申し込みを受けとりました`)
}

/** One when the choice is clear: picked, or the only one of exactly that name. */
async function organisationsNamed(
  call: Call,
  given: { organisation: string; organisationId: string },
): Promise<Organisation[]> {
  const kinds = ['municipality', 'prefecture'] as const
  const { rows } = await searchOrganisations(call.ctx.db, {
    q: given.organisation,
    kinds,
    limit: 20,
    includeInvented: true,
  })
  const picked = rows.find((o) => o.id === given.organisationId)
  if (picked) return [picked]
  const typed = given.organisation.normalize('NFKC').replace(/\s/g, '')
  const exact = rows.filter((o) => o.name === typed || fullNameOf(o) === typed || o.code === typed)
  return exact.length === 1 ? exact : rows
}

async function askLimits(call: Call, email: string): Promise<void> {
  const { db, now } = call.ctx
  const byMail = await tryDoor(db, 'mail_account', email.toLowerCase(), now)
  const wait = byMail || (await tryDoor(db, 'mail_address', call.address, now))
  if (wait)
    throw new Problem(
      'too_many',
      `申し込みが続いたため、しばらく受けとれません。${wait}分ほど待ってから、もう一度お試しください`,
    )
}

async function sent(call: Call): Promise<Reply> {
  return page('programme/applications/sent', sentPage(await publicProgramme(call.ctx, call.params.programmeId)))
}

async function showLink(call: Call): Promise<Reply> {
  const { db, now } = call.ctx
  const token = call.params.token ?? ''
  const link = await openLink(db, token, 'entry', { now, gone: LINK_GONE })
  const application = await applicationOf(db, String(link.purpose.applicationId))
  const programme = application && (await programmeSeen(db, nobody, application.programmeId))
  const organisation = application && (await organisationOf(db, application.organisationId))
  if (!programme || !organisation) throw new Problem('gone', LINK_GONE)
  const names = { organisation: fullNameOf(organisation), programme: programme.name, name: application.name }
  return page('programme/applications/enter', enterEntryPage({ ...names, token }))
}

async function enter(call: Call): Promise<Reply> {
  const { ctx, device, address } = call
  const token = call.params.token ?? ''
  await openLink(ctx.db, token, 'entry', { now: ctx.now, gone: LINK_GONE })
  const entered = await enterByLink(ctx, token)
  const value = await keep(ctx, (db) => startSignIn(db, { personId: entered.personId, device, address }, ctx.now))
  const to = entered.isJoint && !entered.joined ? paths.entryMembers(entered.regionId) : paths.entry(entered.regionId)
  return {
    ...redirect(to, entered.joined ? JOINED : BEGUN),
    cookies: [{ name: SIGN_IN_COOKIE, value, maxAge: COOKIE_SECONDS }],
  }
}

const BEGUN = 'エントリーを始めました。書いたところから保存されます'
const JOINED = '同じ市町村の方がすでに始めているエントリーに加わりました'
