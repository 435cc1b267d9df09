import type { RouteTable, Seen } from '../../access/doors.ts'
import { afterRowDeed, rowDeed } from '../../papers/row-deeds/row-deeds.ts'
import { faultsOf } from '../../papers/sheets/checks.ts'
import { carriedSchema, fieldsFrom } from '../../papers/sheets/forms.ts'
import type { Fault } from '../../papers/sheets/sheets.ts'
import { entryTemplate } from '../../papers/templates/entry.ts'
import type { Body, Field, Template } from '../../papers/templates/templates.ts'
import { paths } from '../../paths/paths.ts'
import type { Call } from '../../platform/web/call.ts'
import { readForm } from '../../platform/web/forms.ts'
import { Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { programmeCrumbs } from '../../programme/programmes/programmes.ts'
import { editedSheet, editSheet } from '../sheet-templates/actions.ts'
import { yearSheets } from '../sheet-templates/store.ts'
import { fieldIn, replaceField } from '../template-edits/body.ts'
import { fieldFrom, settingsOf } from './body.ts'
import { templateFieldPage } from './pages.ts'
import { settingsTemplate } from './template-fields.ts'

type Here = Call & Seen['programme']

const BASE = '/programmes/:programmeId/sheet-templates/:key/fields/:field'

/** One field of a sheet's form: its words, its choices, its columns. */
export const templateFieldRoutes: RouteTable<'programme'> = {
  [`GET ${BASE}` as const]: {
    may: 'templates.edit',
    run: async (call: Here) => {
      const at = await fieldAt(call)
      return show(call, at, settingsOf(at.field))
    },
  },
  [`POST ${BASE}` as const]: { may: 'templates.edit', run: save },
}

type At = { template: Template; field: Field; sources: Template[] }

async function fieldAt(call: Here): Promise<At> {
  const { template } = await editedSheet(call.ctx, call.programme, call.params.key ?? '')
  const year = await yearSheets(call.ctx.db, call.programme.id)
  const sources = [entryTemplate, ...year.map((one) => one.template)].filter(({ key }) => key !== template.key)
  return { template, field: fieldIn(template, call.params.field ?? ''), sources }
}

interface Shown {
  faults?: readonly Fault[]
  spare?: number
}

function show(call: Here, { template, field, sources }: At, body: Body, { faults = [], spare = 1 }: Shown = {}): Reply {
  const { programme } = call
  const props = templateFieldPage({ programmeId: programme.id, key: template.key, field, sources, body, faults, spare })
  const sheets = { label: 'シートの様式', href: paths.sheetTemplates(programme.id) }
  const sheet = { label: template.title, href: paths.sheetTemplate(programme.id, template.key) }
  const crumbs = programmeCrumbs(programme, sheets, sheet, { label: field.label })
  return page('tools/template-fields/show', { ...props, title: props.heading, crumbs }, faults.length > 0 ? 422 : 200)
}

async function save(call: Here): Promise<Reply> {
  const at = await fieldAt(call)
  const settings = settingsTemplate(at.field, at.sources)
  const carried = readForm(carriedSchema, call.body)
  const spare = carried.ok ? carried.data.spare || 1 : 1
  const body = fieldsFrom(settings, call.body)
  const deed = rowDeed(call.body)
  if (deed) return show(call, at, afterRowDeed(body, deed), { spare })
  if (call.body.more !== undefined) return show(call, at, body, { spare: Math.min(spare + 3, 20) })
  const faults = faultsOf(settings, body, { toSend: true })
  if (faults.length > 0) return show(call, at, body, { faults, spare })
  try {
    const key = at.template.key
    await editSheet(call.ctx, call.programme, { key, edit: replaceField(fieldFrom(at.field, body)) })
    return redirect(`${paths.sheetTemplate(call.programme.id, key)}#field-${at.field.key}`, '欄を直しました')
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'invalid') throw error
    return show(call, at, body, { faults: [{ path: placeOf(settings, error.message), message: error.message }], spare })
  }
}

/** A fault of the whole form stands at the part it speaks of: choices, columns, rows, else the name. */
function placeOf(settings: Template, message: string): string {
  const keys = settings.sections.flatMap((section) => section.fields.map((field) => field.key))
  const named = [
    ['options', '選択肢'],
    ['columns', '列'],
    ['rows', '行'],
  ].find(([key = '', word = '']) => keys.includes(key) && message.includes(word))
  return named?.[0] ?? (message.includes('二度') && keys.includes('columns') ? 'columns' : 'label')
}
