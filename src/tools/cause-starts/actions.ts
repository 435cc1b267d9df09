import { documentOf } from '../../papers/documents/store.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { newId } from '../../platform/db/ids.ts'
import { keep } from '../../platform/db/transaction.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { putCarry } from '../carries/store.ts'
import { addCause } from '../causes/actions.ts'
import { causesKind } from '../causes/causes.ts'
import { ownerOf } from '../papers/papers.ts'
import type { Start } from './cause-starts.ts'

/** 「真因の仮説にする」: a copy with a link, so that it can say 「元が変わりました」. Returns the new cause's id. */
export const beginCause = (ctx: Ctx, region: Region, start: Start): Promise<string> =>
  keep(ctx, async (db) => {
    const { text, issue, key: origin, from, source } = start
    const id = await addCause({ ...ctx, db }, region, { text, issue, origin, note: `${from}から` })
    const document = await documentOf(db, ownerOf(causesKind, region.id))
    if (!source || !document) return id
    await putCarry(db, {
      ...{ id: newId(), regionId: region.id, toDocumentId: document.id, toPath: `causes/${id}/text` },
      ...{ fromDocumentId: source.documentId, fromPath: source.path, fromText: text, copiedText: text },
      ...{ fromNumber: source.number, personName: ctx.actor.name, takenAt: ctx.now.toISOString() },
    })
    return id
  })
