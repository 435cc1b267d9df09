import type { Ctx } from '../../platform/ctx.ts'
import type { Db } from '../../platform/db/db.ts'
import { keep } from '../../platform/db/transaction.ts'
import { Problem } from '../../platform/web/problem.ts'
import { changedFields, isTooLong, withFields } from '../documents/body.ts'
import { merge } from '../documents/diff.ts'
import { type Head, type Source, TOO_LONG } from '../documents/documents.ts'
import { bodyAt } from '../documents/store.ts'
import type { Body } from '../templates/templates.ts'
import { type Draft, markOf, originOf } from './drafts.ts'
import { draftsOf, putDraft, removeDrafts } from './store.ts'

export interface ToKeep {
  documentId: string
  tab: string
  /** The revision the person began from. */
  base: number
  /** What stands in the form; only what differs from the base is kept. */
  fields: Body
  source?: Source
  fileId?: string | null
  /** The draft this one goes on from, with its instant: `from` another tab. */
  from?: string
}

/** Autosave: replaces this person's draft of this tab. No revision, no history. Tells whether anything differs. */
export async function keepDraft(ctx: Ctx, given: ToKeep): Promise<boolean> {
  if (isTooLong(given.fields)) throw new Problem('invalid', TOO_LONG)
  const { documentId, tab } = given
  return keep(ctx, async (db) => {
    const base = await bodyAt(db, documentId, given.base)
    const fields = changedFields(base.body, given.fields)
    const mine = await draftsOf(db, documentId, personOf(ctx))
    const origin = originOf(mine, given)
    const isNew = Object.keys(fields).length > 0
    await removeDrafts(db, idsOf(mine.filter((d) => markOf(d) === given.from || (!isNew && d.tab === tab))))
    if (!isNew) return false
    const { source = origin?.source ?? 'form', fileId = origin?.fileId ?? null } = given
    await putDraft(db, { documentId, personId: personOf(ctx), tab, base: base.number, fields, source, fileId }, ctx.now)
    return true
  })
}

const idsOf = (drafts: readonly Draft[]) => drafts.map((draft) => draft.id)

/** 「下書きを捨てて、保存済みの内容に戻る」: what this person typed in any tab goes. */
export const dropDrafts = (ctx: Ctx, documentId: string): Promise<void> =>
  keep(ctx, async (db) => {
    const mine = await draftsOf(db, documentId, personOf(ctx))
    await removeDrafts(db, idsOf(mine))
  })

/** What this person typed and did not save, laid over the present head. */
export interface OpenDraft {
  draft: Draft
  body: Body
  /** The revision to begin from: the head where all fits together, else the draft's own base. */
  base: number
}

export async function openDraft(db: Db, document: { id: string; head: Head }, draft: Draft): Promise<OpenDraft> {
  const { id, head } = document
  const base = draft.base === head.number ? head : await bodyAt(db, id, draft.base)
  const mine = withFields(base.body, draft.fields)
  const { body, clashes } = merge({ base: base.body, theirs: head.body, mine })
  return clashes.length > 0 ? { draft, body: mine, base: base.number } : { draft, body, base: head.number }
}

function personOf(ctx: Ctx): string {
  if (!ctx.actor.personId) throw new Problem('forbidden', '下書きを残すには、サインインしてください')
  return ctx.actor.personId
}
