import type { Ctx } from '../../platform/ctx.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { takeOffers } from '../carries/actions.ts'
import type { CarriesAround, Offer } from '../carries/store.ts'
import type { PaperAt } from '../papers/papers.ts'
import { withTies } from './first-drafts.ts'

/** Copies into a paper with its links; changes of a まとめ are tied to their 課題 on the way. */
export function takeTied(
  ctx: Ctx,
  region: Region,
  { at, offers, sources }: { at: PaperAt; offers: readonly Offer[] } & Pick<CarriesAround, 'sources'>,
): Promise<number> {
  if (at.kind.kind !== 'closing') return takeOffers(ctx, region, { at, offers })
  const causes = [...sources.values()].find(({ document }) => document.kind === 'causes')?.head.body ?? {}
  return takeOffers(ctx, region, { at, offers, finish: (body, placed) => withTies(body, placed, causes) })
}
