import { CIRCLES, type Circle } from '../../access/circles.ts'
import { paths } from '../../paths/paths.ts'
import { dueWords, isLate, warekiShort } from '../../platform/time.ts'
import { OWNERS, type OwnerRole, type Side } from '../owners/owners.ts'

export { SIDES, type Side, sidesOf } from '../owners/owners.ts'

export const PROMISE_TYPES = {
  research: '調べる',
  visit: '出向く',
  listen: '話を聞く',
  discuss: '話し合う',
  write: '書く',
  do: '実施',
} as const
export type PromiseType = keyof typeof PROMISE_TYPES

export const PROMISE_STATES = { todo: 'これから', doing: '動いている', done: '済んだ' } as const
export type PromiseState = keyof typeof PROMISE_STATES

/** Where a homework stands, worked out from what was handed in and answered. */
export const HOMEWORK_STATES = {
  asked: '提出待ち',
  handed: '返事待ち',
  returned: '直し待ち',
  accepted: '受けとり済み',
  waived: '見送り',
} as const
export type HomeworkState = keyof typeof HOMEWORK_STATES

/** A cause or a box it touches: a reference where there is one, else the words alone. */
export interface Touch {
  label: string
  ref: string | null
}

/** 取組: 「約束」 while open, 「宿題」 when something is handed in, 「実践」 once done. (`Promise` is JavaScript's own word.) */
export interface Agreed {
  id: string
  regionId: string
  meetingId: string | null
  text: string
  type: PromiseType
  side: Side
  owner: string
  ownerRole: OwnerRole | null
  dueOn: string | null
  /** As people said it: 「12月中」「令和6年度末」. */
  dueText: string | null
  /** Keys of the steps it lies between. */
  betweenFrom: string | null
  betweenTo: string | null
  status: PromiseState
  heldOn: string | null
  circle: Circle
  createdAt: string
  createdBy: string | null
  doneAt: string | null
  doneBy: string | null
  inferred: boolean
  /** Why it is asked for; null: nothing is handed in. */
  homeworkWhy: string | null
  homework: HomeworkState | null
  waivedAt: string | null
  waivedBy: string | null
  waiveReason: string | null
  withWhom: string
  learned: string
  touches: Touch[]
  isEvidence: boolean
}

export const isWaived = (promise: Agreed): boolean => promise.waivedAt !== null
/** Nothing is left to do: done, or waived with a reason. */
export const isDone = (promise: Agreed): boolean => promise.status === 'done' || isWaived(promise)
export const isHomework = (promise: Agreed): boolean => promise.homeworkWhy !== null
/** What is handed in and waits for an answer is late for nobody. */
export const isOverdue = (promise: Agreed, now: Date): boolean =>
  !isDone(promise) && promise.homework !== 'handed' && promise.dueOn !== null && isLate(promise.dueOn, now)

/** What it is called at this moment. */
export function momentOf(p: Agreed): '約束' | '宿題' | '実践' {
  if (p.status === 'done') return '実践'
  return isHomework(p) ? '宿題' : '約束'
}

export const short = (text: string) => ([...text].length > 40 ? `${[...text].slice(0, 40).join('')}…` : text)

/** 「みどり町」, or who it is in general. */
export const ownerWords = (p: Agreed): string => p.owner || (p.ownerRole ? OWNERS[p.ownerRole] : '')

/** A promise as every page shows it. */
export interface ShownPromise {
  id: string
  text: string
  owner: string
  /** 「支援2から」 */
  since: string | null
  due: string
  late: string | null
  done: string | null
  state: string
  /** 「宿題・返事待ち」 */
  homework: string | null
  /** Its own page, once there is more to read. */
  href: string | null
  learned: string
  isEvidence: boolean
  inferred: boolean
  /** Named only when it is not the usual one. */
  circle: string | null
}

/** A homework and what was done have pages of their own. */
export function pageOf(p: Agreed): string | null {
  if (isHomework(p)) return paths.homework(p.regionId, p.id)
  return p.status === 'done' ? paths.practice(p.regionId, p.id) : null
}

export const dueOf = (p: Agreed): string => {
  if (p.dueOn) return `${warekiShort(p.dueOn)}まで`
  return p.dueText || '期限 —'
}

function doneWords(p: Agreed): string | null {
  if (isWaived(p)) return `見送り（${p.waiveReason ?? ''}）`
  if (!isDone(p)) return null
  return p.heldOn ? `${warekiShort(p.heldOn)}に済み` : '済み'
}

export function shownPromise(p: Agreed, asked: { now: Date; stepLabels: ReadonlyMap<string, string> }): ShownPromise {
  const since = p.betweenFrom ? asked.stepLabels.get(p.betweenFrom) : undefined
  return {
    id: p.id,
    text: p.text,
    owner: ownerWords(p),
    since: since ? `${since}から` : null,
    due: dueOf(p),
    late: p.dueOn && isOverdue(p, asked.now) ? dueWords(p.dueOn, asked.now) : null,
    done: doneWords(p),
    state: PROMISE_STATES[p.status],
    homework: p.homework && !isDone(p) ? `宿題・${HOMEWORK_STATES[p.homework]}` : null,
    href: pageOf(p),
    learned: p.learned,
    isEvidence: p.isEvidence,
    inferred: p.inferred,
    circle: p.circle === 'region' ? null : CIRCLES[p.circle],
  }
}
