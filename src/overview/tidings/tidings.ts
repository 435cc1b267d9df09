import type { Actor } from '../../access/actor.ts'
import { circlesReadBy } from '../../access/circles.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import type { Happening } from '../../people/history/history.ts'
import type { Asked, Moved } from '../../people/notices/mail.ts'
import { clock, dayOf, isLate, monthDay, today } from '../../platform/time.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { inWords } from '../happenings/happenings.ts'
import type { Todo } from '../todo/todo.ts'
import { reminderDay } from '../workdays/workdays.ts'

/** A happening with who did it, for nobody is told of their own deeds. */
export type Heard = Happening & { actorPersonId: string | null }

/** The three lines and a question went to these readers in a letter of their own. */
const isTold = (h: Heard, actor: Actor, region: Region): boolean =>
  (h.kind === 'report_sent' && may(actor, 'desk.view', region)) ||
  (h.kind === 'consultation_asked' && may(actor, 'consultation.answer', region))

/** What this reader may read of it in the tool today, and did not do. */
export function newsFor(
  actor: Actor,
  regions: readonly Region[],
  heard: readonly Heard[],
): { h: Heard; region: Region }[] {
  const readable = new Map(regions.map((region) => [region.id, { region, circles: circlesReadBy(actor, region) }]))
  return heard.flatMap((h) => {
    const place = readable.get(h.regionId ?? '')
    const isNews = place?.circles.includes(h.circle) && h.actorPersonId !== actor.personId && !place.region.isSample
    return place && isNews && !isTold(h, actor, place.region) ? [{ h, region: place.region }] : []
  })
}

const PLACES: readonly [start: RegExp, path: (regionId: string) => string][] = [
  [/^advice_/, paths.advice],
  [/^report_/, paths.reports],
  [/^note_/, paths.notes],
  [/^consultation_/, paths.consultations],
  [/^wg_opinion_/, paths.passedOpinions],
  [/^promise_/, paths.promises],
  [/^consent_/, paths.entryConsent],
  [/^member_|^membership_/, paths.regionMembers],
  [/^meeting_|^record_|^line_/, paths.meetings],
]

/** The spot it is about: the meeting where one is named, else the list it belongs to, else the history. */
export function spotOf(h: Happening, regionId: string): string {
  const { n, id } = h.details as { n?: unknown; id?: unknown }
  if (/^homework_/.test(h.kind) && typeof id === 'string') return paths.homework(regionId, id)
  if (/^practice_/.test(h.kind) && typeof id === 'string') return paths.practice(regionId, id)
  if (/^meeting_|^record_|^line_/.test(h.kind) && typeof n === 'number') return paths.meeting(regionId, n)
  return (PLACES.find(([start]) => start.test(h.kind))?.[1] ?? paths.regionHistory)(regionId)
}

/** Sentences under the link they lead to, by region, in the order they happened. */
export function movedOf(news: readonly { h: Heard; region: Region }[], origin: string): Moved[] {
  const groups = new Map<string, Moved>()
  for (const { h, region } of news) {
    const link = origin + spotOf(h, region.id)
    const group = groups.get(link) ?? { region: region.name, lines: [], link }
    group.lines.push(`${monthDay(dayOf(h.at))} ${clock(h.at)} ${inWords(h).replace(/\s*\n\s*/g, ' ')}`)
    groups.set(link, group)
  }
  return [...groups.values()].toSorted((a, b) => a.region.localeCompare(b.region, 'ja'))
}

export interface Reminder {
  todo: Todo & { dueOn: string }
  /** Told once for each of these. */
  keys: string[]
}

const isAsked = (todo: Todo, now: Date): todo is Todo & { dueOn: string } =>
  todo.whoseTurn === null && todo.dueOn !== null && !isLate(todo.dueOn, now)

/** What the reader is asked for whose reminder is due and has not gone. */
export function remindersOf(
  todos: readonly Todo[],
  asked: { daysFor(todo: Todo): readonly number[]; isSent(key: string): boolean; now: Date },
): Reminder[] {
  const { daysFor, isSent, now } = asked
  return todos
    .filter((todo): todo is Todo & { dueOn: string } => isAsked(todo, now))
    .flatMap((todo) => {
      const keys = daysFor(todo)
        .filter((n) => reminderDay(todo.dueOn, n) <= today(now))
        .map((n) => `${todo.href} ${todo.dueOn} ${n}`)
      return keys.some((key) => !isSent(key)) ? [{ todo, keys }] : []
    })
}

export const askedOf = (reminders: readonly Reminder[], origin: string): Asked[] =>
  reminders.map(({ todo }) => ({
    text: `${todo.subject}${todo.what}`,
    detail: todo.detail,
    dueOn: todo.dueOn,
    link: origin + todo.href,
  }))
