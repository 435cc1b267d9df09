import type { Saved } from '../../papers/documents/documents.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { newId } from '../../platform/db/ids.ts'
import { Problem } from '../../platform/web/problem.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { withEvidence } from '../causes/body.ts'
import { causesKind } from '../causes/causes.ts'
import type { Side } from '../evidence/evidence.ts'
import type { Counted } from '../journey-counts/journey-counts.ts'
import { savePaper } from '../papers/actions.ts'

/** What was counted across cases stands beside a cause at once, with its n; nobody types it again. */
export function addCountedEvidence(
  ctx: Ctx,
  region: Region,
  given: { cause: string; side: Side; counted: Counted },
): Promise<Saved> {
  const { cause, side, counted } = given
  if (counted.denominator === 0) throw new Problem('invalid', '数えられる事例がないため、根拠にできません')
  const evidence = {
    ...{ cause, side, kind: 'number' as const },
    text: `典型的な事例では、${counted.claim}（${counted.denominator}例のうち${counted.numerator}例）`,
    ...{ numerator: String(counted.numerator), denominator: String(counted.denominator), unit: '', value: '' },
    ...{ comparison: '', comparedWith: '', source: 'other', sourceText: '経過図', method: '手計算' },
    period: counted.period,
  }
  return savePaper(ctx, region, causesKind, { edit: withEvidence(newId(), evidence), note: '経過図から' })
}
