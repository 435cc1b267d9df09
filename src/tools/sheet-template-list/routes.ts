import type { RouteTable, Seen } from '../../access/doors.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, readForm } from '../../platform/web/forms.ts'
import { notFound } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { type Programme, programmeCrumbs } from '../../programme/programmes/programmes.ts'
import { programmesOf } from '../../programme/programmes/store.ts'
import { copyYear, makeSheet, useSheet } from '../sheet-templates/actions.ts'
import { copyForm, newSheetForm, useForm } from '../sheet-templates/forms.ts'
import { yearSheets, yearsWithForms, yearTemplates } from '../sheet-templates/store.ts'
import { templateListPage } from './pages.ts'

type Here = Call & Seen['programme']

const BASE = '/programmes/:programmeId/sheet-templates'
const LIST = 'シートの様式'

/** Which sheets the year uses, and new ones of its own. */
export const sheetTemplateListRoutes: RouteTable<'programme'> = {
  [`GET ${BASE}` as const]: { may: 'templates.edit', run: (call: Here) => list(call) },
  [`POST ${BASE}` as const]: { may: 'templates.edit', run: make },
  [`POST ${BASE}/uses` as const]: { may: 'templates.edit', run: use },
  [`POST ${BASE}/copies` as const]: { may: 'templates.edit', run: copy },
}

const failed = (form: FormState): boolean => Object.keys(form.errors).length > 0

/** Other years of this office that have forms of their own. */
async function otherYears({ ctx, programme }: Here): Promise<Programme[]> {
  const having = new Set((await yearsWithForms(ctx.db)).map(({ programmeId }) => programmeId))
  const seen = await programmesOf(ctx.db, ctx.actor)
  return seen.filter((one) => one.id !== programme.id && having.has(one.id) && may(ctx.actor, 'templates.edit', one))
}

async function list(call: Here, form: FormState = emptyForm({ from: '' })): Promise<Reply> {
  const { ctx, programme } = call
  const used = await yearSheets(ctx.db, programme.id)
  const all = await yearTemplates(ctx.db, programme.id)
  const years = (await otherYears(call)).map(({ id, name }) => ({ value: id, label: name }))
  const props = templateListPage({ programmeId: programme.id, used, all, years, form })
  const crumbs = programmeCrumbs(programme, { label: LIST })
  return page('tools/sheet-template-list/index', { ...props, title: LIST, crumbs }, failed(form) ? 422 : 200)
}

async function make(call: Here): Promise<Reply> {
  const input = readForm(newSheetForm, call.body)
  if (!input.ok) return list(call, input.form)
  const key = await makeSheet(call.ctx, call.programme, input.data)
  return redirect(
    paths.sheetTemplate(call.programme.id, key),
    '新しいシートの下書きを作りました。まだどこにも出ていません',
  )
}

async function use(call: Here): Promise<Reply> {
  const input = readForm(useForm, call.body)
  if (!input.ok) throw notFound()
  const isUsed = input.data.used === 'yes'
  const title = await useSheet(call.ctx, call.programme, input.data.key, isUsed)
  return redirect(
    paths.sheetTemplates(call.programme.id),
    `「${title}」をこの年度で${isUsed ? '使います' : '使わないことにしました'}`,
  )
}

async function copy(call: Here): Promise<Reply> {
  const input = readForm(copyForm, call.body)
  if (!input.ok) return list(call, input.form)
  const from = (await otherYears(call)).find(({ id }) => id === input.data.year)
  if (!from) throw notFound()
  const count = await copyYear(call.ctx, call.programme, from)
  return redirect(
    paths.sheetTemplates(call.programme.id),
    `「${from.name}」から、${count}枚の様式と使うシートの選びを写しました`,
  )
}
