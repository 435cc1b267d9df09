import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { Problem } from '../../platform/web/problem.ts'
import type { Programme } from '../programmes/programmes.ts'
import { hasScores, replaceCriteria } from '../scoring/store.ts'
import type { GivenCriterion } from './forms.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    criteria_reworded: { programme: string; count: number }
  }
}

export const criteriaHappenings = {
  criteria_reworded: (h) =>
    `${h.actorName}さんが「${h.details.programme}」の評価の観点を${h.details.count}つに直しました`,
} satisfies Sentences<'criteria_reworded'>

export const SCORED = '採点が始まっているため、評価の観点は直せません'

/** Points given under other words would lie: once somebody has scored, the criteria stand. */
export const rewordCriteria = (ctx: Ctx, programme: Programme, given: readonly GivenCriterion[]) =>
  change(ctx, async (db, log) => {
    if (await hasScores(db, programme.id)) throw new Problem('conflict', SCORED)
    await replaceCriteria(db, programme.id, given)
    const details = { programme: programme.name, count: given.length }
    await log({ kind: 'criteria_reworded', programmeId: programme.id, circle: 'office', details })
  })
