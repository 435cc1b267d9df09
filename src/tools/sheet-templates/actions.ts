import { isDeepStrictEqual } from 'node:util'
import { templateOf } from '../../papers/templates/released.ts'
import { fieldsOf, type Template } from '../../papers/templates/templates.ts'
import { change } from '../../people/history/actions.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { keep } from '../../platform/db/transaction.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import { ownTemplate, sheetNameOf } from '../template-edits/body.ts'
import { templateFaults } from './forms.ts'
import { type EditedSheet, OWN, type YearTemplate } from './sheet-templates.ts'
import { dropEdit, formsOf, putTemplate, putUse, usesOf, yearTemplates } from './store.ts'

export async function editedSheet(ctx: Ctx, programme: Programme, key: string): Promise<EditedSheet> {
  const all = await yearTemplates(ctx.db, programme.id, key)
  const forms = await formsOf(ctx.db, programme.id, key)
  const edited = all.find((t) => t.version === 0) ?? null
  const template = edited?.template ?? forms?.newest
  if (!template) throw notFound()
  const known = new Set(fieldsOf(template).map((field) => field.key))
  const past = [...(forms?.all ?? [])].reverse().flatMap((t) => fieldsOf(t))
  const retired = past.filter((field) => !known.has(field.key) && known.add(field.key))
  const versions = all.filter((t) => t.version > 0)
  return { key, template, edited, released: forms?.newest ?? null, versions, retired }
}

/** Changes the form that is being edited; the first change copies the one in use. Nobody's sheet changes by that. */
export const editSheet = (
  ctx: Ctx,
  programme: Programme,
  { key, edit }: { key: string; edit: (template: Template) => Template },
): Promise<void> =>
  keep(ctx, async (db) => {
    const { template } = await editedSheet({ ...ctx, db }, programme, key)
    const next = { ...edit(template), key, version: 0 }
    const [fault] = templateFaults(next, { toUse: false })
    if (fault) throw new Problem('invalid', fault.message)
    const given = { programmeId: programme.id, key, version: 0, template: next, note: '', byName: ctx.actor.name }
    await putTemplate(db, given, ctx.now)
  })

export const dropSheetEdit = (ctx: Ctx, programme: Programme, key: string): Promise<void> =>
  keep(ctx, async (db) => {
    await dropEdit(db, programme.id, key)
  })

/** From now on new sheets are written on it; sheets begun on an older form keep that until their owner changes it. */
export async function releaseSheet(ctx: Ctx, programme: Programme, key: string, note: string): Promise<number> {
  const { edited, released, template } = await editedSheet(ctx, programme, key)
  if (!edited) throw new Problem('conflict', '直したところがありません')
  const [fault] = templateFaults(template, { toUse: true })
  if (fault) throw new Problem('invalid', fault.message)
  const version = (released?.version ?? 0) + 1
  await change(ctx, async (db, log) => {
    const given = { programmeId: programme.id, key, version, note, byName: ctx.actor.name }
    await putTemplate(db, { ...given, template: { ...template, version } }, ctx.now)
    await dropEdit(db, programme.id, key)
    const details = { key, title: template.title, version }
    await log({ kind: 'template_released', programmeId: programme.id, circle: 'office', details })
  })
  return version
}

/** A sheet of the year's own, empty or after another one; it is offered once it is taken into use. */
export async function makeSheet(
  ctx: Ctx,
  programme: Programme,
  { title, from }: { title: string; from: string },
): Promise<string> {
  const source = from ? (await editedSheet(ctx, programme, from)).template : undefined
  const template = ownTemplate(title, source)
  const named = { ...template, sheetName: sheetNameOf(title) }
  const given = { programmeId: programme.id, key: template.key, version: 0, note: '', byName: ctx.actor.name }
  await keep(ctx, (db) => putTemplate(db, { ...given, template: named }, ctx.now))
  return template.key
}

/** Whether the regions of this year are offered the sheet; what was written stays readable either way. */
export async function useSheet(ctx: Ctx, programme: Programme, key: string, isUsed: boolean): Promise<string> {
  const { template, released } = await editedSheet(ctx, programme, key)
  if (!released && OWN.test(key)) throw new Problem('conflict', 'このシートは、まだ使いはじめていません')
  await change(ctx, async (db, log) => {
    await putUse(db, { programmeId: programme.id, key, isUsed, byName: ctx.actor.name }, ctx.now)
    const details = { key, title: template.title, isUsed }
    await log({ kind: 'template_used', programmeId: programme.id, circle: 'office', details })
  })
  return template.title
}

/** Another year's forms and choices, as they stand there: each becomes the newest here. What is being edited stays. */
export async function copyYear(ctx: Ctx, programme: Programme, from: Programme): Promise<number> {
  const theirs = newestOf(await yearTemplates(ctx.db, from.id))
  const ours = newestOf(await yearTemplates(ctx.db, programme.id))
  const news = [...theirs.values()].filter(({ key, template }) => {
    const here = ours.get(key)?.template
    return !here || !isDeepStrictEqual({ ...here, version: 0 }, { ...template, version: 0 })
  })
  await change(ctx, async (db, log) => {
    for (const { key, template } of news) {
      const version = Math.max(ours.get(key)?.version ?? 0, templateOf(key)?.version ?? 0) + 1
      const note = `「${from.name}」から写した`
      const given = { programmeId: programme.id, key, version, note, byName: ctx.actor.name }
      await putTemplate(db, { ...given, template: { ...template, version } }, ctx.now)
      const details = { key, title: template.title, version }
      await log({ kind: 'template_released', programmeId: programme.id, circle: 'office', details })
    }
    for (const { key, isUsed } of await usesOf(db, from.id))
      await putUse(db, { programmeId: programme.id, key, isUsed: isUsed === 1, byName: ctx.actor.name }, ctx.now)
  })
  return news.length
}

const newestOf = (all: readonly YearTemplate[]): Map<string, YearTemplate> =>
  new Map(all.filter(({ version }) => version > 0).map((one) => [one.key, one]))
