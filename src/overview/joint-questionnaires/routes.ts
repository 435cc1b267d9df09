import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import { csvOf } from '../../platform/office/csv.ts'
import { writeTable } from '../../platform/office/office.ts'
import type { Call } from '../../platform/web/call.ts'
import { type FormState, readForm, withError } from '../../platform/web/forms.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { file, page, type Reply, redirect } from '../../platform/web/reply.ts'
import { endLink, openLink, prolongLink } from '../../tools/questionnaire-links/actions.ts'
import { linkForm } from '../../tools/questionnaire-links/forms.ts'
import { headingOf, tableOf } from '../../tools/questionnaire-results/workbook.ts'
import { makeYearQuestionnaire } from '../../tools/questionnaires/actions.ts'
import { isOffice, type Joint } from '../joint-report/joint-report.ts'
import { jointSeen } from '../joint-report/store.ts'
import { JOINT_START } from './joint-questionnaires.ts'
import { jointQuestionnairePage } from './pages.ts'
import { type YearQuestionnaire, yearQuestionnaire } from './store.ts'

type InProgramme = Call & Seen['programme']

const AT = '/programmes/:programmeId/joint-report/questionnaire'

export const jointQuestionnaireRoutes = {
  [`GET ${AT}`]: { may: 'joint.view', run: (call: InProgramme) => show(call) },
  [`POST ${AT}`]: { may: 'joint.edit', run: make },
  [`POST ${AT}/links`]: { may: 'joint.edit', run: open },
  [`POST ${AT}/links/:linkId`]: { may: 'joint.edit', run: prolong },
  [`POST ${AT}/links/:linkId/end`]: { may: 'joint.edit', run: end },
  [`GET ${AT}/results.csv`]: { may: 'joint.view', run: csv },
  [`GET ${AT}/results.xlsx`]: { may: 'joint.view', run: workbook },
} as RouteTable<'programme'>

/** Before the day it is the secretariat's to prepare. */
async function seenHere(call: InProgramme): Promise<{ joint: Joint; found: YearQuestionnaire | null }> {
  const joint = await jointSeen(call)
  if (!joint.isOpen && !isOffice(call.ctx.actor, joint)) throw notFound()
  return { joint, found: await yearQuestionnaire(call.ctx.db, call.programme) }
}

async function show(call: InProgramme, form: FormState | null = null): Promise<Reply> {
  const { ctx, origin } = call
  const { joint, found } = await seenHere(call)
  const view = { joint, found, isOffice: isOffice(ctx.actor, joint), origin, now: ctx.now, form }
  return page('overview/joint-questionnaires/show', jointQuestionnairePage(view), form ? 422 : 200)
}

async function existing(call: InProgramme): Promise<{ joint: Joint; found: YearQuestionnaire }> {
  const { joint, found } = await seenHere(call)
  if (!found) throw notFound()
  return { joint, found }
}

async function make(call: InProgramme): Promise<Reply> {
  const { ctx, programme } = call
  const { joint, found } = await seenHere(call)
  if (found) throw new Problem('conflict', 'アンケートは、もう作られています。画面を開き直してください')
  const { section, telephone } = programme.contact
  const contact = [section || '事務局', telephone].filter(Boolean).join(' ')
  const from = { ...JOINT_START, id: null, title: '' }
  await makeYearQuestionnaire(ctx, programme.id, { title: `${joint.label}アンケート`, purpose: 'other', contact, from })
  return redirect(paths.jointQuestionnaireEdit(programme.id), 'アンケートを作りました。問いを確かめてください')
}

/** A day that has passed is said at its field. */
async function tried(call: InProgramme, form: FormState, deed: () => Promise<unknown>): Promise<Reply | null> {
  try {
    await deed()
    return null
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'invalid') throw error
    return show(call, withError(form, 'closesOn', error.message))
  }
}

const home = ({ programme }: InProgramme) => paths.jointQuestionnaire(programme.id)

async function open(call: InProgramme): Promise<Reply> {
  const { found } = await existing(call)
  const input = readForm(linkForm, call.body)
  if (!input.ok) return show(call, input.form)
  const run = () => openLink(call.ctx, found.q, { ...input.data, round: 'once' })
  return (await tried(call, input.form, run)) ?? redirect(home(call), '受付を始めました。宛先を会議で配ってください')
}

async function linkAt(call: InProgramme) {
  const { found } = await existing(call)
  const link = found.links.find(({ id }) => id === call.params.linkId)
  if (!link) throw notFound()
  return { q: found.q, link }
}

async function prolong(call: InProgramme): Promise<Reply> {
  const { q, link } = await linkAt(call)
  const input = readForm(linkForm, call.body)
  if (!input.ok) return show(call, input.form)
  const run = () => prolongLink(call.ctx, q, link, input.data)
  return (await tried(call, input.form, run)) ?? redirect(home(call), '締め切りと数を変えました')
}

async function end(call: InProgramme): Promise<Reply> {
  const { q, link } = await linkAt(call)
  await endLink(call.ctx, q, link)
  return redirect(home(call), '受付を終えました。宛先を開いた人には、その旨が出ます')
}

async function csv(call: InProgramme): Promise<Reply> {
  const { joint, found } = await existing(call)
  const bytes = csvOf(tableOf(found.results))
  return file({ name: `${joint.label}アンケート_集計.csv`, type: 'text/csv; charset=utf-8', bytes })
}

async function workbook(call: InProgramme): Promise<Reply> {
  const { joint, found } = await existing(call)
  const bytes = await writeTable({ sheetName: '集計', heading: headingOf(found.results), ...tableOf(found.results) })
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return file({ name: `${joint.label}アンケート_集計.xlsx`, type, bytes })
}
