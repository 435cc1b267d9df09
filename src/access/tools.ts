import { type Actor, belongs, oversees, type RegionFacts, runs } from './actor.ts'
import { circlesReadBy } from './circles.ts'

/** What is thought and written in a region; its document's own circle says who reads which paper. */
export const toolRules = {
  'paper.view': (a, r) => circlesReadBy(a, r).some((circle) => circle === 'town' || circle === 'region'),
  'paper.write': (a, r) => belongs(a, r) || runs(a, r),
  /** 都道府県の支援計画. */
  'plan.write': (a, r) => oversees(a, r) || runs(a, r),
  'paper.comment': (a, r) => circlesReadBy(a, r).includes('region'),
  /** Shown by link to those who know, or agreed to by a second person: those who answer for the text. */
  'paper.share': (a, r) => belongs(a, r) || runs(a, r),
} satisfies Record<string, (a: Actor, r: RegionFacts) => boolean>
