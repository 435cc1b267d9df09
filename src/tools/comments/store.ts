import { circlesReadBy } from '../../access/circles.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Db } from '../../platform/db/db.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { adviceOfRegion } from '../../support/advice/store.ts'
import type { PaperAt } from '../papers/papers.ts'
import { adviceRemark, type Comment, commentRemark, type Remark } from './comments.ts'

declare module '../../platform/db/db.ts' {
  interface Tables {
    comments: Comment
  }
}

export const addComment = (db: Db, comment: Comment) => db.insertInto('comments').values(comment).execute()

export const commentOf = (db: Db, documentId: string, id: string): Promise<Comment | undefined> =>
  db.selectFrom('comments').selectAll().where('documentId', '=', documentId).where('id', '=', id).executeTakeFirst()

export const endComment = (db: Db, id: string, by: { endedAt: string | null; endedBy: string | null }) =>
  db.updateTable('comments').set(by).where('id', '=', id).execute()

/** Comments and advice about one paper, oldest first, as far as their reader may read. */
export async function remarksOf({ ctx, region }: { ctx: Ctx; region: Region }, at: PaperAt): Promise<Remark[]> {
  const { document } = at
  if (!document) return []
  const comments = await ctx.db
    .selectFrom('comments')
    .selectAll()
    .where('documentId', '=', document.id)
    .orderBy('id')
    .execute()
  const advice = await adviceOfRegion(ctx.db, region.id, circlesReadBy(ctx.actor, region))
  const about = advice.filter((a) => a.about.kind === 'document' && a.about.id === document.id)
  const remarks = [...comments.map((c) => commentRemark(at, c)), ...about.map((a) => adviceRemark(at, a))]
  return remarks.sort((a, b) => a.at.localeCompare(b.at))
}
