import type { Actor } from '../../access/actor.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { PARTS, type PartKey, type RegionFrame, regionFrame } from '../../programme/sections/sections.ts'
import { partView } from './paper.ts'
import type { PartBlock } from './parts.ts'

export interface PartPage {
  around: RegionFrame
  heading: string
  blocks: PartBlock[]
  columns: PartBlock[]
  emptyText: string | null
  sourceText: string
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'overview/region-parts/show': PartPage
  }
}

export function partPage(
  actor: Actor,
  region: Region,
  asked: { key: PartKey; parts: ReadonlyMap<string, unknown> },
): PartPage {
  const view = partView(asked.key, asked.parts)
  return {
    around: regionFrame(actor, region, asked.key),
    heading: PARTS[asked.key],
    blocks: view?.blocks ?? [],
    columns: view?.columns ?? [],
    emptyText: view ? null : `「${PARTS[asked.key]}」は、この記録にはありません。`,
    sourceText: region.isSample
      ? '報告書にもとづく見本です。推しはかった所には「推定」と付けています。'
      : '取り込んだ記録にあったとおりに示しています。この欄を書きかえる道具は、まだありません。',
  }
}
