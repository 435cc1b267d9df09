import type { RouteTable, Seen } from '../../access/doors.ts'
import { runsOf, sectionView } from '../../papers/outline/outline.ts'
import { sheetForm as drawn } from '../../papers/sheet-forms/sheet-forms.ts'
import type { Template } from '../../papers/templates/templates.ts'
import { paths } from '../../paths/paths.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, readForm, withError } from '../../platform/web/forms.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { programmeCrumbs } from '../../programme/programmes/programmes.ts'
import {
  addSection,
  moveField,
  moveSection,
  removeSection,
  restoreField,
  retireField,
  retitled,
} from '../template-edits/body.ts'
import { dropSheetEdit, editedSheet, editSheet, releaseSheet } from './actions.ts'
import { deedIn, newSectionForm, releaseForm, sheetForm } from './forms.ts'
import { templatePage } from './pages.ts'

type Here = Call & Seen['programme']

const BASE = '/programmes/:programmeId/sheet-templates'

export const sheetTemplateRoutes: RouteTable<'programme'> = {
  [`GET ${BASE}/:key` as const]: { may: 'templates.edit', run: (call: Here) => show(call) },
  [`GET ${BASE}/:key/preview` as const]: { may: 'templates.edit', run: preview },
  [`POST ${BASE}/:key` as const]: { may: 'templates.edit', run: rename },
  [`POST ${BASE}/:key/deeds` as const]: { may: 'templates.edit', run: move },
  [`POST ${BASE}/:key/sections` as const]: { may: 'templates.edit', run: section },
  [`POST ${BASE}/:key/release` as const]: { may: 'templates.edit', run: release },
  [`POST ${BASE}/:key/removal` as const]: { may: 'templates.edit', run: drop },
}

const keyOf = (call: Here): string => call.params.key ?? ''
const failed = (form: FormState): boolean => Object.keys(form.errors).length > 0
const LIST = 'シートの様式'

async function show(call: Here, form?: FormState): Promise<Reply> {
  const { ctx, programme } = call
  const sheet = await editedSheet(ctx, programme, keyOf(call))
  const { title, lead = '', circle = 'region' } = sheet.template
  const props = templatePage(programme.id, sheet, form ?? emptyForm({ title, lead, circle, section: '', note: '' }))
  const crumbs = programmeCrumbs(programme, { label: LIST, href: paths.sheetTemplates(programme.id) }, { label: title })
  return page('tools/sheet-templates/show', { ...props, title, crumbs }, form && failed(form) ? 422 : 200)
}

/** A fault of the form is said at the field it was typed in, or on top; the words stay. */
async function editing(call: Here, at: { form: FormState; name: string }, edit: () => Promise<Reply>): Promise<Reply> {
  try {
    return await edit()
  } catch (error) {
    if (!(error instanceof Problem) || !['invalid', 'conflict'].includes(error.code)) throw error
    return show(call, withError(at.form, at.name, error.message))
  }
}

const home = (call: Here, words: string, anchor = ''): Reply =>
  redirect(`${paths.sheetTemplate(call.programme.id, keyOf(call))}${anchor}`, words)

const change = (call: Here, edit: (template: Template) => Template) =>
  editSheet(call.ctx, call.programme, { key: keyOf(call), edit })

async function rename(call: Here): Promise<Reply> {
  const input = readForm(sheetForm, call.body)
  if (!input.ok) return show(call, input.form)
  return editing(call, { form: input.form, name: 'title' }, async () => {
    await change(call, retitled(input.data))
    return home(call, 'シートの名前を直しました')
  })
}

const WORDS = {
  up: '上へ動かしました',
  down: '下へ動かしました',
  retire: '外しました。書いてある答えは残ります',
  restore: '戻しました',
  remove: '区分を消しました',
}

async function move(call: Here): Promise<Reply> {
  const deed = deedIn(call.body.deed)
  if (!deed) throw notFound()
  const { what, key, deed: way } = deed
  const { retired } = await editedSheet(call.ctx, call.programme, keyOf(call))
  const edit = (template: Template): Template => {
    if (what === 'section')
      return (way === 'up' || way === 'down' ? moveSection(key, way) : removeSection(key))(template)
    if (way === 'up' || way === 'down') return moveField(key, way)(template)
    const field = retired.find((one) => one.key === key)
    return (way === 'restore' && field ? restoreField(field) : retireField(key))(template)
  }
  return editing(call, { form: emptyForm(), name: '' }, async () => {
    await change(call, edit)
    return home(call, WORDS[way], `#${what}-${key}`)
  })
}

async function section(call: Here): Promise<Reply> {
  const input = readForm(newSectionForm, { title: call.body.section ?? '' })
  if (!input.ok) return show(call, withError(emptyForm({ section: '' }), 'section', input.form.errors.title ?? ''))
  return editing(call, { form: emptyForm({ section: input.data.title }), name: 'section' }, async () => {
    await change(call, addSection(input.data.title))
    return home(call, `区分「${input.data.title}」を足しました。開いて、欄を置いてください`)
  })
}

async function release(call: Here): Promise<Reply> {
  const input = readForm(releaseForm, call.body)
  if (!input.ok) return show(call, input.form)
  return editing(call, { form: input.form, name: '' }, async () => {
    const version = await releaseSheet(call.ctx, call.programme, keyOf(call), input.data.note)
    return home(
      call,
      `第${version}版を使いはじめました。書きかけのシートは、書く人が「新しい様式にする」まで前の様式のままです`,
    )
  })
}

async function drop(call: Here): Promise<Reply> {
  await dropSheetEdit(call.ctx, call.programme, keyOf(call))
  return redirect(paths.sheetTemplates(call.programme.id), '直しかけの様式を捨てました')
}

/** The form as people will meet it; nothing typed here is kept. */
async function preview(call: Here): Promise<Reply> {
  const { ctx, programme } = call
  const { template } = await editedSheet(ctx, programme, keyOf(call))
  const backTo = paths.sheetTemplate(programme.id, template.key)
  const sections = drawn(template, {}, { spareRows: 1 }).sections.map((s) => ({ ...sectionView(s), staysOpen: true }))
  const trail = [
    { label: LIST, href: paths.sheetTemplates(programme.id) },
    { label: template.title, href: backTo },
  ]
  const crumbs = programmeCrumbs(programme, ...trail, { label: '見本' })
  const props = { heading: template.title, lead: template.lead ?? '', runs: runsOf(sections), backTo }
  return page('tools/sheet-templates/preview', { ...props, title: `${template.title}の見本`, crumbs })
}
