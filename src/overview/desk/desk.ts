import { daysBetween, monthDay, today } from '../../platform/time.ts'
import { type Advice, ANSWERS, isUnconfirmed, isWaiting } from '../../support/advice/advice.ts'
import type { Slot } from '../../support/meetings/meetings.ts'
import { type Agreed, isDone, isOverdue, type Side } from '../../support/promises/promises.ts'

/** The desk is read in five minutes: every text is cut kindly, and every cut leads to the whole. */
export const DESK_LIMIT = 1500
const LINE = 90
const PROMISE = 34
const ADVICE = 46
const REASON = 22

export const cut = (text: string, most: number): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return [...line].length > most ? `${[...line].slice(0, most - 1).join('')}…` : line
}

export const cutLine = (text: string): string => cut(text, LINE)

export interface Link {
  text: string
  href: string
}

export const more = (count: number, shown: number, href: string): Link | null =>
  count > shown ? { text: `ほか${count - shown}件`, href } : null

/** The last meeting held before this one; what happened since is news. */
export function lastHeld(slots: readonly Slot[], number: number): Slot | null {
  const at = slots.findIndex((slot) => slot.number === number)
  const before = at < 0 ? slots : slots.slice(0, at)
  return before.findLast((slot) => (slot.state === 'held' || slot.state === 'done') && slot.meeting?.heldOn) ?? null
}

export interface DeskPromise {
  text: string
  /** Who and until when. */
  meta: string
  late: boolean
}

export interface DeskSide {
  side: Side
  heading: string
  open: DeskPromise[]
  openMore: Link | null
  kept: string[]
  keptMore: Link | null
}

const OPEN = 3
const KEPT = 2

export const doneOn = (p: Agreed): string => p.heldOn ?? (p.doneAt ? today(p.doneAt) : '')

interface DeskAround {
  since: string
  now: Date
  href: string
  /** 「町が行うこと」, 「県が行うこと」: the region's own words. */
  headings: Record<Side, string>
}

/** Promises of both sides: what is open, the late ones first, and what was kept since the last meeting. */
export function deskSides(promises: readonly Agreed[], at: DeskAround): DeskSide[] {
  return (Object.keys(at.headings) as Side[]).map((side) => {
    const own = promises.filter((p) => p.side === side)
    const open = own.filter((p) => !isDone(p)).toSorted((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'))
    const kept = own.filter((p) => isDone(p) && doneOn(p) >= at.since)
    return {
      side,
      heading: at.headings[side],
      open: open.slice(0, OPEN).map((p) => deskPromise(p, at.now)),
      openMore: more(open.length, OPEN, at.href),
      kept: kept.slice(0, KEPT).map((p) => cut(p.text, PROMISE)),
      keptMore: more(kept.length, KEPT, at.href),
    }
  })
}

function deskPromise(p: Agreed, now: Date): DeskPromise {
  const late = isOverdue(p, now) && p.dueOn ? `${daysBetween(p.dueOn, today(now))}日超過` : ''
  const due = p.dueOn ? `${monthDay(p.dueOn)}まで` : (p.dueText ?? '')
  return {
    text: cut(p.text, PROMISE),
    meta: [cut(p.owner, 12), late || cut(due, 14)].filter(Boolean).join('・'),
    late: late !== '',
  }
}

export interface DeskAdvice {
  text: string
  href: string
  fate: string
  waits: boolean
}

const ADVICES = 3

/** Earlier advice and its fate: what waits for an answer first, then the newest. */
export function deskAdvice(advice: readonly Advice[], hrefOf: (id: string) => string): DeskAdvice[] {
  const given = advice.filter((a) => a.circle !== 'team')
  const newest = given.toReversed()
  const order = [...newest.filter(isWaiting), ...newest.filter((a) => !isWaiting(a))]
  return order.slice(0, ADVICES).map((a) => ({
    text: cut(a.text, ADVICE),
    href: hrefOf(a.id),
    fate: a.answer
      ? [ANSWERS[a.answer], cut(a.answerReason ?? '', REASON)].filter(Boolean).join('：')
      : isUnconfirmed(a)
        ? '本人の確かめ待ち'
        : '返事を待っています',
    waits: isWaiting(a),
  }))
}

export const adviceMore = (advice: readonly Advice[], href: string): Link | null =>
  more(advice.filter((a) => a.circle !== 'team').length, ADVICES, href)
