import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import { newId } from '../../platform/db/ids.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, readForm, withError } from '../../platform/web/forms.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { programmeCrumbs } from '../../programme/programmes/programmes.ts'
import { editedSheet, editSheet } from '../sheet-templates/actions.ts'
import { newFieldForm, sectionForm } from '../sheet-templates/forms.ts'
import { addField, changeSection, isKind } from '../template-edits/body.ts'
import { templateSectionPage } from './pages.ts'

type Here = Call & Seen['programme']

const BASE = '/programmes/:programmeId/sheet-templates/:key/sections/:section'

/** One section of a sheet's form: its name, and new fields in it. */
export const templateSectionRoutes: RouteTable<'programme'> = {
  [`GET ${BASE}` as const]: { may: 'templates.edit', run: (call: Here) => show(call) },
  [`POST ${BASE}` as const]: { may: 'templates.edit', run: rename },
  [`POST ${BASE}/fields` as const]: { may: 'templates.edit', run: add },
}

const whereOf = ({ programme, params }: Here) => ({
  programmeId: programme.id,
  key: params.key ?? '',
  section: params.section ?? '',
})

async function show(call: Here, form?: FormState): Promise<Reply> {
  const { ctx, programme } = call
  const at = whereOf(call)
  const { template } = await editedSheet(ctx, programme, at.key)
  const section = template.sections.find(({ key }) => key === at.section)
  if (!section) throw notFound()
  const fresh = emptyForm({ title: section.title, lead: section.lead ?? '', label: '', kind: 'short' })
  const shown = form ? { ...form, values: { ...fresh.values, ...form.values } } : fresh
  const props = templateSectionPage(at, { heading: `区分「${section.title}」`, form: shown })
  const sheets = { label: 'シートの様式', href: paths.sheetTemplates(programme.id) }
  const crumbs = programmeCrumbs(
    programme,
    sheets,
    { label: template.title, href: props.backTo },
    { label: section.title },
  )
  return page('tools/template-sections/show', { ...props, title: props.heading, crumbs }, form ? 422 : 200)
}

async function editing(call: Here, at: { form: FormState; name: string }, edit: () => Promise<Reply>): Promise<Reply> {
  try {
    return await edit()
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'invalid') throw error
    return show(call, withError(at.form, at.name, error.message))
  }
}

async function rename(call: Here): Promise<Reply> {
  const input = readForm(sectionForm, call.body)
  if (!input.ok) return show(call, input.form)
  const { programmeId, key, section } = whereOf(call)
  return editing(call, { form: input.form, name: 'title' }, async () => {
    await editSheet(call.ctx, call.programme, { key, edit: changeSection(section, input.data) })
    return redirect(`${paths.sheetTemplate(programmeId, key)}#section-${section}`, '区分を直しました')
  })
}

/** The key is made here once; the next page asks for the rest. */
async function add(call: Here): Promise<Reply> {
  const input = readForm(newFieldForm, call.body)
  if (!input.ok) return show(call, input.form)
  const { label, kind } = input.data
  if (!isKind(kind)) return show(call, withError(input.form, 'kind', '欄の種類を選んでください'))
  const { programmeId, key, section } = whereOf(call)
  const fresh = `f_${newId()}`
  return editing(call, { form: input.form, name: 'label' }, async () => {
    await editSheet(call.ctx, call.programme, { key, edit: addField(section, { key: fresh, label, kind }) })
    return redirect(paths.sheetTemplateField(programmeId, key, fresh), `「${label}」を足しました`)
  })
}
