import { openDocument } from '../../papers/documents/actions.ts'
import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { newId } from '../../platform/db/ids.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { notAliveReason, type Region } from '../../programme/regions/regions.ts'
import { ownerOf, type PaperAt } from '../papers/papers.ts'
import { quoteAt } from './comments.ts'
import { addComment, commentOf, endComment } from './store.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    comment_written: { title: string; ref: string; place: string }
    comment_ended: { title: string; ref: string; place: string }
  }
}

const where = (d: { title: string; place: string }) => `「${d.title}」${d.place ? `の${d.place}` : ''}`

export const commentHappenings = {
  comment_written: (h) => `${h.actorName}さんが${where(h.details)}にコメントしました`,
  comment_ended: (h) => `${h.actorName}さんが${where(h.details)}へのコメントを済みにしました`,
} satisfies Sentences<'comment_written' | 'comment_ended'>

/** The words that stood there are kept with it, so that it can be read when the place is gone. */
export async function writeComment(
  ctx: Ctx,
  region: Region,
  { at, path, text }: { at: PaperAt; path: string; text: string },
): Promise<void> {
  const stopped = notAliveReason(region)
  if (stopped) throw new Problem('conflict', stopped)
  const { kind, head, ref } = at
  // One of several is there once something was written in it; a whole kind may be spoken about before.
  if (at.part !== undefined && head.number === 0) throw notFound()
  await change(ctx, async (db, log) => {
    const owner = ownerOf(kind, region.id, at.part)
    const document = await openDocument(db, { ...owner, template: kind.template, circle: kind.circleDefault }, ctx.now)
    const place = path === '' ? '' : kind.words.place(path, head.body)
    const { personId, name: personName } = ctx.actor
    const said = { path, place, quote: quoteAt(head.body, path), text, personId, personName }
    const begun = {
      id: newId(),
      documentId: document.id,
      createdAt: ctx.now.toISOString(),
      endedAt: null,
      endedBy: null,
    }
    await addComment(db, { ...begun, ...said })
    const details = { title: kind.title, ref, place }
    await log({ kind: 'comment_written', regionId: region.id, circle: document.circle, details })
  })
}

/** 「済みにする」: it stays readable, only quieter. */
export async function closeComment(ctx: Ctx, region: Region, { at, id }: { at: PaperAt; id: string }): Promise<void> {
  const { document, kind, ref } = at
  const found = document && (await commentOf(ctx.db, document.id, id))
  if (!document || !found) throw notFound()
  await change(ctx, async (db, log) => {
    await endComment(db, id, { endedAt: ctx.now.toISOString(), endedBy: ctx.actor.name })
    const details = { title: kind.title, ref, place: found.place }
    await log({ kind: 'comment_ended', regionId: region.id, circle: document.circle, details })
  })
}
