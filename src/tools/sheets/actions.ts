import { openDocument } from '../../papers/documents/actions.ts'
import type { Saved, ToSave } from '../../papers/documents/documents.ts'
import { dropDrafts, keepDraft, type ToKeep } from '../../papers/drafts/actions.ts'
import { change } from '../../people/history/actions.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { addDays, dayOf, today } from '../../platform/time.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { savePaper } from '../papers/actions.ts'
import { ownerOf, titleOf } from '../papers/papers.ts'
import { hasNewForm, isSeveral, type SheetAt } from './sheets.ts'
import { endRemoval, putRemoval, setForm } from './store.ts'

function askOpen({ closed, removed }: SheetAt): void {
  if (closed) throw new Problem('forbidden', closed)
  if (removed) throw new Problem('conflict', 'このシートは消されています。書くときは、先に戻してください')
}

export function saveSheet(ctx: Ctx, region: Region, at: SheetAt, given: Omit<ToSave, 'onBehalfOf'>): Promise<Saved> {
  askOpen(at)
  return savePaper(ctx, region, at.kind, { ...given, part: at.part })
}

/** Autosave, and what a file brought: this person's own, until it is saved. */
export async function keepSheetDraft(ctx: Ctx, region: Region, at: SheetAt, given: Omit<ToKeep, 'documentId'>) {
  askOpen(at)
  const { template, circleDefault: circle } = at.kind
  const owner = ownerOf(at.kind, region.id, at.part)
  const { id } = at.document ?? (await openDocument(ctx.db, { ...owner, template, circle }, ctx.now))
  return keepDraft(ctx, { ...given, documentId: id })
}

export async function dropSheetDrafts(ctx: Ctx, { document }: SheetAt): Promise<void> {
  if (document) await dropDrafts(ctx, document.id)
}

const DAYS_KEPT = 30
export const canPutBack = (removed: NonNullable<SheetAt['removed']>, now: Date): boolean =>
  today(now) <= addDays(dayOf(removed.removedAt), DAYS_KEPT)

/** One of several is taken away; what was written stays, and comes back whole within thirty days. */
export async function removeSheet(ctx: Ctx, region: Region, at: SheetAt): Promise<void> {
  const { document, kind, ref } = at
  askOpen(at)
  if (!document || !isSeveral(kind.kind)) throw notFound()
  await change(ctx, async (db, log) => {
    await putRemoval(db, { documentId: document.id, removedBy: ctx.actor.name }, ctx.now)
    const details = { title: titleOf(at), ref }
    await log({ kind: 'sheet_removed', regionId: region.id, circle: document.circle, details })
  })
}

export async function putSheetBack(ctx: Ctx, region: Region, at: SheetAt): Promise<void> {
  const { document, removed, closed, ref } = at
  if (!document || !removed) throw notFound()
  if (closed) throw new Problem('forbidden', closed)
  if (!canPutBack(removed, ctx.now)) throw new Problem('gone', '消してから30日を過ぎたため、戻せません')
  await change(ctx, async (db, log) => {
    await endRemoval(db, document.id, ctx.now)
    const details = { title: titleOf(at), ref }
    await log({ kind: 'sheet_put_back', regionId: region.id, circle: document.circle, details })
  })
}

/** 「新しい様式にする」: the words stay where they are; what the new form does not ask stands below it. */
export async function takeNewForm(ctx: Ctx, region: Region, at: SheetAt): Promise<void> {
  const { document, newest, ref } = at
  askOpen(at)
  if (!document || !hasNewForm(at)) throw new Problem('conflict', 'いまの様式がいちばん新しいものです')
  await change(ctx, async (db, log) => {
    await setForm(db, document.id, newest)
    const details = { title: titleOf(at), ref, version: newest.version }
    await log({ kind: 'sheet_form_changed', regionId: region.id, circle: document.circle, details })
  })
}
