import type { RouteTable } from '../../access/doors.ts'
import { may } from '../../access/may.ts'
import { questionsOf } from '../../papers/checks/checks.ts'
import { entryChecks } from '../../papers/checks/entry.ts'
import type { ClashView } from '../../papers/clashes/clashes.ts'
import { answersFrom, isAnswered } from '../../papers/clashes/forms.ts'
import { clashReply } from '../../papers/clashes/routes.ts'
import { templateWords } from '../../papers/revisions/revisions.ts'
import { revisionsOf } from '../../papers/revisions/store.ts'
import { afterRowDeed, rowDeed } from '../../papers/row-deeds/row-deeds.ts'
import { faultsOf } from '../../papers/sheets/checks.ts'
import { type Carried, carriedSchema, fieldsFrom } from '../../papers/sheets/forms.ts'
import type { Body } from '../../papers/templates/templates.ts'
import { paths } from '../../paths/paths.ts'
import { clock } from '../../platform/time.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, readForm, withError } from '../../platform/web/forms.ts'
import { Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect, say } from '../../platform/web/reply.ts'
import { readOnlyReason } from '../regions/regions.ts'
import { regionCrumbs } from '../sections/sections.ts'
import {
  type At,
  canChange,
  dropEntryDrafts,
  type Entry,
  entryOf,
  keepEntryDraft,
  onBehalfOf,
  openEntry,
  ownDraft,
  saveEntry,
} from './actions.ts'
import { type EntryView, entryFormPage, noticeOf } from './pages.ts'
import { submittedRevision } from './store.ts'

type EntryCall = Call & At
type Typed = { carried: Carried; fields: Body }

export const entryRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/entry': { may: 'entry.view', run: show },
  'POST /regions/:regionId/entry': { may: 'entry.edit', run: save },
  'POST /regions/:regionId/entry/draft': { may: 'entry.edit', run: autosave },
  'POST /regions/:regionId/entry/draft/removal': { may: 'entry.edit', run: drop },
}

/** Whoever may write gets the form, with what they typed before; everybody else reads. */
async function show(call: EntryCall, given: Partial<EntryView> = {}, status = 200): Promise<Reply> {
  const { ctx, region, programme } = call
  const entry = await entryOf(ctx, call)
  const writes = may(ctx.actor, 'entry.edit', region) && !readOnlyReason(region)
  const about = { actor: ctx.actor, now: ctx.now, region, programme, template: entry.template }
  if (!writes || (status === 200 && !given.body && !(await canChange(ctx, call))))
    return redirect(paths.entrySheet(region.id))
  const open = given.body ? null : await ownDraft(ctx, entry)
  const body = given.body ?? open?.body ?? entry.head.body
  const [last] = entry.document ? await revisionsOf(ctx.db, entry.document.id, { limit: 1 }) : []
  const view: EntryView = {
    ...about,
    body,
    open,
    last,
    base: open?.base ?? entry.head.number,
    submitted: await submittedRevision(ctx.db, region.id),
    faults: faultsOf(entry.template, body, { toSend: false }),
    questions: questionsOf(entryChecks, body, { template: entry.template }),
    form: emptyForm(),
    behalf: onBehalfOf(ctx, region),
    spare: 1,
    ...given,
  }
  return page('programme/entries/form', entryFormPage(view), status)
}

function typed(call: EntryCall, entry: Entry): Typed {
  const input = readForm(carriedSchema, call.body)
  if (!input.ok) throw new Problem('invalid', 'このページは古くなっています。開き直して、もう一度お試しください')
  return { carried: input.data, fields: fieldsFrom(entry.template, call.body, entry.head.body) }
}

async function autosave(call: EntryCall): Promise<Reply> {
  const { carried, fields } = typed(call, await entryOf(call.ctx, call))
  await keepEntryDraft(call.ctx, call, { tab: carried.tab, base: carried.base, from: carried.from, fields })
  return say(`書きかけを保存しました ${clock(call.ctx.now)}。まだ誰にも届いていません`)
}

async function drop(call: EntryCall): Promise<Reply> {
  await dropEntryDrafts(call.ctx, call)
  return redirect(paths.entry(call.region.id), '下書きを捨てて、保存済みの内容に戻しました')
}

async function save(call: EntryCall): Promise<Reply> {
  const entry = await entryOf(call.ctx, call)
  const { carried, fields } = typed(call, entry)
  const again = (form: FormState, status: number, spare = carried.spare) =>
    show(call, { body: fields, base: carried.base, form, spare }, status)
  const deed = rowDeed(call.body)
  if (deed) return show(call, { body: afterRowDeed(fields, deed), base: carried.base, spare: carried.spare })
  if (call.body.more !== undefined) return again(emptyForm(), 200, Math.min(carried.spare + 3, 20))
  try {
    return await saved(call, entry, { carried, fields })
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'invalid') throw error
    return again(withError(emptyForm(), '', error.message), 422)
  }
}

async function saved(call: EntryCall, entry: Entry, { carried, fields }: Typed): Promise<Reply> {
  const { region } = call
  const { base, tab, from, against } = carried
  const given = answersFrom(call.body)
  const resolve = isAnswered(call.body) && { resolve: { against, answers: given } }
  const result = await saveEntry(call.ctx, call, { base, tab, from, fields, ...resolve })
  if (result.kind === 'clash') return twoTexts(call, { ...result, words: templateWords(entry.template), given })
  const to = call.body.then === 'submission' ? paths.submission(region.id) : paths.entry(region.id)
  const behalf = onBehalfOf(call.ctx, region)
  const faults = faultsOf(entry.template, fields, { toSend: false }).length
  return redirect(to, noticeOf(result, { ...call, template: entry.template, behalf, faults }))
}

type Clashing = Pick<ClashView, 'words' | 'body' | 'clashes' | 'against' | 'given'>

async function twoTexts(call: EntryCall, found: Clashing): Promise<Reply> {
  const document = await openEntry(call.ctx, call)
  const [last] = await revisionsOf(call.ctx.db, document.id, { limit: 1 })
  const theirsBy = last ? `${last.personName}さんが${clock(last.savedAt)}に保存した内容` : '保存されている内容'
  const to = paths.entry(call.region.id)
  const crumbs = regionCrumbs(call.region, [found.words.title, to], '二つの内容')
  return clashReply({ ...found, posted: call.body, theirsBy, saveTo: to, backTo: to, crumbs })
}
