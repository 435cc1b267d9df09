import { type Actor, belongs, cooperates, oversees, type RegionFacts, runs, serves } from './actor.ts'
import { circlesReadBy } from './circles.ts'

const makesPromises = (a: Actor, r: RegionFacts) =>
  runs(a, r) || serves(a, 'advisor', r) || belongs(a, r) || oversees(a, r)

export const supportRules = {
  'meeting.record': (a, r) => runs(a, r) || serves(a, 'advisor', r),
  'meeting.schedule': (a, r) => runs(a, r),
  /** 次第・参加者名簿・資料: names are read by 地域の全員. */
  'meeting.papers': (a, r) => circlesReadBy(a, r).includes('region'),
  'meeting.fix': (a, r) => runs(a, r),
  /** The three lines: read by 地域の全員, written by the town, or by the secretariat on its behalf. */
  'report.view': (a, r) => circlesReadBy(a, r).includes('region'),
  'report.write': (a, r) => runs(a, r) || belongs(a, r) || cooperates(a, r),
  'report.request': (a, r) => runs(a, r),
  'desk.view': (a, r) => runs(a, r) || serves(a, 'advisor', r),
  'note.write': (a, r) => circlesReadBy(a, r).includes('team'),
  /** 個別相談: asked by those who are supported (or for them), answered by those who support. */
  'consultation.ask': (a, r) => runs(a, r) || belongs(a, r) || oversees(a, r) || serves(a, 'partner', r),
  'consultation.answer': (a, r) => runs(a, r) || serves(a, 'advisor', r),
  'consultation.publish': (a, r) => runs(a, r),
  /** 観察メモ: the prefecture's own. */
  'observation.write': (a, r) => oversees(a, r),
  /** What was done by mail outside the tool is filed afterwards. */
  'filing.keep': (a, r) => runs(a, r),
  'advice.give': (a, r) => runs(a, r) || serves(a, 'advisor', r),
  'advice.answer': (a, r) => runs(a, r) || belongs(a, r),
  'promise.make': makesPromises,
  'practice.record': (a, r) => makesPromises(a, r) || serves(a, 'partner', r),
  'homework.ask': (a, r) => runs(a, r) || serves(a, 'advisor', r),
  /** Whose homework it is, the noun knows. */
  'homework.hand_in': (a, r) => makesPromises(a, r) || serves(a, 'partner', r),
  'homework.answer': (a, r) => runs(a, r) || serves(a, 'advisor', r),
} satisfies Record<string, (a: Actor, r: RegionFacts) => boolean>
