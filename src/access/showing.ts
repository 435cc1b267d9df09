import {
  type Actor,
  belongs,
  cooperates,
  isMember,
  oversees,
  type ProgrammeFacts,
  type RegionFacts,
  type Role,
  runs,
  watches,
} from './actor.ts'
import { circlesReadBy } from './circles.ts'

/** What comes out of the record: boards, reviews, packs, reports, copies to take away. */
export const showingRules = {
  /** 支援経過（1枚）; WG members and observers get what was put to them, and nothing newer. */
  'board.view': (a, r) =>
    r.isSample ? isMember(a) : r.isSelected && (circlesReadBy(a, r).includes('region') || watches(a, r)),
  'board.edit': (a, r) => r.isSelected && runs(a, r),
  /** WGの意見 that the secretariat passed on: 地域の全員. */
  'passed.view': (a, r) => r.isSelected && !r.isSample && circlesReadBy(a, r).includes('region'),
  /** 合同報告会: what is handed in goes to all participants, so those who apply decide it. */
  'joint.hand_in': (a, r) => r.isSelected && (belongs(a, r) || cooperates(a, r) || runs(a, r)),
  /** Questions put to a region are answered by it and its prefecture, or on its behalf. */
  'joint.answer': (a, r) => r.isSelected && (belongs(a, r) || cooperates(a, r) || oversees(a, r) || runs(a, r)),
  /** A copy of the whole record: the town's own, and what was handed in, by the secretariat. */
  'record.take': (a, r) => belongs(a, r) || (r.isSubmitted && runs(a, r)),
} satisfies Record<string, (a: Actor, r: RegionFacts) => boolean>

export const showingYearRules = {
  /** Bodies of the year, their members, what they are shown. */
  'group.edit': (a, p) => runs(a, p),
  /** Who reads what was put to the WG, and what it said. */
  'review.view': (a, p) => runs(a, p) || watchesYear(a, p),
  /** Members speak; the secretariat enters for them what was heard. Observers read. */
  'opinion.say': (a, p) => runs(a, p) || a.memberships.some((m) => m.role === 'wg_member' && m.programmeId === p.id),
  'opinion.answer': (a, p) => runs(a, p),
  /** Whose hat can bring them to the year's joint report meeting; the meeting itself asks whether one of its regions is theirs. */
  'joint.view': (a, p) =>
    !p.isSample && (runs(a, p) || watchesYear(a, p) || a.memberships.some((m) => AT_REGIONS.includes(m.role))),
  /** Observers read along. */
  'joint.ask': (a, p) =>
    !p.isSample &&
    (runs(a, p) ||
      a.memberships.some((m) => AT_REGIONS.includes(m.role) || (m.role === 'wg_member' && m.programmeId === p.id))),
  'joint.edit': (a, p) => !p.isSample && runs(a, p),
  /** Counts of the year's work, no word of it: who reads progress, and never one region about another. */
  'dashboard.view': (a, p) => !p.isSample && (runs(a, p) || watchesYear(a, p)),
  /** 年度報告書, with what is still missing. */
  'annual.write': (a, p) => !p.isSample && runs(a, p),
  /** 会議の資料: put together and handed out by the secretariat. */
  'pack.make': (a, p) => !p.isSample && runs(a, p),
  /** Drafts of leaflets, and what is said of a file's version: those who advise the year, not those it is for. */
  'file.review': (a, p) => runs(a, p) || watchesYear(a, p) || a.memberships.some((m) => m.role === 'advisor'),
  /** Observers read along. */
  'file.comment': (a, p) =>
    !p.isSample &&
    (runs(a, p) ||
      a.memberships.some((m) => m.role === 'advisor' || (m.role === 'wg_member' && m.programmeId === p.id))),
  /** A copy of the whole year, for the end of a contract. */
  'year.take': (a, p) => runs(a, p),
} satisfies Record<string, (a: Actor, p: ProgrammeFacts) => boolean>

const AT_REGIONS: readonly Role[] = ['municipality', 'prefecture', 'partner', 'advisor']
const watchesYear = (a: Actor, p: ProgrammeFacts) =>
  a.memberships.some((m) => (m.role === 'wg_member' || m.role === 'observer') && m.programmeId === p.id)
