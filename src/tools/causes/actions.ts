import type { Saved } from '../../papers/documents/documents.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { newId } from '../../platform/db/ids.ts'
import { notFound } from '../../platform/web/problem.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { savePaper } from '../papers/actions.ts'
import { type CauseGiven, causeIn, moved, withCause } from './body.ts'
import { causesKind } from './causes.ts'

/** A new row clashes with nothing: it is put to what stands now. */
export async function addCause(ctx: Ctx, region: Region, given: CauseGiven & { note?: string }): Promise<string> {
  const id = newId()
  const { note, ...row } = given
  await savePaper(ctx, region, causesKind, { edit: withCause(id, row), ...(note && { note }) })
  return id
}

export const moveCause = (ctx: Ctx, region: Region, given: { id: string; by: 'up' | 'down' }): Promise<Saved> =>
  savePaper(ctx, region, causesKind, {
    edit: (body) => {
      if (!causeIn(body, given.id)) throw notFound()
      return moved(given.id, given.by)(body)
    },
  })
