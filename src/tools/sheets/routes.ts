import type { RouteTable, Seen } from '../../access/doors.ts'
import { afterRowDeed, rowDeed } from '../../papers/row-deeds/row-deeds.ts'
import { faultsOf } from '../../papers/sheets/checks.ts'
import { type Carried, carriedSchema, fieldsFrom } from '../../papers/sheets/forms.ts'
import { type Body, fieldOf, rowsIn } from '../../papers/templates/templates.ts'
import { paths } from '../../paths/paths.ts'
import { newId } from '../../platform/db/ids.ts'
import { clock } from '../../platform/time.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, readForm, withError } from '../../platform/web/forms.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect, say } from '../../platform/web/reply.ts'
import { regionCrumbs, regionFrame } from '../../programme/sections/sections.ts'
import { readPaper } from '../papers/actions.ts'
import { answersIn } from '../papers/forms.ts'
import { refOf, titleOf } from '../papers/papers.ts'
import { paperClash } from '../papers/routes.ts'
import { lastRevision, writesOwn } from '../papers/store.ts'
import { aroundOf, askedBeside } from '../sheet-asides/store.ts'
import { noticeOf } from '../sheet-words/sheet-words.ts'
import {
  canPutBack,
  dropSheetDrafts,
  keepSheetDraft,
  putSheetBack,
  removeSheet,
  saveSheet,
  takeNewForm,
} from './actions.ts'
import { type SheetView, sheetFormPage, sheetReadPage } from './pages.ts'
import { isSeveral, ownForm, pastedIn, type SheetAt } from './sheets.ts'
import { ownDraft, sheetAt, sheetKindOf } from './store.ts'

type Here = Call & Seen['region']

export const sheetRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/sheets/:ref': { may: 'paper.view', run: async (call) => show(call, await sheetAt(call)) },
  'POST /regions/:regionId/sheets/new': { may: 'paper.write', run: another },
  'POST /regions/:regionId/sheets/:ref': { may: 'paper.view', run: async (call) => save(call, await sheetAt(call)) },
  'POST /regions/:regionId/sheets/:ref/draft': { may: 'paper.view', run: autosave },
  'POST /regions/:regionId/sheets/:ref/draft/removal': { may: 'paper.view', run: drop },
  'POST /regions/:regionId/sheets/:ref/form': { may: 'paper.view', run: newForm },
  'POST /regions/:regionId/sheets/:ref/removal': { may: 'paper.write', run: remove },
  'POST /regions/:regionId/sheets/:ref/restoration': { may: 'paper.write', run: putBack },
}

/** Whoever may write gets the form, with what they typed before; everybody else reads. */
async function show(call: Here, at: SheetAt, given: Partial<SheetView> = {}, status = 200): Promise<Reply> {
  const { ctx, region } = call
  const reads = at.closed !== null || at.removed !== null
  const open = given.body || reads ? null : await ownDraft(ctx, at)
  const body = given.body ?? open?.body ?? at.head.body
  const view: SheetView = {
    ...{ regionId: region.id, now: ctx.now, at, body, open, form: emptyForm(), spare: 1, touched: '', said: '' },
    frame: regionFrame(ctx.actor, region, 'sheets'),
    base: open?.base ?? at.head.number,
    last: await lastRevision(ctx.db, at.document),
    faults: faultsOf(at.template, body, { toSend: false }),
    questions: await askedBeside(call, at, body),
    around: await aroundOf(call, at),
    behalf: writesOwn(ctx, region, at.kind) ? null : region.name,
    ...given,
  }
  if (status === 200) await readPaper(ctx, at)
  const title = titleOf({ kind: at.kind, head: { number: 0, body } })
  const crumbs = regionCrumbs(region, ['シート', paths.sheets(region.id)], title)
  if (!reads) return page('tools/sheets/form', { ...sheetFormPage(view), title, crumbs }, status)
  const mayPutBack = at.removed && at.closed === null && canPutBack(at.removed, ctx.now)
  const putBackTo = mayPutBack ? paths.sheetRestoration(region.id, at.ref) : null
  return page('tools/sheets/read', { ...sheetReadPage(view, putBackTo), title, crumbs }, status)
}

