import { paths } from '../../paths/paths.ts'
import { dayOf, daysBetween, today } from '../../platform/time.ts'
import { isWaiting } from '../../support/advice/advice.ts'
import type { Agreed } from '../../support/promises/promises.ts'
import {
  awaitsConsent,
  consenter,
  isAlive,
  isDoubted,
  latePromises,
  quietDays,
  type Situation,
  undatedSlot,
} from '../situations/situations.ts'

/** Who waits for whom in one region, and since when. */
export interface Line {
  subject: string
  text: string
  href: string
  /** Days it has waited, or is late. */
  days: number | null
}

type Rule = (s: Situation, now: Date) => Line[]

export const since = (at: string, now: Date) => daysBetween(dayOf(at), today(now))
export const line = (s: Situation, text: string, href: string, days: number | null): Line => ({
  subject: s.region.name,
  text,
  href,
  days,
})

const consents: Rule = (s, now) =>
  awaitsConsent(s) && !s.decision && s.region.submittedAt
    ? [
        line(
          s,
          isDoubted(s) ? `${consenter(s)}から相談したいと返事がありました` : `${consenter(s)}の承諾を待っています`,
          paths.entryConsent(s.region.id),
          since(s.region.submittedAt, now),
        ),
      ]
    : []

const answers: Rule = (s, now) => {
  const [oldest, ...rest] = s.advice.filter(isWaiting)
  if (!oldest || !isAlive(s)) return []
  const text = `助言${rest.length + 1}件への返事を待っています`
  return [line(s, text, paths.advice(s.region.id), since(oldest.createdAt, now))]
}

const promiseLine = (s: Situation, p: Agreed, now: Date) =>
  line(
    s,
    `${p.owner ? `${p.owner}：` : ''}「${p.text.slice(0, 60)}」`,
    paths.promises(s.region.id),
    p.dueOn ? daysBetween(p.dueOn, today(now)) : null,
  )
const promises =
  (side: Agreed['side']): Rule =>
  (s, now) =>
    isAlive(s)
      ? latePromises(s, now)
          .filter((p) => p.side === side)
          .map((p) => promiseLine(s, p, now))
      : []

const dates: Rule = (s, now) => {
  const slot = undatedSlot(s)
  if (!slot) return []
  const from = slot.meeting?.createdAt ?? s.decision?.announcedAt
  const text = `${slot.label}の日にちが決まっていません`
  return [line(s, text, paths.dates(paths.meeting(s.region.id, slot.number)), from ? since(from, now) : null)]
}

const records: Rule = (s, now) =>
  s.slots.flatMap((slot) => {
    if (slot.state !== 'held' || !isAlive(s)) return []
    const text = slot.meeting?.isRecorded ? '記録を確定していません' : '記録がありません'
    const on = slot.meeting?.heldOn
    return [
      line(
        s,
        `${slot.label}の${text}`,
        paths.meeting(s.region.id, slot.number),
        on ? daysBetween(on, today(now)) : null,
      ),
    ]
  })

const quiet: Rule = (s, now) => {
  const days = quietDays(s, now)
  return days === null ? [] : [line(s, '動きがありません', paths.region(s.region.id), days)]
}

export const WAITS: readonly [heading: string, rule: Rule][] = [
  ['エントリーの承諾を待つ', consents],
  ['市町村の返事を待つ', answers],
  ['市町村の約束を待つ', promises('town')],
  ['支援する側の約束を待つ', promises('support')],
  ['次の日にちが決まらない回', dates],
  ['記録がそろわない回', records],
  ['動きのない地域', quiet],
]
