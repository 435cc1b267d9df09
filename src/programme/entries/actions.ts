import { belongs } from '../../access/actor.ts'
import { openDocument, saveDocument, undoRevision } from '../../papers/documents/actions.ts'
import type { Document, Head, Saved, ToSave } from '../../papers/documents/documents.ts'
import { bodyAt, documentOf } from '../../papers/documents/store.ts'
import { dropDrafts, keepDraft, type OpenDraft, openDraft, type ToKeep } from '../../papers/drafts/actions.ts'
import { draftsOf } from '../../papers/drafts/store.ts'
import type { Template } from '../../papers/templates/templates.ts'
import { change } from '../../people/history/actions.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { Problem } from '../../platform/web/problem.ts'
import type { Programme } from '../programmes/programmes.ts'
import type { Region } from '../regions/regions.ts'
import { applicantsOf, CLOSED, entryDocumentKind, entryOwner, entryTemplateFor, mayStillChange } from './entries.ts'
import { reopenedUntil } from './store.ts'

export interface At {
  region: Region
  programme: Programme
}

/** An entry as it stands; before the first word there is no document, and looking makes none. */
export interface Entry {
  document: Document | undefined
  template: Template
  head: Head
}

export async function entryOf(ctx: Ctx, { region, programme }: At): Promise<Entry> {
  const document = await documentOf(ctx.db, entryOwner(region.id))
  const template = entryTemplateFor(programme)
  const head = document ? await bodyAt(ctx.db, document.id) : { number: 0, body: {} }
  return { document, template, head }
}

/** What this person typed and has not saved, laid over the sheet: the form, the paper and the workbook all show the same. */
export async function ownDraft({ db, actor }: Ctx, { document, head }: Entry): Promise<OpenDraft | null> {
  if (!document || !actor.personId) return null
  const [draft] = await draftsOf(db, document.id, actor.personId)
  return draft ? openDraft(db, { id: document.id, head }, draft) : null
}

export const openEntry = (ctx: Ctx, { region, programme }: At): Promise<Document> => {
  const given = { ...entryOwner(region.id), template: entryTemplateFor(programme) }
  return openDocument(ctx.db, { ...given, circle: entryDocumentKind.circleDefault }, ctx.now)
}

/** 「みどり町」 where the secretariat writes for it, else null. */
export const onBehalfOf = (ctx: Ctx, region: Region): string | null =>
  belongs(ctx.actor, region) ? null : applicantsOf(region)

/** The secretariat writes for others at any time; the applicants until the deadline. */
export async function canChange(ctx: Ctx, { region, programme }: At): Promise<boolean> {
  if (onBehalfOf(ctx, region)) return true
  return mayStillChange(region, programme, ctx.now, await reopenedUntil(ctx.db, region.id))
}

/** A draft is never refused for a date: what was typed stays, whoever may hand it in. */
export async function keepEntryDraft(ctx: Ctx, at: At, given: Omit<ToKeep, 'documentId'>): Promise<boolean> {
  const { id } = await openEntry(ctx, at)
  return keepDraft(ctx, { ...given, documentId: id })
}

export async function dropEntryDrafts(ctx: Ctx, { region }: At): Promise<void> {
  const document = await documentOf(ctx.db, entryOwner(region.id))
  if (document) await dropDrafts(ctx, document.id)
}

type Saving = (ctx: Ctx, documentId: string, behalf: string | null) => Promise<Saved>

/** Saves for all who apply; the happening names the places in the sheet's own words. */
async function saving(ctx: Ctx, at: At, save: Saving): Promise<Saved> {
  if (!(await canChange(ctx, at))) throw new Problem('invalid', CLOSED)
  const document = await openEntry(ctx, at)
  const behalf = onBehalfOf(ctx, at.region)
  return change(ctx, async (db, log) => {
    const saved = await save({ ...ctx, db }, document.id, behalf)
    if (saved.kind === 'saved' && saved.changes.length > 0) {
      const { body } = await bodyAt(db, document.id)
      const words = saved.changes.map((c) => entryDocumentKind.wordsOf(c.path, body, versionOf(document)))
      const details = { number: saved.number, places: [...new Set(words)].slice(0, 50) }
      await log({ kind: 'entry_saved', ...aboutOf(at), onBehalfOf: behalf, details })
    }
    return saved
  })
}

export const saveEntry = (ctx: Ctx, at: At, given: Omit<ToSave, 'onBehalfOf'>): Promise<Saved> =>
  saving(ctx, at, (within, id, behalf) => saveDocument(within, id, { ...given, onBehalfOf: behalf }))

export const undoEntry = (ctx: Ctx, at: At, number: number): Promise<Saved> =>
  saving(ctx, at, (within, id, behalf) => undoRevision(within, id, { number, onBehalfOf: behalf }))

const versionOf = (document: Document) => ({ key: document.templateKey, version: document.templateVersion ?? 1 })
/** Until it is handed in, a sheet is the applicants' own; so is its history. */
export const aboutOf = ({ region, programme }: At) =>
  ({ regionId: region.id, programmeId: programme.id, circle: 'town' }) as const
