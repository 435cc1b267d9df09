import { milestonesOf } from '../../papers/revisions/store.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { carryNotes, carryOffers } from '../carries/store.ts'
import { remarksOf } from '../comments/store.ts'
import type { PaperAt } from '../papers/papers.ts'
import { readNumbers } from '../papers/store.ts'
import { type Around, changedLinks, remarkWords } from './sheet-asides.ts'

export async function aroundOf(call: { ctx: Ctx; region: Region }, at: PaperAt): Promise<Around> {
  const { ctx, region } = call
  const { ref, document, head } = at
  const remarks = await remarksOf(call, at)
  const read = document ? await readNumbers(ctx.db, ctx.actor.personId, [document.id]) : new Map<string, number>()
  const milestones = document ? await milestonesOf(ctx.db, document.id) : []
  const about = { regionId: region.id, ref }
  return {
    ...{ ...about, remarks, remarkWords: remarkWords(remarks) },
    carries: [...(await carryNotes(call, at)).values()],
    offers: (await carryOffers(call, at)).length,
    changed: changedLinks({ ...about, head: head.number, milestones, read: read.get(document?.id ?? '') }),
  }
}
