import { bodyAt } from '../../papers/documents/store.ts'
import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { Problem } from '../../platform/web/problem.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { GONE } from './model-releases.ts'
import { addModelRelease, modelsOf } from './store.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    model_put_to_wg: { revision: number }
    model_taken_from_wg: Record<string, never>
  }
}

export const modelReleaseHappenings = {
  model_put_to_wg: (h) => `${h.actorName}さんがロジックモデルの第${h.details.revision}版をWGに示しました`,
  model_taken_from_wg: (h) => `${h.actorName}さんがWGに示したロジックモデルを取り下げました`,
} satisfies Sentences<'model_put_to_wg' | 'model_taken_from_wg'>

const READABLE = ['region', 'wg', 'joint']

/** The model as it stands now; what the town goes on writing isn't read by the WG. */
export const releaseModel = (ctx: Ctx, region: Region): Promise<number> =>
  change(ctx, async (db, log) => {
    const [document] = await modelsOf(db, [region.id])
    const { number } = document ? await bodyAt(db, document.id) : { number: 0 }
    if (!document || number === 0) throw new Problem('conflict', 'この地域のロジックモデルは、まだ書かれていません')
    if (!READABLE.includes(document.circle))
      throw new Problem('conflict', 'このロジックモデルは市町村の内輪のもののため、WGには示せません')
    const by = { releasedAt: ctx.now.toISOString(), releasedBy: ctx.actor.name }
    await addModelRelease(db, { regionId: region.id, documentId: document.id, revision: number, ...by })
    await log({ kind: 'model_put_to_wg', regionId: region.id, circle: 'region', details: { revision: number } })
    return number
  })

export const takeModelBack = (ctx: Ctx, region: Region): Promise<void> =>
  change(ctx, async (db, log) => {
    const [document] = await modelsOf(db, [region.id])
    if (!document) throw new Problem('conflict', 'この地域のロジックモデルは、まだ書かれていません')
    const by = { releasedAt: ctx.now.toISOString(), releasedBy: ctx.actor.name }
    await addModelRelease(db, { regionId: region.id, documentId: document.id, revision: GONE, ...by })
    await log({ kind: 'model_taken_from_wg', regionId: region.id, circle: 'region', details: {} })
  })
