import {
  type Actor,
  belongs,
  cooperates,
  isMember,
  oversees,
  type RegionFacts,
  runs,
  serves,
  watches,
} from './actor.ts'

/** Who reads a text. The widest come last. */
export const CIRCLES = {
  office: '事務局だけ',
  town: '市町村の内輪',
  team: '支援チーム',
  region: '地域の全員',
  wg: 'WGにも',
  joint: '参加地域にも',
} as const
export type Circle = keyof typeof CIRCLES

/** Said under a box and on its button. */
export const CIRCLE_READERS: Record<Circle, string> = {
  office: 'この年度事業の事務局だけが読みます',
  town: '市町村の職員、この地域のアドバイザー、事務局が読みます',
  team: 'アドバイザー全員と事務局だけが読みます。市町村・都道府県・委託先には見えません',
  region: 'この地域の市町村、都道府県、保健所、委託先、アドバイザー、事務局が読みます',
  wg: '地域の全員に加えて、WG委員と厚生労働省・厚生局が読みます',
  joint: '合同報告会から、ほかの参加地域の人も読みます',
}

/** 支援チーム is never read by those it supports, whatever other hat they wear. */
const isSupported = (a: Actor, r: RegionFacts) =>
  belongs(a, r) || oversees(a, r) || serves(a, 'partner', r) || cooperates(a, r)

const readers: Record<Circle, (a: Actor, r: RegionFacts) => boolean> = {
  office: (a, r) => runs(a, r),
  /** Before it is handed in, an entry is the applicants' own: the secretariat reads along from then on. */
  town: (a, r) => (r.isSubmitted && runs(a, r)) || serves(a, 'advisor', r) || belongs(a, r),
  team: (a, r) => runs(a, r) || (a.memberships.some((m) => m.role === 'advisor') && !isSupported(a, r)),
  region: (a, r) => runs(a, r) || readers.town(a, r) || oversees(a, r) || serves(a, 'partner', r) || cooperates(a, r),
  wg: (a, r) => readers.region(a, r) || watches(a, r),
  joint: (a, r) => readers.wg(a, r),
}

const OPEN_IN_SAMPLES: readonly Circle[] = ['region', 'wg', 'joint']

/** The circles this actor reads in this region; a sample is read by every member, as the public report it comes from. */
export const circlesReadBy = (a: Actor, r: RegionFacts): Circle[] =>
  (Object.keys(CIRCLES) as Circle[]).filter(
    (c) => readers[c](a, r) || (r.isSample && isMember(a) && OPEN_IN_SAMPLES.includes(c)),
  )
