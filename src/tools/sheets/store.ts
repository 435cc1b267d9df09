import { belongs, runs } from '../../access/actor.ts'
import { circlesReadBy } from '../../access/circles.ts'
import { bodyAt, documentOf } from '../../papers/documents/store.ts'
import { type OpenDraft, openDraft } from '../../papers/drafts/actions.ts'
import { draftsOf } from '../../papers/drafts/store.ts'
import { kindsAsked, withRowOptions } from '../../papers/row-options/row-options.ts'
import type { Body, Template } from '../../papers/templates/templates.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Db } from '../../platform/db/db.ts'
import { notFound } from '../../platform/web/problem.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { ownerOf, type PaperKind, splitRef } from '../papers/papers.ts'
import { paperAt } from '../papers/store.ts'
import { formsOf } from '../sheet-templates/store.ts'
import { isSeveral, type SheetAt, sheetKind } from './sheets.ts'

type Asked = { ctx: Ctx; region: Region }

/** The sheets of this region whose rows the template lets one choose from, as far as this person reads them. */
async function othersFor({ ctx: { db, actor }, region }: Asked, template: Template): Promise<Record<string, Body>> {
  const circles = circlesReadBy(actor, region)
  const bodies: Record<string, Body> = {}
  for (const kind of kindsAsked(template)) {
    const document = await documentOf(db, ownerOf({ kind }, region.id))
    if (document && circles.includes(document.circle)) bodies[kind] = (await bodyAt(db, document.id)).body
  }
  return bodies
}

/** The year's own form of a sheet, or a sheet only this year has; for whoever is given nothing but the kind's name. */
export async function sheetKindOf(call: Asked, key: string): Promise<PaperKind | undefined> {
  const { ctx, region } = call
  const forms = await formsOf(ctx.db, region.programmeId, key)
  if (!forms) return undefined
  const others = await othersFor(call, forms.words)
  return sheetKind(forms.newest, { words: forms.words, others })
}

/** The sheet that `:ref` names, in its circle, on the form it was written on; else 404. */
export async function sheetAt(call: Asked & { params: Record<string, string> }): Promise<SheetAt> {
  const { ctx, region } = call
  const { kind: key, part } = splitRef(call.params.ref ?? '')
  const forms = await formsOf(ctx.db, region.programmeId, key)
  if (!forms || (part !== undefined && !isSeveral(key)) || call.params.ref !== [key, part].filter(Boolean).join('.'))
    throw notFound()
  const others = await othersFor(call, forms.words)
  const kind = sheetKind(forms.newest, { words: forms.words, others })
  const at = await paperAt(call, kind, part)
  const written = at.head.number > 0 ? at.document?.templateVersion : undefined
  const form = forms.all.find((template) => template.version === written) ?? forms.newest
  const removed = at.document ? await removalOf(ctx.db, at.document.id) : null
  return {
    ...at,
    template: withRowOptions(form, at.head.body, others),
    newest: forms.newest,
    words: forms.words,
    removed,
    side: sideOf(ctx, region, kind),
  }
}

/** A sheet of two sides is written by each its own half; the secretariat writes for both. */
const sideOf = ({ actor }: Ctx, region: Region, { writers }: PaperKind): SheetAt['side'] =>
  writers !== 'effect.write' || runs(actor, region) ? null : belongs(actor, region) ? 'town' : 'prefecture'

/** What this person typed and has not saved, laid over the sheet. */
export async function ownDraft({ db, actor }: Ctx, { document, head }: SheetAt): Promise<OpenDraft | null> {
  if (!document || !actor.personId) return null
  const [draft] = await draftsOf(db, document.id, actor.personId)
  return draft ? openDraft(db, { id: document.id, head }, draft) : null
}

async function removalOf(db: Db, documentId: string) {
  const row = await db
    .selectFrom('paperRemovals')
    .select(['removedAt', 'removedBy'])
    .where('documentId', '=', documentId)
    .where('restoredAt', 'is', null)
    .executeTakeFirst()
  return row ?? null
}

export const putRemoval = (db: Db, given: { documentId: string; removedBy: string }, now: Date) => {
  const fact = { removedBy: given.removedBy, removedAt: now.toISOString(), restoredAt: null }
  return db
    .insertInto('paperRemovals')
    .values({ documentId: given.documentId, ...fact })
    .onConflict((c) => c.column('documentId').doUpdateSet(fact))
    .execute()
}

export const endRemoval = (db: Db, documentId: string, now: Date) =>
  db.updateTable('paperRemovals').set({ restoredAt: now.toISOString() }).where('documentId', '=', documentId).execute()

export const setForm = (db: Db, documentId: string, { key, version }: Template) =>
  db.updateTable('documents').set({ templateKey: key, templateVersion: version }).where('id', '=', documentId).execute()
