import type { RouteTable, Seen } from '../../access/doors.ts'
import { answersFrom, isAnswered } from '../../papers/clashes/forms.ts'
import { clashReply } from '../../papers/clashes/routes.ts'
import type { Saved } from '../../papers/documents/documents.ts'
import { paths } from '../../paths/paths.ts'
import { DOCX, writePaper } from '../../platform/docx/docx.ts'
import { writePaperPdf } from '../../platform/printed/printed.ts'
import { eraShort, today } from '../../platform/time.ts'
import type { Call } from '../../platform/web/call.ts'
import { type FormState, readForm } from '../../platform/web/forms.ts'
import { file, page, type Reply, redirect } from '../../platform/web/reply.ts'
import { programmeCrumbs } from '../../programme/programmes/programmes.ts'
import { gapsOf } from '../annual-gaps/annual-gaps.ts'
import { saveTexts } from '../annual-texts/actions.ts'
import { reportWords, textKeys } from '../annual-texts/annual-texts.ts'
import { textsForm } from '../annual-texts/forms.ts'
import { textsOf } from '../annual-texts/store.ts'
import { annualReportPage } from './pages.ts'
import { annualPaper } from './paper.ts'
import { yearFactsOf } from './store.ts'

type InProgramme = Call & Seen['programme']

export const annualReportRoutes: RouteTable<'programme'> = {
  'GET /programmes/:programmeId/annual-report': { may: 'annual.write', run: (call) => show(call) },
  'GET /programmes/:programmeId/annual-report.docx': { may: 'annual.write', run: (call) => download(call, 'docx') },
  'GET /programmes/:programmeId/annual-report.pdf': { may: 'annual.write', run: (call) => download(call, 'pdf') },
  'POST /programmes/:programmeId/annual-report/texts': { may: 'annual.write', run: save },
}

async function show({ ctx, programme }: InProgramme, form?: FormState, status = 200): Promise<Reply> {
  const facts = await yearFactsOf(ctx, programme)
  const texts = await textsOf(ctx.db, programme.id)
  const props = annualReportPage({ programme, facts, gaps: gapsOf(facts), texts, now: ctx.now, form })
  return page('overview/annual-reports/show', props, status)
}

async function download({ ctx, programme }: InProgramme, ending: 'docx' | 'pdf'): Promise<Reply> {
  const facts = await yearFactsOf(ctx, programme)
  const paper = annualPaper(facts, gapsOf(facts), today(ctx.now))
  const name = `${eraShort(programme.fiscalYear)}_年度報告書.${ending}`
  return ending === 'docx'
    ? file({ name, type: DOCX, bytes: await writePaper(paper) })
    : file({ name, type: 'application/pdf', bytes: await writePaperPdf(paper) })
}

async function save(call: InProgramme): Promise<Reply> {
  const input = readForm(textsForm, call.body)
  if (!input.ok) return show(call, input.form, 422)
  const { base, ...fields } = input.data
  const against = Number(call.body.against ?? 0)
  const resolve = isAnswered(call.body)
    ? { against: Number.isSafeInteger(against) ? against : 0, answers: answersFrom(call.body) }
    : undefined
  const saved = await saveTexts(call.ctx, call.programme, { base, fields, ...(resolve && { resolve }) })
  if (saved.kind === 'clash') return clash(call, saved)
  const words = saved.changes.length > 0 ? '年度報告書の文を保存しました' : '変わったところはありません'
  return redirect(paths.annualReport(call.programme.id), words)
}

const clash = ({ programme, body }: InProgramme, saved: Extract<Saved, { kind: 'clash' }>): Reply =>
  clashReply({
    ...{ clashes: saved.clashes, against: saved.against, body: saved.body, words: reportWords },
    posted: body,
    carried: ['base', ...textKeys].map((name) => ({ name, value: String(body[name] ?? '') })),
    given: answersFrom(body),
    theirsBy: 'もう一人の事務局が保存した内容',
    saveTo: paths.annualReportTexts(programme.id),
    backTo: paths.annualReport(programme.id),
    crumbs: programmeCrumbs(
      programme,
      { label: '年度報告書', href: paths.annualReport(programme.id) },
      { label: '二つの内容' },
    ),
  })
