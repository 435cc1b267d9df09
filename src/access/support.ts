import { type Actor, belongs, oversees, type RegionFacts, runs, serves } from './actor.ts'

export const supportRules = {
  'meeting.record': (a, r) => runs(a, r) || serves(a, 'advisor', r),
  'meeting.schedule': (a, r) => runs(a, r),
  'meeting.fix': (a, r) => runs(a, r),
  'advice.give': (a, r) => runs(a, r) || serves(a, 'advisor', r),
  'advice.answer': (a, r) => runs(a, r) || belongs(a, r),
  'promise.make': (a, r) => runs(a, r) || serves(a, 'advisor', r) || belongs(a, r) || oversees(a, r),
} satisfies Record<string, (a: Actor, r: RegionFacts) => boolean>
