import { openDocument, restoreRevision, saveDocument, undoRevision } from '../../papers/documents/actions.ts'
import { partsOf } from '../../papers/documents/body.ts'
import type { Change, Saved, ToSave } from '../../papers/documents/documents.ts'
import { bodyAt } from '../../papers/documents/store.ts'
import { addMilestone } from '../../papers/revisions/store.ts'
import type { Body } from '../../papers/templates/templates.ts'
import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { keep } from '../../platform/db/transaction.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { putRead, readNumbers } from '../paper-reads/store.ts'
import { ownerOf, type PaperAt, type PaperKind, refOf } from './papers.ts'
import { closedReason, othersHalf, writesOwn } from './store.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    paper_saved: { title: string; ref: string; number: number; places: string[] }
    paper_named: { title: string; ref: string; number: number; label: string }
  }
}

const listed = (places: readonly string[]) =>
  places.length > 3 ? `${places.slice(0, 3).join('、')} など${places.length}か所` : places.join('、')

export const paperHappenings = {
  paper_saved: (h) => `${h.actorName}さんが「${h.details.title}」を直しました（${listed(h.details.places)}）`,
  paper_named: (h) => `${h.actorName}さんが「${h.details.title}」の版に「${h.details.label}」と名前をつけました`,
} satisfies Sentences<'paper_saved' | 'paper_named'>

/** What is done once a paper was saved, in the same transaction: app.ts hands the list in. */
export type AfterSave = (
  ctx: Ctx,
  region: Region,
  saved: { kind: PaperKind; part?: string; body: Body },
) => Promise<void>
const afterSave: AfterSave[] = []
export const tellAfterSave = (...hooks: AfterSave[]): void => void afterSave.push(...hooks)

export type ToSavePaper = Omit<ToSave, 'fields' | 'onBehalfOf' | 'base'> & {
  part?: string
  /** The revision the person began from; absent: what stands now (a deed that can't clash, like adding a row). */
  base?: number
} & ({ fields: Body } | { edit: (body: Body) => Body })

/** 「みどり町」 where the secretariat writes for it. */
const behalfOf = (ctx: Ctx, region: Region, kind: PaperKind): string | null =>
  writesOwn(ctx, region, kind) ? null : region.name

function askOpen(ctx: Ctx, region: Region, kind: PaperKind): void {
  const closed = closedReason(ctx, region, kind)
  if (closed) throw new Problem('forbidden', closed)
}

/** Whatever door a change came by (a form, a file, an undo): of two halves each side changes its own. */
function askOwnHalf(ctx: Ctx, region: Region, kind: PaperKind, changes: readonly Change[]): void {
  const others = othersHalf(ctx, region, kind)
  if (changes.some(({ path }) => others.includes(partsOf(path)[0] ?? '')))
    throw new Problem('forbidden', '相手の側が書く欄は、変えられません。自分の側の欄だけを直してください')
}

type Save = (ctx: Ctx, documentId: string, onBehalfOf: string | null) => Promise<Saved>

/** One transaction: the document (made with its first word), its revision, the line of history, and what follows from it. */
async function saving(ctx: Ctx, region: Region, at: { kind: PaperKind; part?: string; save: Save }): Promise<Saved> {
  const { kind, part } = at
  askOpen(ctx, region, kind)
  return change(ctx, async (db, log) => {
    const within = { ...ctx, db }
    const { template, circleDefault: circle } = kind
    const document = await openDocument(db, { ...ownerOf(kind, region.id, part), template, circle }, ctx.now)
    const onBehalfOf = behalfOf(ctx, region, kind)
    const saved = await at.save(within, document.id, onBehalfOf)
    if (saved.kind === 'clash' || saved.changes.length === 0) return saved
    askOwnHalf(ctx, region, kind, saved.changes)
    const { body } = await bodyAt(db, document.id)
    const places = [...new Set(saved.changes.map((c) => kind.words.place(c.path, body)))].slice(0, 50)
    const details = { title: kind.title, ref: refOf(kind, part), number: saved.number, places }
    await log({ kind: 'paper_saved', regionId: region.id, circle: document.circle, onBehalfOf, details })
    const { personId } = ctx.actor
    if (personId) await putRead(db, { personId, documentId: document.id, number: saved.number }, ctx.now)
    for (const hook of afterSave) await hook(within, region, { kind, part, body })
    return saved
  })
}

/**
 * Merges an edit into the head, place by place; on a clash nothing is stored (`paperClash` shows both texts).
 * `edit` gets the body at `base` and returns the whole new one; `fields` are whole top-level fields, as a form posts them.
 */
export const savePaper = (ctx: Ctx, region: Region, kind: PaperKind, given: ToSavePaper): Promise<Saved> =>
  saving(ctx, region, {
    kind,
    part: given.part,
    save: async (within, documentId, onBehalfOf) => {
      const { part: _, base, ...rest } = given
      const began = await bodyAt(within.db, documentId, base)
      const fields = 'edit' in rest ? wholeBody(began.body, rest.edit(began.body)) : rest.fields
      return saveDocument(within, documentId, { ...rest, base: began.number, fields, onBehalfOf })
    },
  })

/** Keys that the edit took away are cleared, not kept. */
const wholeBody = (before: Body, after: Body): Body => ({
  ...Object.fromEntries(Object.keys(before).map((key) => [key, ''])),
  ...after,
})

export const undoPaper = (ctx: Ctx, region: Region, { kind, part, number }: Pointed): Promise<Saved> =>
  saving(ctx, region, {
    kind,
    part,
    save: (within, id, onBehalfOf) => undoRevision(within, id, { number, onBehalfOf }),
  })

export const restorePaper = (ctx: Ctx, region: Region, { kind, part, number }: Pointed): Promise<Saved> =>
  saving(ctx, region, {
    kind,
    part,
    save: (within, id, onBehalfOf) => restoreRevision(within, id, { number, onBehalfOf }),
  })

interface Pointed {
  kind: PaperKind
  part?: string
  number: number
}

/** 「いまの版に名前をつける」 */
export async function namePaper(ctx: Ctx, region: Region, at: PaperAt, label: string): Promise<number> {
  askOpen(ctx, region, at.kind)
  const { document } = at
  if (!document || document.headNumber === 0) throw notFound()
  await change(ctx, async (db, log) => {
    await addMilestone(db, { documentId: document.id, number: document.headNumber, label }, ctx.now)
    const details = { title: at.kind.title, ref: at.ref, number: document.headNumber, label }
    await log({ kind: 'paper_named', regionId: region.id, circle: document.circle, details })
  })
  return document.headNumber
}

/** Whoever opened a paper has read it that far; a second look at the same revision writes nothing. */
export async function readPaper(ctx: Ctx, { document, head }: PaperAt): Promise<void> {
  const { personId } = ctx.actor
  if (!document || !personId) return
  const read = await readNumbers(ctx.db, personId, [document.id])
  if ((read.get(document.id) ?? 0) >= head.number) return
  await keep(ctx, (db) => putRead(db, { personId, documentId: document.id, number: head.number }, ctx.now))
}
