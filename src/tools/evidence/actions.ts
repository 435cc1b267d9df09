import type { Saved, ToSave } from '../../papers/documents/documents.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { newId } from '../../platform/db/ids.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { type EvidenceGiven, withEvidence, withEvidenceWords, withoutEvidence } from '../causes/body.ts'
import { causesKind } from '../causes/causes.ts'
import { savePaper } from '../papers/actions.ts'

/** Laid beside a cause; a new row is in nobody's way. Other tools (a journey's count) lay theirs here too. */
export async function addEvidence(ctx: Ctx, region: Region, given: EvidenceGiven): Promise<string> {
  const id = newId()
  await savePaper(ctx, region, causesKind, { edit: withEvidence(id, given) })
  return id
}

type Edit = Pick<ToSave, 'resolve'> & { id: string; base?: number; given: EvidenceGiven }

export const changeEvidence = (ctx: Ctx, region: Region, { id, given, ...edit }: Edit): Promise<Saved> =>
  savePaper(ctx, region, causesKind, { ...edit, edit: withEvidenceWords(id, given) })

export const removeEvidence = (ctx: Ctx, region: Region, { id, base }: { id: string; base?: number }): Promise<Saved> =>
  savePaper(ctx, region, causesKind, { ...(base !== undefined && { base }), edit: withoutEvidence(id) })
