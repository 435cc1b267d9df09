import { belongs } from '../../access/actor.ts'
import type { RouteTable, Seen } from '../../access/doors.ts'
import type { Facts } from '../../papers/checks/checks.ts'
import { bodyAt, documentOf } from '../../papers/documents/store.ts'
import { draftsOf } from '../../papers/drafts/store.ts'
import { filledCount } from '../../papers/sheets/sheets.ts'
import { paths } from '../../paths/paths.ts'
import { organisationsByIds } from '../../people/organisations/store.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, readForm, withError } from '../../platform/web/forms.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { entryOwner, entryTemplateFor, mayStillChange } from '../entries/entries.ts'
import { reopenedUntil } from '../entries/store.ts'
import { sheetMembers } from '../entry-members/store.ts'
import { reopenEntry, submitEntry, withdrawEntry } from './actions.ts'
import { findingsOf } from './checks.ts'
import { reopeningForm, submissionForm, withdrawalForm } from './forms.ts'
import { type SubmissionView, submissionPage } from './pages.ts'
import { standsOf, submissionsOf } from './store.ts'
import { outcomesOf, reasonName } from './submissions.ts'

type RegionCall = Call & Seen['region']

export const submissionRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/submission': { may: 'entry.submit', run: (call) => show(call, emptyForm()) },
  'POST /regions/:regionId/submission': { may: 'entry.submit', run: submit },
  'POST /regions/:regionId/withdrawal': { may: 'entry.withdraw', run: withdraw },
  'POST /regions/:regionId/reopening': { may: 'entry.reopen', run: reopen },
}

/** Facts the checks ask about besides the sheet. The deadline stands in nobody's way who files for others. */
async function factsFor(call: RegionCall, codes: readonly (string | null)[]): Promise<Facts> {
  const { ctx, region, programme } = call
  const until = await reopenedUntil(ctx.db, region.id)
  const members = await organisationsByIds(ctx.db, [...region.applicantIds, ...region.cooperatingIds])
  const prefectureCodes = [...members.map((o) => o.prefectureCode), ...codes].flatMap((code) => code ?? [])
  const deadlinePassed = belongs(ctx.actor, region) && !mayStillChange(region, programme, ctx.now, until)
  return { deadlinePassed, prefectureCodes }
}

type Loaded = Omit<SubmissionView, 'form'> & { documentId: string | null; body: Parameters<typeof filledCount>[1] }

async function load(call: RegionCall): Promise<Loaded> {
  const { ctx, region, programme } = call
  const { db, actor } = ctx
  const template = entryTemplateFor(programme)
  const document = await documentOf(db, entryOwner(region.id))
  const head = document ? await bodyAt(db, document.id) : { number: 0, body: {} }
  const named = await sheetMembers(db, region, head.body)
  const unknown = named
    .filter((one) => !one.organisation)
    .map(({ field, row }) => ({
      path: `${field}/${row.id}/name`,
      message: `「${row.name || row.code}」という市町村が見つかりません。名前か市町村コードを確かめてください`,
    }))
  const facts = await factsFor(
    call,
    named.map((one) => one.organisation?.prefectureCode ?? null),
  )
  const cooperating = named.filter((one) => one.role === 'cooperating' && one.organisation).length
  const stands = await standsOf(db, programme, [region], ctx.now)
  const drafts = document && actor.personId ? await draftsOf(db, document.id, actor.personId) : []
  return {
    actor,
    region,
    programme,
    template,
    documentId: document?.id ?? null,
    body: head.body,
    findings: findingsOf({ template, body: head.body, region, facts, unknown, cooperating }),
    state: stands.get(region.id)?.state ?? 'draft',
    filled: filledCount(template, head.body),
    number: head.number,
    isClosed: facts.deadlinePassed === true,
    hasDraft: drafts.length > 0,
    submissions: await submissionsOf(db, [region.id]),
  }
}

async function show(call: RegionCall, form: FormState, status = 200): Promise<Reply> {
  return page('programme/submissions/show', submissionPage({ ...(await load(call)), form }), status)
}

const textAt = (body: Call['body'], name: string): string => [body[name]].flat().at(-1)?.trim().slice(0, 1000) ?? ''

async function submit(call: RegionCall): Promise<Reply> {
  const loaded = await load(call)
  const input = readForm(submissionForm, call.body)
  const again = (form: FormState) => page('programme/submissions/show', submissionPage({ ...loaded, form }), 422)
  const { findings, documentId, number, body } = loaded
  if (!input.ok || input.data.revision !== number) {
    return again(withError(input.form, '', '確かめているあいだに内容が変わりました。もう一度見てから提出してください'))
  }
  if (!documentId || findings.faults.length > 0 || findings.blocks.length > 0) {
    return again(withError(input.form, '', 'まだ提出できません。下に書いてあることを先に直してください'))
  }
  const reasons = Object.fromEntries(findings.warnings.map((q) => [reasonName(q), textAt(call.body, reasonName(q))]))
  const missing = findings.warnings.filter((q) => !reasons[reasonName(q)])
  if (missing.length > 0) {
    return again(missing.reduce((form, q) => withError(form, reasonName(q), '進める理由を書いてください'), input.form))
  }
  const found = [...findings.warnings, ...findings.prompts]
  const questions = outcomesOf(found, reasons, loaded.submissions[0]?.questions ?? [])
  const { gaps } = await submitEntry(call.ctx, call, { documentId, number, body, questions })
  const gap = gaps.length > 0 ? `。${gaps.join('、')}の連絡先が分からないため、お願いの手紙は事務局から送ります` : ''
  return redirect(paths.region(call.region.id), `提出しました。事務局に届きました${gap}`)
}

async function withdraw(call: RegionCall): Promise<Reply> {
  const input = readForm(withdrawalForm, { reason: call.body.withdrawReason ?? '' })
  if (!input.ok)
    return show(call, { values: call.body, errors: { withdrawReason: input.form.errors.reason ?? '' } }, 422)
  await withdrawEntry(call.ctx, call, input.data.reason)
  return redirect(paths.submission(call.region.id), '取り下げました。書いた内容は残っています')
}

async function reopen(call: RegionCall): Promise<Reply> {
  const input = readForm(reopeningForm, { untilOn: call.body.untilOn ?? '', reason: call.body.reopenReason ?? '' })
  if (!input.ok) {
    const { untilOn, reason } = input.form.errors
    const errors = { ...(untilOn && { untilOn }), ...(reason && { reopenReason: reason }) }
    return show(call, { values: call.body, errors }, 422)
  }
  await reopenEntry(call.ctx, call, input.data)
  return redirect(paths.submission(call.region.id), 'もう一度提出できるようにしました。応募した人に届きます')
}
