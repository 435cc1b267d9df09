import { type RouteTable, type Seen, tableDoors } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import type { NamedList } from '../../platform/office/csv.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, readForm } from '../../platform/web/forms.ts'
import { notFound } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { changeFaq, retireFaq, writeFaq } from './actions.ts'
import type { Faq } from './faqs.ts'
import { faqForm } from './forms.ts'
import { faqPage, faqsPage } from './pages.ts'
import { faqsOf } from './store.ts'
import { faqList } from './workbook.ts'

type InProgramme = Call & Seen['programme']

export const faqRoutes: RouteTable<'programme'> = {
  ...tableDoors<'programme'>('/programmes/:programmeId/faq', 'programme.view', taken),
  'GET /programmes/:programmeId/faq': { may: 'programme.view', run: (call) => list(call) },
  'POST /programmes/:programmeId/faq': { may: 'programme.edit', run: write },
  'GET /programmes/:programmeId/faq/:faqId': { may: 'programme.edit', run: edit },
  'POST /programmes/:programmeId/faq/:faqId': { may: 'programme.edit', run: save },
  'POST /programmes/:programmeId/faq/:faqId/retirement': { may: 'programme.edit', run: retire },
}

async function list(call: InProgramme, form: FormState = emptyForm(), status = 200): Promise<Reply> {
  const faqs = await faqsOf(call.ctx.db, call.programme.id)
  return page('support/faqs/index', faqsPage(call.ctx.actor, call.programme, { faqs, form }), status)
}

async function write(call: InProgramme): Promise<Reply> {
  const input = readForm(faqForm, call.body)
  if (!input.ok) return list(call, input.form, 422)
  await writeFaq(call.ctx, call.programme.id, input.data)
  return redirect(paths.faqs(call.programme.id), 'よくある質問に加えました')
}

async function faqAsked({ ctx, programme, params }: InProgramme): Promise<Faq> {
  const found = (await faqsOf(ctx.db, programme.id)).find(({ id }) => id === params.faqId)
  if (!found) throw notFound()
  return found
}

async function edit(call: InProgramme): Promise<Reply> {
  return page('support/faqs/edit', faqPage(call.programme, await faqAsked(call)))
}

async function save(call: InProgramme): Promise<Reply> {
  const faq = await faqAsked(call)
  const input = readForm(faqForm, call.body)
  if (!input.ok) return page('support/faqs/edit', faqPage(call.programme, faq, input.form), 422)
  await changeFaq(call.ctx, faq, input.data)
  return redirect(paths.faqs(call.programme.id), 'よくある質問を直しました')
}

async function retire(call: InProgramme): Promise<Reply> {
  await retireFaq(call.ctx, await faqAsked(call))
  return redirect(paths.faqs(call.programme.id), 'よくある質問から下げました。元の相談は残っています')
}

async function taken({ ctx, programme }: InProgramme): Promise<NamedList> {
  return {
    name: `${programme.name}_よくある質問`,
    ...faqList(await faqsOf(ctx.db, programme.id)),
  }
}
