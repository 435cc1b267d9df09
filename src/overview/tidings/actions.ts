import { noticeLetter } from '../../people/notices/mail.ts'
import { AT_ONCE_EVERY_MINUTES, MORNING } from '../../people/notices/notices.ts'
import { addSent, peopleToTell, sentKeys, setMark, type Told, waitingNotices } from '../../people/notices/store.ts'
import { keep } from '../../platform/db/transaction.ts'
import { markLetter, postLater } from '../../platform/mail/outbox.ts'
import { today } from '../../platform/time.ts'
import { isBetween, isWorkday } from '../workdays/workdays.ts'
import {
  dropLettersOfTheGone,
  heardLately,
  justToldAtOnce,
  movedFor,
  notYetTold,
  remindersFor,
  type Turn,
} from './store.ts'
import { askedOf, type Heard, type Reminder } from './tidings.ts'

/** One turn of the clockwork; called as often as one likes, it tells everything once. */
export async function tellAll(turn: Turn): Promise<void> {
  const { db, now } = turn
  await keep(turn, (trx) => dropLettersOfTheGone(trx, today(now), now))
  const heard = await heardLately(db, now)
  const people = await peopleToTell(db, today(now))
  await freshen(turn, people, heard)
  if (isWorkday(today(now)) && isBetween(now, MORNING.from, MORNING.to)) await tellMorning(turn, people, heard)
  await tellAtOnce(turn, people, heard)
}

const MONTH_MS = 40 * 86_400_000

/** One letter a morning: what is due soon, and for those who chose so what moved. */
async function tellMorning(turn: Turn, people: readonly Told[], heard: readonly Heard[]): Promise<void> {
  const { db, now } = turn
  const [day, since] = [today(now), new Date(now.getTime() - MONTH_MS).toISOString()]
  const told = await sentKeys(db, 'morning', since)
  const open = people.filter((p) => !told.has(`${p.id} ${day}`))
  const reminded = open.length > 0 ? await sentKeys(db, 'reminder', since) : new Set<string>()
  for (const person of open) {
    const reminders = await remindersFor(turn, person.id, (key) => reminded.has(`${person.id} ${key}`))
    const news = person.choice === 'daily' ? notYetTold(person, heard, now) : []
    await post(turn, person, { kind: 'morning', key: day, reminders, news })
  }
}

async function tellAtOnce(turn: Turn, people: readonly Told[], heard: readonly Heard[]): Promise<void> {
  const { db, now } = turn
  const open = people.filter((p) => p.choice === 'at_once' && notYetTold(p, heard, now).length > 0)
  if (open.length === 0) return
  const justTold = await justToldAtOnce(db, now, AT_ONCE_EVERY_MINUTES)
  for (const person of open.filter((p) => !justTold.has(p.id))) {
    const news = notYetTold(person, heard, now)
    await post(turn, person, { kind: 'news', key: news.at(-1)?.id ?? '', reminders: [], news })
  }
}

interface Post {
  kind: 'morning' | 'news'
  key: string
  reminders: readonly Reminder[]
  news: readonly Heard[]
}

/** Letter, mark and what was told in one transaction: nothing twice, whenever we go down. */
async function post(turn: Turn, person: Told, { kind, key, reminders, news }: Post): Promise<void> {
  const { now, origin } = turn
  const moved = await movedFor(turn, person.id, news)
  const asked = askedOf(reminders, origin)
  const letter = noticeLetter({ kind, person, asked, moved, origin, now })
  await keep(turn, async (db) => {
    const letterId = moved.length + asked.length === 0 ? null : await postLater(db, letter, now)
    const window = { fromId: news[0]?.id ?? '', untilId: news.at(-1)?.id ?? '' }
    if (kind === 'morning' || letterId) await addSent(db, { personId: person.id, kind, key, letterId, ...window }, now)
    for (const one of reminders.flatMap((r) => r.keys))
      await addSent(db, { personId: person.id, kind: 'reminder', key: one, letterId }, now)
    if (window.untilId) await setMark(db, person.id, window.untilId)
  })
}

const NOTHING_LEFT = '知らせることがなくなったため、送りませんでした'

/**
 * A letter that still waits for its mail server is written again as its reader may read it now: a role may have ended
 * since, a promise may have been kept. With nothing left to say it does not go.
 */
async function freshen(turn: Turn, people: readonly Told[], heard: readonly Heard[]): Promise<void> {
  const rows = await waitingNotices(turn.db)
  for (const { letterId, personId, kind, fromId, untilId, body: before } of rows) {
    if (kind !== 'morning' && kind !== 'news') continue
    const person = people.find((p) => p.id === personId)
    const keys = rows.flatMap((r) => (r.kind === 'reminder' && r.letterId === letterId ? [r.key] : []))
    const reminders = keys.length > 0 ? await remindersFor(turn, personId, (key) => !keys.includes(key)) : []
    const news = heard.filter((h) => fromId !== '' && h.id >= fromId && h.id <= untilId)
    const moved = await movedFor(turn, personId, news)
    const asked = askedOf(reminders, turn.origin)
    const isOver = !person || moved.length + asked.length === 0
    const letter = person && noticeLetter({ kind, person, asked, moved, origin: turn.origin, now: turn.now })
    if (!isOver && letter?.body === before) continue
    const over = { cancelledAt: turn.now.toISOString(), lastError: NOTHING_LEFT }
    const set = isOver || !letter ? over : { subject: letter.subject, body: letter.body }
    await keep(turn, (db) => markLetter(db, letterId ?? '', set))
  }
}
