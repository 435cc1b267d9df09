import { type Actor, belongs, oversees, type RegionFacts, runs } from './actor.ts'
import { circlesReadBy } from './circles.ts'

/** What is thought and written in a selected region; its document's own circle says who reads which paper. */
export const toolRules = {
  'paper.view': (a, r) => r.isSelected && circlesReadBy(a, r).includes('region'),
  'paper.write': (a, r) => r.isSelected && (belongs(a, r) || runs(a, r)),
  /** 都道府県の支援計画. */
  'plan.write': (a, r) => r.isSelected && (oversees(a, r) || runs(a, r)),
  /** 効果検証: each side its own half. */
  'effect.write': (a, r) => r.isSelected && (belongs(a, r) || oversees(a, r) || runs(a, r)),
  'paper.comment': (a, r) => r.isSelected && circlesReadBy(a, r).includes('region'),
  /** Shown by link to those who know, or agreed to by a second person: those who answer for the text. */
  'paper.share': (a, r) => r.isSelected && (belongs(a, r) || runs(a, r)),
} satisfies Record<string, (a: Actor, r: RegionFacts) => boolean>
