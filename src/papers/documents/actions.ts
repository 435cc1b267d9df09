import type { Circle } from '../../access/circles.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import { keep } from '../../platform/db/transaction.ts'
import { Problem } from '../../platform/web/problem.ts'
import { markOf } from '../drafts/drafts.ts'
import { draftsOf, removeDrafts } from '../drafts/store.ts'
import { addRevision } from '../revisions/store.ts'
import type { Body, Template } from '../templates/templates.ts'
import { diffOf, isTooLong, same, withFields } from './body.ts'
import { merge } from './diff.ts'
import { type Clash, type Document, type Head, type Saved, TOO_LONG, type ToSave } from './documents.ts'
import { addDocument, bodyAt, documentOf, type Owner } from './store.ts'

/** The one document of this kind its owner has; made when it is first asked for. */
export async function openDocument(
  db: Db,
  given: Owner & { template?: Template; circle: Circle },
  now: Date,
): Promise<Document> {
  const { template, ...owner } = given
  const found = await documentOf(db, owner)
  if (found) return found
  const made = {
    templateKey: template?.key ?? null,
    templateVersion: template?.version ?? null,
    headNumber: 0,
  }
  await keep({ db }, (trx) =>
    addDocument(trx, {
      ...owner,
      ...made,
      id: newId(),
      createdAt: now.toISOString(),
    }),
  )
  return (await documentOf(db, owner)) as Document
}

/** Merges base, head and what was typed, place by place. On a clash nothing is stored at all. */
export async function saveDocument(ctx: Ctx, documentId: string, given: ToSave): Promise<Saved> {
  if (isTooLong(given.fields)) throw new Problem('invalid', TOO_LONG)
  return keep(ctx, async (db) => {
    const head = await bodyAt(db, documentId)
    const began = await bodyAt(db, documentId, given.base)
    const answered = await answer(
      db,
      documentId,
      { base: began.body, mine: withFields(began.body, given.fields) },
      given,
    )
    if (answered.clashes.length > 0)
      return clash(answered.clashes, given.resolve?.against ?? head.number, answered.mine)
    const merged = merge({
      base: answered.base,
      theirs: head.body,
      mine: answered.mine,
    })
    if (merged.clashes.length > 0) return clash(merged.clashes, head.number, answered.mine)
    const number = await append(db, ctx, {
      documentId,
      head,
      body: merged.body,
      given,
    })
    await tidyDrafts(db, ctx, { documentId, number, body: merged.body, given })
    return {
      kind: 'saved',
      number,
      changes: diffOf(head.body, merged.body),
      merged: diffOf(answered.base, head.body),
    }
  })
}

const clash = (clashes: Clash[], against: number, body: Body): Saved => ({
  kind: 'clash',
  clashes,
  against,
  body,
})

/** Answers hold against the text they were given for; what came after it is merged like any other change. */
async function answer(db: Db, documentId: string, sides: { base: Body; mine: Body }, { resolve }: ToSave) {
  if (!resolve) return { ...sides, clashes: [] }
  const seen = await bodyAt(db, documentId, resolve.against)
  const { body, clashes } = merge({ ...sides, theirs: seen.body }, resolve.answers)
  return clashes.length > 0 ? { ...sides, clashes } : { base: seen.body, mine: body, clashes }
}

interface ToAppend {
  documentId: string
  head: Head
  body: Body
  given: ToSave
}

/** Nothing new writes no revision: a second press, Back and again. */
async function append(db: Db, ctx: Ctx, { documentId, head, body, given }: ToAppend): Promise<number> {
  const changes = diffOf(head.body, body)
  if (changes.length === 0) return head.number
  const number = head.number + 1
  const who = {
    personId: ctx.actor.personId,
    personName: ctx.actor.name,
    onBehalfOf: given.onBehalfOf ?? null,
  }
  const how = {
    source: given.source ?? 'form',
    fileId: given.fileId ?? null,
    note: given.note ?? '',
  }
  await addRevision(db, { documentId, number, body, changes, ...who, ...how }, ctx.now)
  return number
}

/** Gone: the draft of this tab, the one it went on from, and any that holds nothing the sheet does not hold. */
async function tidyDrafts(
  db: Db,
  ctx: Ctx,
  at: { documentId: string; number: number; body: Body; given: ToSave },
): Promise<void> {
  if (!ctx.actor.personId) return
  const done: string[] = []
  for (const draft of await draftsOf(db, at.documentId, ctx.actor.personId)) {
    const own = draft.tab === at.given.tab || markOf(draft) === at.given.from
    if (own || Object.entries(draft.fields).every(([key, value]) => same(value, at.body[key]))) done.push(draft.id)
  }
  await removeDrafts(db, done)
}

/** Takes one revision back: the same as saving what stood before it, so that later words stay and clashes are asked. */
export async function undoRevision(
  ctx: Ctx,
  documentId: string,
  { number, onBehalfOf = null }: { number: number; onBehalfOf?: string | null },
): Promise<Saved> {
  const before = await bodyAt(ctx.db, documentId, number - 1)
  const after = await bodyAt(ctx.db, documentId, number)
  const emptied = Object.fromEntries(Object.keys(after.body).map((key) => [key, '']))
  return saveDocument(ctx, documentId, {
    base: number,
    fields: { ...emptied, ...before.body },
    source: 'undo',
    note: `第${number}版の取り消し`,
    onBehalfOf,
  })
}
