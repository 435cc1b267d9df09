import {
  type Answer,
  answerKey,
  type Busy,
  isRequired,
  overlaps,
  type PollSlot,
  type PollView,
} from '../dates/dates.ts'
import { dayOff } from '../holidays/holidays.ts'

export interface Tally {
  slot: PollSlot
  yes: number
  maybe: number
  no: number
  /** Required people who cannot, only perhaps can, or have not said. */
  absent: string[]
  unsure: string[]
  unknown: string[]
  clashes: Busy[]
}

export function tallyOf(view: PollView, slot: PollSlot, busy: readonly Busy[]): Tally {
  const given = view.invitees.map((i) => ({ i, answer: view.answers.get(answerKey(slot.id, i.id)) }))
  const count = (answer: Answer) => given.filter((g) => g.answer === answer).length
  const names = (answer: Answer | undefined) =>
    given.flatMap((g) => (isRequired(g.i) && g.answer === answer ? [g.i.name] : []))
  return {
    slot,
    yes: count('yes'),
    maybe: count('maybe'),
    no: count('no'),
    absent: names('no'),
    unsure: names('maybe'),
    unknown: names(undefined),
    clashes: busy.filter((b) => overlaps(b, slot)),
  }
}

const RANK: ((t: Tally) => number | string)[] = [
  (t) => t.absent.length,
  (t) => t.unknown.length,
  (t) => t.unsure.length,
  (t) => -t.yes,
  (t) => t.no,
  (t) => t.clashes.filter((c) => !c.isTentative).length,
  (t) => (dayOff(t.slot.heldOn) ? 1 : 0),
  (t) => t.slot.startsAt,
]

function compare(a: Tally, b: Tally): number {
  for (const rank of RANK) {
    const [x, y] = [rank(a), rank(b)]
    if (x !== y) return x < y ? -1 : 1
  }
  return 0
}

/** The slot to choose, with its reason in words; null before anybody has answered. */
export function suggestionOf(tallies: readonly Tally[]): { slotId: string; reason: string } | null {
  const [best] = tallies.filter((t) => t.yes + t.maybe > 0).toSorted(compare)
  if (!best) return null
  const who = (names: readonly string[], words: string) => (names.length > 0 ? `${names.join('、')}${words}` : null)
  const gaps = [
    who(best.absent, 'は出られません'),
    who(best.unknown, 'の返事がまだです'),
    who(best.unsure, 'は△です'),
  ].filter((words) => words !== null)
  const counts = `○${best.yes}人・△${best.maybe}人・×${best.no}人`
  const all = gaps.length > 0 ? gaps.join('。') : 'アドバイザーと必ず出る人が、全員出られます'
  const off = dayOff(best.slot.heldOn)
  return { slotId: best.slot.id, reason: `${counts}。${all}。${off ? `${off}です。` : ''}` }
}
