import type { Saved, ToSave } from '../../papers/documents/documents.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { type CauseGiven, withWords } from '../causes/body.ts'
import { causesKind } from '../causes/causes.ts'
import { savePaper } from '../papers/actions.ts'

interface Edit extends Pick<ToSave, 'resolve'> {
  id: string
  base?: number
}

/** Only this cause's own columns: somebody else at another one is not in the way. */
export const reword = (
  ctx: Ctx,
  region: Region,
  { id, given, ...edit }: Edit & { given: CauseGiven },
): Promise<Saved> => savePaper(ctx, region, causesKind, { ...edit, edit: withWords(id, given) })
