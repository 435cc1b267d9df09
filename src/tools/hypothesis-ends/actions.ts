import type { Saved } from '../../papers/documents/documents.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { merged, withWords } from '../causes/body.ts'
import { causesKind, shortly } from '../causes/causes.ts'
import { savePaper } from '../papers/actions.ts'

export const withdraw = (ctx: Ctx, region: Region, { id, reason }: { id: string; reason: string }): Promise<Saved> =>
  savePaper(ctx, region, causesKind, { edit: withWords(id, { withdrawn: reason, mergedInto: '' }), note: '取り下げた' })

export const mergeInto = (ctx: Ctx, region: Region, { id, into }: { id: string; into: string }): Promise<Saved> =>
  savePaper(ctx, region, causesKind, { edit: merged(id, into), note: '統合した' })

/** 「もう一度考える」 */
export const revive = (ctx: Ctx, region: Region, { id, text }: { id: string; text: string }): Promise<Saved> =>
  savePaper(ctx, region, causesKind, {
    edit: withWords(id, { withdrawn: '', mergedInto: '' }),
    note: `「${shortly(text, 20)}」をもう一度考える`,
  })
