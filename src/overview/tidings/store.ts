import type { Moved } from '../../people/notices/mail.ts'
import { MORNING } from '../../people/notices/notices.ts'
import type { Told } from '../../people/notices/store.ts'
import { actorOfPerson } from '../../people/sign-in/store.ts'
import type { Db } from '../../platform/db/db.ts'
import { instantAt, today } from '../../platform/time.ts'
import { programmesOf } from '../../programme/programmes/store.ts'
import { fetchRegions } from '../../programme/regions/store.ts'
import { regionsSeenBy } from '../../programme/sight/store.ts'
import { todosOf } from '../home/home.ts'
import { dutiesOf } from '../home/store.ts'
import { workdayBefore } from '../workdays/workdays.ts'
import { type Heard, movedOf, newsFor, type Reminder, remindersOf } from './tidings.ts'

/** One turn of the clock. */
export interface Turn {
  db: Db
  now: Date
  /** How links in letters begin. */
  origin: string
}

/** Longer ago is history, not news: a long holiday fits in. */
const NEWS_DAYS = 14
const NEWS_LIMIT = 2000
const DAY_MS = 86_400_000
const ago = (now: Date, ms: number) => new Date(now.getTime() - ms).toISOString()

/** What happened in regions lately, oldest first: one query for all readers. */
export async function heardLately(db: Db, now: Date): Promise<Heard[]> {
  const rows = await db
    .selectFrom('happenings')
    .selectAll()
    .where('regionId', 'is not', null)
    .where('at', '>', ago(now, NEWS_DAYS * DAY_MS))
    .orderBy('id', 'desc')
    .limit(NEWS_LIMIT)
    .execute()
  return rows.reverse().map(({ detailsJson, ...row }) => ({ ...row, details: JSON.parse(detailsJson) }) as Heard)
}

/** News after the person's mark; who was never told anything hears what moved since the last working morning. */
export function notYetTold({ untilId }: Told, heard: readonly Heard[], now: Date): Heard[] {
  const morning = instantAt(workdayBefore(today(now)), MORNING.from.padStart(5, '0'))
  return heard.filter((h) => (untilId === null ? h.at > morning : h.id > untilId))
}

/** The part of it that the reader may read today, in words. */
export async function movedFor(turn: Turn, personId: string, heard: readonly Heard[]): Promise<Moved[]> {
  if (heard.length === 0) return []
  const { db, now, origin } = turn
  const actor = await actorOfPerson(db, personId, now)
  const ids = [...new Set(heard.map((h) => h.regionId ?? ''))]
  const regions = await fetchRegions(db, regionsSeenBy(db, actor).where('regions.id', 'in', ids))
  return movedOf(newsFor(actor, regions, heard), origin)
}

/** What the person is asked for today and has not been reminded of. */
export async function remindersFor(
  { db, now }: Turn,
  personId: string,
  isSent: (key: string) => boolean,
): Promise<Reminder[]> {
  const actor = await actorOfPerson(db, personId, now)
  const facts = await dutiesOf({ db, actor, now }, await programmesOf(db, actor))
  const daysOf = new Map(facts.situations.map((s) => [s.region.id, s.programme.rules.remindDays]))
  const daysFor = (todo: { regionId?: string }) => daysOf.get(todo.regionId ?? '') ?? []
  return remindersOf(todosOf(actor, facts, now), { daysFor, isSent, now })
}

/** The letters of those who have left wait for nobody. */
export const dropLettersOfTheGone = (db: Db, on: string, now: Date) =>
  db
    .updateTable('letters')
    .set({ cancelledAt: now.toISOString(), lastError: '相手が名簿から離れたため、送りませんでした' })
    .where('sentAt', 'is', null)
    .where('claimedAt', 'is', null)
    .where('cancelledAt', 'is', null)
    .where('personId', 'in', (eb) => eb.selectFrom('people').select('people.id').where('people.leftOn', '<=', on))
    .execute()

/** Who had a letter with news so lately that the next one waits. */
export async function justToldAtOnce(db: Db, now: Date, minutes: number): Promise<Set<string>> {
  const rows = await db
    .selectFrom('noticesSent')
    .select('personId')
    .distinct()
    .where('kind', '=', 'news')
    .where('at', '>', ago(now, minutes * 60_000))
    .execute()
  return new Set(rows.map((row) => row.personId))
}
