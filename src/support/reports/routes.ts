import type { RouteTable } from '../../access/doors.ts'
import { may } from '../../access/may.ts'
import { answersFrom, isAnswered } from '../../papers/clashes/forms.ts'
import { clashReply } from '../../papers/clashes/routes.ts'
import type { Saved } from '../../papers/documents/documents.ts'
import { templateWords } from '../../papers/revisions/revisions.ts'
import { revisionsOf } from '../../papers/revisions/store.ts'
import { threeLinesTemplate } from '../../papers/templates/three-lines.ts'
import { paths } from '../../paths/paths.ts'
import { clock, today } from '../../platform/time.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, readForm, withError } from '../../platform/web/forms.ts'
import { Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect, say } from '../../platform/web/reply.ts'
import { notAliveReason } from '../../programme/regions/regions.ts'
import { regionCrumbs } from '../../programme/sections/sections.ts'
import { byAccount, byLink, draftAt, heardAt } from '../report-doors/actions.ts'
import type { Door } from '../report-doors/report-doors.ts'
import { keepLines, onBehalfOf, saveLines, sheetOf, type ToSend } from './actions.ts'
import { promptsFor } from './checks.ts'
import { type Carried, carriedForm, linesFrom, saidOnForm } from './forms.ts'
import { type LinesView, linesPage, saidPage } from './pages.ts'
import { isClosed, meantSlot, theirsWords } from './reports.ts'

export const reportRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/reports/:stepKey': { may: 'report.view', run: async (call) => show(await byAccount(call)) },
  'POST /regions/:regionId/reports/:stepKey': {
    may: 'report.write',
    run: async (call) => save(call, await byAccount(call)),
  },
  'POST /regions/:regionId/reports/:stepKey/draft': {
    may: 'report.write',
    run: async (call) => autosave(call, await byAccount(call)),
  },
}

export const reportLinkRoutes: RouteTable<'plain'> = {
  'GET /l/report/:token': { may: 'public', run: async (call) => show(await byLink(call)) },
  'POST /l/report/:token': { may: 'public', run: async (call) => save(call, await byLink(call)) },
  'POST /l/report/:token/draft': { may: 'public', run: async (call) => autosave(call, await byLink(call)) },
}

const writes = ({ ctx, region, isLink }: Door) =>
  notAliveReason(region) === null && (isLink || may(ctx.actor, 'report.write', region))

const crumbsOf = ({ region, isLink }: Door, title: string) => (isLink ? [] : regionCrumbs(region, title))

async function show(door: Door, given: Partial<LinesView> = {}, status = 200): Promise<Reply> {
  const { ctx, region, round } = door
  const heard = await heardAt(door)
  if (!writes(door) || isClosed(round, heard.report)) {
    const meetingHref = door.isLink ? null : paths.meeting(region.id, meantSlot(round).number)
    const props = saidPage(region, round, { report: heard.report, meetingHref })
    return page('support/reports/read', { ...props, title: props.heading, crumbs: crumbsOf(door, props.heading) })
  }
  const sheet = await sheetOf(ctx.db, door)
  const open = given.typed ? null : await draftAt(door, sheet)
  const [last] = sheet.document ? await revisionsOf(ctx.db, sheet.document.id, { limit: 1 }) : []
  const view: LinesView = {
    ...{ region, round, open, last, saveTo: door.saveTo, draftTo: door.draftTo },
    ...{ report: heard.report, again: heard.again },
    head: sheet.head,
    typed: null,
    base: open?.base ?? sheet.head.number,
    prompts: promptsFor(sheet.head.body, { practices: heard.practices }),
    practiceHref: door.isLink ? null : paths.promises(region.id),
    behalf: onBehalfOf(ctx, region),
    form: emptyForm(),
    ...given,
  }
  const props = linesPage(view)
  return page(
    'support/reports/write',
    { ...props, title: props.heading, crumbs: crumbsOf(door, props.heading) },
    status,
  )
}

function carriedIn(call: Call): Carried {
  const input = readForm(carriedForm, call.body)
  if (!input.ok) throw new Problem('invalid', 'このページは古くなっています。開き直して、もう一度お試しください')
  return input.data
}

const CLOSED = 'この回は終わっています。新しいことは、次の回の前のひとことに書いてください'

function askOpen({ region }: Door): void {
  const reason = notAliveReason(region)
  if (reason) throw new Problem('conflict', reason)
}

async function autosave(call: Call, door: Door): Promise<Reply> {
  askOpen(door)
  if (!door.ctx.actor.personId) return say('書いたものはこの画面にあります。送るか保存すると届きます')
  const { tab, base, from } = carriedIn(call)
  await keepLines(door.ctx, door, { tab, base, from, fields: linesFrom(call.body) })
  return say(`下書きを保存しました ${clock(door.ctx.now)}。まだ誰にも届いていません`)
}

/** What stands beside 「送る」: nothing when it is only to be saved. */
async function wanted(call: Call, door: Door): Promise<{ send: ToSend | null; form: FormState }> {
  const { then } = call.body
  if (then !== 'send' && then !== 'nothing') return { send: null, form: emptyForm() }
  const on = today(door.ctx.now)
  const input = readForm(saidOnForm(on), { 'f.saidOn': on, ...(onBehalfOf(door.ctx, door.region) ? call.body : {}) })
  if (!input.ok) return { send: null, form: input.form }
  const saidOn = input.data['f.saidOn'] ?? on
  return { send: { saidOn, origin: call.origin, again: (await heardAt(door)).again }, form: emptyForm() }
}

async function save(call: Call, door: Door): Promise<Reply> {
  askOpen(door)
  if (isClosed(door.round, (await heardAt(door)).report)) throw new Problem('conflict', CLOSED)
  const { base, tab, from, against } = carriedIn(call)
  const fields = call.body.then === 'nothing' ? {} : linesFrom(call.body)
  const { send, form } = await wanted(call, door)
  const refused = (with_: FormState) => show(door, { typed: fields, base, form: with_ }, 422)
  if (Object.keys(form.errors).length > 0) return refused(form)
  const given = answersFrom(call.body)
  const resolve = isAnswered(call.body) && { resolve: { against, answers: given } }
  try {
    const saved = await saveLines(door.ctx, door, { base, tab, from, fields, ...resolve }, send)
    if (saved.kind === 'clash') return twoTexts(call, door, { ...saved, given })
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'invalid') throw error
    return refused(withError(emptyForm(call.body), 'f.good', error.message))
  }
  return redirect(
    door.saveTo,
    send ? '送りました。アドバイザーと事務局に届きます' : '保存しました。まだ誰にも届いていません',
  )
}

type Clashing = Extract<Saved, { kind: 'clash' }> & { given: ReturnType<typeof answersFrom> }

async function twoTexts(call: Call, door: Door, found: Clashing): Promise<Reply> {
  const { document } = await sheetOf(door.ctx.db, door)
  const [last] = document ? await revisionsOf(door.ctx.db, document.id, { limit: 1 }) : []
  const [saveTo, theirsBy] = [door.saveTo, theirsWords(last, door.ctx.now)]
  const at = { saveTo, backTo: saveTo, theirsBy, crumbs: crumbsOf(door, '二つの内容') }
  return clashReply({ ...found, words: templateWords(threeLinesTemplate), posted: call.body, ...at })
}
