import type { Circle } from '../../access/circles.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import { keep } from '../../platform/db/transaction.ts'
import { Problem } from '../../platform/web/problem.ts'
import { type Draft, markOf, originOf } from '../drafts/drafts.ts'
import { draftsOf, removeDrafts } from '../drafts/store.ts'
import { addRevision } from '../revisions/store.ts'
import type { Body, Template } from '../templates/templates.ts'
import { diffOf, isTooLong, same, withFields } from './body.ts'
import { merge } from './diff.ts'
import { type Document, type Head, type Saved, TOO_LONG, type ToSave } from './documents.ts'
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
    const sides = { base: began.body, mine: withFields(began.body, given.fields) }
    const answered = await answer(db, documentId, sides, given)
    const { body, clashes } = merge({ ...answered, theirs: head.body })
    if (clashes.length > 0) {
      // All of them stand on the next page, also those answered before: their answers come along.
      const all = merge({ ...sides, theirs: head.body }).clashes
      return { kind: 'clash', clashes: all, against: head.number, body: sides.mine }
    }
    const number = await append(db, ctx, { documentId, head, body, given })
    return { kind: 'saved', number, changes: diffOf(head.body, body), merged: diffOf(answered.base, head.body) }
  })
}

type Typed = { base: Body; mine: Body }

/** Answers hold against the text they were given for; what came after it is merged like any other change. */
async function answer(db: Db, documentId: string, sides: Typed, { resolve }: ToSave): Promise<Typed> {
  if (!resolve) return sides
  const seen = await bodyAt(db, documentId, resolve.against)
  const { body, clashes } = merge({ ...sides, theirs: seen.body }, resolve.answers)
  return clashes.length > 0 ? sides : { base: seen.body, mine: body }
}

interface ToAppend {
  documentId: string
  head: Head
  body: Body
  given: ToSave
}

/** Nothing new writes no revision: a second press, Back and again. The drafts it came from go either way. */
async function append(db: Db, ctx: Ctx, { documentId, head, body, given }: ToAppend): Promise<number> {
  const drafts = ctx.actor.personId ? await draftsOf(db, documentId, ctx.actor.personId) : []
  await removeDrafts(db, doneWith(drafts, body, given))
  const changes = diffOf(head.body, body)
  if (changes.length === 0) return head.number
  const origin = originOf(drafts, given)
  const { onBehalfOf = null, note = '', source = origin?.source ?? 'form', fileId = origin?.fileId ?? null } = given
  const by = { personId: ctx.actor.personId, personName: ctx.actor.name, onBehalfOf, note, source, fileId }
  const number = head.number + 1
  await addRevision(db, { documentId, number, body, changes, ...by }, ctx.now)
  return number
}

/** The draft of this tab, the one it went on from, and any that holds nothing the sheet does not hold. */
const doneWith = (drafts: readonly Draft[], body: Body, { tab, from }: ToSave): string[] =>
  drafts
    .filter((d) => d.tab === tab || markOf(d) === from || Object.entries(d.fields).every(([k, v]) => same(v, body[k])))
    .map((d) => d.id)

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

/** The body of an old revision, as a new one on top: nothing between is lost, it only stands further back. */
export const restoreRevision = (
  ctx: Ctx,
  documentId: string,
  { number, onBehalfOf = null }: { number: number; onBehalfOf?: string | null },
): Promise<Saved> =>
  keep(ctx, async (db) => {
    const [then, head] = [await bodyAt(db, documentId, number), await bodyAt(db, documentId)]
    const emptied = Object.fromEntries(Object.keys(head.body).map((key) => [key, '']))
    const fields = { ...emptied, ...then.body }
    const note = `第${number}版に戻した`
    return saveDocument({ ...ctx, db }, documentId, { base: head.number, fields, source: 'restore', note, onBehalfOf })
  })
