import { CIRCLES, type Circle } from '../../access/circles.ts'
import { dueWords, isLate, warekiShort } from '../../platform/time.ts'
import { type Region, townWord } from '../../programme/regions/regions.ts'

export const SIDES = { town: '市町村が行うこと', support: '支援する側が行うこと' } as const
export type Side = keyof typeof SIDES

/** The same two headings on every page of a region: 「町が行うこと」. */
export const sidesOf = (region: Pick<Region, 'caseType' | 'members'>): Record<Side, string> => ({
  ...SIDES,
  town: `${townWord(region)}が行うこと`,
})

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

/** 取組: 「約束」 while it is open, 「実践」 once done. (`Promise` is JavaScript's own word.) */
export interface Agreed {
  id: string
  regionId: string
  meetingId: string | null
  text: string
  type: PromiseType
  side: Side
  owner: string
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
  inferred: boolean
}

export const isDone = (promise: Agreed): boolean => promise.status === 'done'
export const isOverdue = (promise: Agreed, now: Date): boolean =>
  !isDone(promise) && promise.dueOn !== null && isLate(promise.dueOn, now)

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
  inferred: boolean
  /** Named only when it is not the usual one. */
  circle: string | null
}

const dueOf = (p: Agreed): string => {
  if (p.dueOn) return `${warekiShort(p.dueOn)}まで`
  return p.dueText || '期限 —'
}

export function shownPromise(p: Agreed, asked: { now: Date; stepLabels: ReadonlyMap<string, string> }): ShownPromise {
  const since = p.betweenFrom ? asked.stepLabels.get(p.betweenFrom) : undefined
  return {
    id: p.id,
    text: p.text,
    owner: p.owner,
    since: since ? `${since}から` : null,
    due: dueOf(p),
    late: p.dueOn && isOverdue(p, asked.now) ? dueWords(p.dueOn, asked.now) : null,
    done: isDone(p) ? (p.heldOn ? `${warekiShort(p.heldOn)}に済み` : '済み') : null,
    state: PROMISE_STATES[p.status],
    inferred: p.inferred,
    circle: p.circle === 'region' ? null : CIRCLES[p.circle],
  }
}
