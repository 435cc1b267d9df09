import { type Actor, isMember, type ProgrammeFacts, type RegionFacts, runs, watches } from './actor.ts'
import { circlesReadBy } from './circles.ts'

/** What comes out of the record: boards, reviews, packs, reports, copies to take away. */
export const showingRules = {
  /** 支援経過（1枚）; WG members and observers get what was put to them, and nothing newer. */
  'board.view': (a, r) =>
    r.isSample ? isMember(a) : r.isSelected && (circlesReadBy(a, r).includes('region') || watches(a, r)),
  'board.edit': (a, r) => r.isSelected && runs(a, r),
} satisfies Record<string, (a: Actor, r: RegionFacts) => boolean>

export const showingYearRules = {
  /** Bodies of the year, their members, what they are shown. */
  'group.edit': (a, p) => runs(a, p),
} satisfies Record<string, (a: Actor, p: ProgrammeFacts) => boolean>
