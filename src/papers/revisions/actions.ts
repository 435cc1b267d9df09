import type { Ctx } from '../../platform/ctx.ts'
import type { Db } from '../../platform/db/db.ts'
import { keep } from '../../platform/db/transaction.ts'
import { diffOf } from '../documents/body.ts'
import type { Change } from '../documents/documents.ts'
import { bodyAt } from '../documents/store.ts'
import { addMilestone } from './store.ts'

/** 「前回から変わったこと」: from revision `number` to now, as one difference. */
export async function changedSince(db: Db, documentId: string, number: number): Promise<Change[]> {
  const [then, head] = [await bodyAt(db, documentId, number), await bodyAt(db, documentId)]
  return diffOf(then.body, head.body)
}

/** Pins the present revision under a name: 「支援1」. */
export const milestone = (ctx: Ctx, documentId: string, label: string): Promise<void> =>
  keep(ctx, async (db) => {
    const head = await bodyAt(db, documentId)
    await addMilestone(db, { documentId, number: head.number, label }, ctx.now)
  })