type Typed = { carried: Carried; fields: Body }
function typed(call: Here, at: SheetAt): Typed {
  const input = readForm(carriedSchema, call.body)
  if (!input.ok) throw new Problem('invalid', 'このページは古くなっています。開き直して、もう一度お試しください')
  return { carried: input.data, fields: fieldsFrom(ownForm(at), call.body, at.head.body) }
}

async function autosave(call: Here): Promise<Reply> {
  const at = await sheetAt(call)
  const { carried, fields } = typed(call, at)
  const { tab, base, from } = carried
  await keepSheetDraft(call.ctx, call.region, at, { tab, base, from, fields })
  return say(`書きかけを残しました ${clock(call.ctx.now)}。まだ自分にだけ見えます`)
}

async function drop(call: Here): Promise<Reply> {
  const at = await sheetAt(call)
  await dropSheetDrafts(call.ctx, at)
  return redirect(paths.sheet(call.region.id, at.ref), '書きかけを捨てて、保存済みの内容に戻しました')
}

async function save(call: Here, at: SheetAt): Promise<Reply> {
  const { carried, fields } = typed(call, at)
  const deed = rowDeed(call.body)
  const again = { body: { ...at.head.body, ...fields }, base: carried.base, spare: carried.spare }
  const [more, pasted] = [call.body.more, call.body.paste].map((name) => [name ?? []].flat().at(-1))
  if (deed) return show(call, at, { ...again, body: afterRowDeed(again.body, deed), touched: deed.split('/')[0] ?? '' })
  if (more !== undefined) return show(call, at, { ...again, spare: Math.min(carried.spare + 3, 20), touched: more })
  if (pasted !== undefined) return paste(call, at, { carried, fields }, pasted)
  try {
    const { base, tab, from } = carried
    const given = { base, tab, from, fields, ...answersIn(call.body) }
    const saved = await saveSheet(call.ctx, call.region, at, given)
    const to = paths.sheet(call.region.id, at.ref)
    if (saved.kind === 'clash') return await paperClash(call, at, { saved, saveTo: to })
    return redirect(to, noticeOf(saved, at, call.ctx.now))
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'invalid') throw error
    return show(call, at, { ...again, form: withError(emptyForm(), '', error.message) }, 422)
  }
}

/** The rows stand in the form and in the draft; saving them is the next press. */
async function paste(call: Here, at: SheetAt, { carried, fields }: Typed, key: string): Promise<Reply> {
  if (fieldOf(ownForm(at), key)?.kind !== 'table') throw notFound()
  const there = rowsIn(fields, key)
  const { rows, said } = pastedIn(at, { key, posted: call.body, there: there.length })
  const { tab, base, from, spare } = carried
  const both = { ...fields, [key]: [...there, ...rows] }
  await keepSheetDraft(call.ctx, call.region, at, { tab, base, from, fields: both })
  return show(call, at, { body: { ...at.head.body, ...both }, base, spare, touched: key, said })
}

/** Nothing is made before its first word: the address alone is new. */
async function another(call: Here): Promise<Reply> {
  const key = [call.body.kind ?? ''].flat().at(-1) ?? ''
  const kind = isSeveral(key) && (await sheetKindOf(call, key))
  if (!kind) throw notFound()
  return redirect(paths.sheet(call.region.id, refOf(kind, newId())))
}

async function newForm(call: Here): Promise<Reply> {
  const at = await sheetAt(call)
  await takeNewForm(call.ctx, call.region, at)
  return redirect(paths.sheet(call.region.id, at.ref), '新しい様式にしました。書いた言葉は残っています')
}

async function remove(call: Here): Promise<Reply> {
  const at = await sheetAt(call)
  await removeSheet(call.ctx, call.region, at)
  return redirect(paths.sheets(call.region.id), `${titleOf(at)}を消しました。30日のあいだは戻せます`)
}

async function putBack(call: Here): Promise<Reply> {
  const at = await sheetAt(call)
  await putSheetBack(call.ctx, call.region, at)
  return redirect(paths.sheet(call.region.id, at.ref), `${titleOf(at)}を戻しました`)
}
