import {
  type Actor,
  belongs,
  cooperates,
  isMember,
  isStaff,
  oversees,
  type ProgrammeFacts,
  type RegionFacts,
  runs,
  serves,
  watches,
} from './actor.ts'

export const yearRules = {
  'programme.create': isStaff,
  'programme.list': isMember,
  'region.list': isMember,
  /** Counts over the years one runs or follows. */
  'years.view': (a) => isStaff(a) || a.memberships.some((m) => m.role === 'wg_member' || m.role === 'observer'),
  'bundle.import': isStaff,
} satisfies Record<string, (a: Actor) => boolean>

export const programmeRules = {
  'programme.view': (a, p) => runs(a, p) || isMember(a),
  'programme.edit': (a, p) => runs(a, p),
  'entries.view': (a, p) => runs(a, p),
  'entry.begin': (a) => a.memberships.some((m) => m.role === 'municipality' || m.role === 'prefecture'),
  'selection.view': (a, p) => runs(a, p) || scores(a, p),
  'selection.score': (a, p) => runs(a, p) || scores(a, p),
  'selection.decide': (a, p) => runs(a, p),
  'matrix.view': (a, p) => runs(a, p),
  /** Advisors see the year's other regions by name and day only. */
  'matrix.names': (a, p) => runs(a, p) || a.memberships.some((m) => m.role === 'advisor'),
  'tools.view': (a, p) => runs(a, p) || isMember(a),
  'tools.edit': (a, p) => runs(a, p),
  /** The forms of the year's sheets. */
  'templates.edit': (a, p) => runs(a, p),
  'homework.list': (a, p) => runs(a, p) || a.memberships.some((m) => m.role === 'advisor'),
} satisfies Record<string, (a: Actor, p: ProgrammeFacts) => boolean>

/** WG members of the programme score beside the secretariat. */
const scores = (a: Actor, p: ProgrammeFacts) =>
  a.memberships.some((m) => m.role === 'wg_member' && m.programmeId === p.id)

const reads = (a: Actor, r: RegionFacts) =>
  runs(a, r) ||
  belongs(a, r) ||
  serves(a, 'advisor', r) ||
  serves(a, 'partner', r) ||
  (r.isSubmitted && (oversees(a, r) || cooperates(a, r))) ||
  (r.isSelected && watches(a, r)) ||
  (r.isSample && isMember(a))

export const regionRules = {
  'region.view': reads,
  'region.edit': (a, r) => runs(a, r),
  'region.team': (a, r) => runs(a, r),
  'region.pause': (a, r) => runs(a, r),
  'entry.view': (a, r) => belongs(a, r) || (r.isSubmitted && (runs(a, r) || oversees(a, r) || serves(a, 'advisor', r))),
  'entry.write': belongs,
  /** The form itself: the applicants, and the secretariat on their behalf once it was handed in. */
  'entry.edit': (a, r) => belongs(a, r) || (r.isSubmitted && runs(a, r)),
  /** The secretariat hands in what came by mail, on their behalf. */
  'entry.submit': (a, r) => belongs(a, r) || runs(a, r),
  'entry.withdraw': (a, r) => belongs(a, r) || runs(a, r),
  'entry.reopen': (a, r) => runs(a, r),
  'consent.view': (a, r) => runs(a, r) || belongs(a, r) || (r.isSubmitted && (oversees(a, r) || cooperates(a, r))),
  'consent.request': (a, r) => r.isSubmitted && (runs(a, r) || belongs(a, r)),
  'consent.answer': (a, r) => r.isSubmitted && !belongs(a, r) && (oversees(a, r) || cooperates(a, r)),
  'consent.record': (a, r) => runs(a, r),
  'decision.reverse': (a, r) => runs(a, r),
  'decision.view': (a, r) => runs(a, r) || belongs(a, r) || oversees(a, r),
  'file.add': (a, r) => runs(a, r) || belongs(a, r) || serves(a, 'advisor', r),
  'bundle.export': (a, r) => runs(a, r),
} satisfies Record<string, (a: Actor, r: RegionFacts) => boolean>
