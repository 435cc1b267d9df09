import { addDays as addDaysIn, differenceInCalendarDays, format, isValid, parseISO } from 'date-fns'

/** The only place where an instant becomes a day: everything people see is Asia/Tokyo. Days are 'YYYY-MM-DD'. */
const ZONE = 'Asia/Tokyo'

type Instant = Date | string

const wallClock = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: ZONE })
let asked = { ms: 0, text: wallClock.format(0) }

/** '2025-10-21 14:03' in Tokyo. A page asks for its own "now" thousands of times, so the last answer is kept. */
function tokyo(at: Instant): string {
  const ms = new Date(at).getTime()
  if (ms !== asked.ms) asked = { ms, text: wallClock.format(ms) }
  return asked.text
}
const midnight = (day: string) => new Date(`${day}T00:00:00+09:00`)
/** A day by itself has no zone: at noon no clock change of the server's own zone can move it. */
const noon = (day: string) => new Date(`${day}T12:00:00`)
const dayFrom = (date: Date): string => format(date, 'yyyy-MM-dd')

export const dayOf = (at: Instant): string => tokyo(at).slice(0, 10)
export const today = dayOf
/** 2025-10-22 14:03, for lists that go on in a spreadsheet. */
export const minuteOf = (at: Instant): string => tokyo(at)
export const clock = (at: Instant): string => tokyo(at).slice(11).replace(/^0/, '')
/** Minutes are enough for people: 20251021-1403 in a file name. */
export const stampOf = (at: Instant): string => tokyo(at).replace(/[-:]/g, '').replace(' ', '-')

export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && isValid(parseISO(text))

export const addDays = (day: string, days: number): string => dayFrom(addDaysIn(noon(day), days))
/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number => differenceInCalendarDays(noon(to), noon(from))
/** An instant at a Tokyo day and clock time ('HH:MM'), as ISO-8601 UTC text. */
export const instantAt = (day: string, time: string): string => new Date(`${day}T${time}:00+09:00`).toISOString()

/** Late from 00:00 Asia/Tokyo of the day after the due day. */
export const isLate = (dueOn: string, now: Instant): boolean => dayOf(now) > dueOn

/** Japan's fiscal year: 1 April to 31 March. */
export const fiscalYearOf = (day: string): number => Number(day.slice(0, 4)) - (day.slice(5) < '04-01' ? 1 : 0)

const era = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { era: 'long', year: 'numeric', timeZone: ZONE })
const eraDay = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { dateStyle: 'long', timeZone: ZONE })
const eraNarrow = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { era: 'narrow', year: 'numeric', timeZone: ZONE })
const weekday = new Intl.DateTimeFormat('ja-JP', { weekday: 'short', timeZone: ZONE })

/** 令和7年度 */
export const eraFiscalYear = (year: number): string => `${era.format(midnight(`${year}-10-01`))}度`
/** 令和7年度（2025年度） */
export const eraYear = (year: number): string => `${eraFiscalYear(year)}（${year}年度）`
/** R7, for file names */
export const eraShort = (year: number): string => eraNarrow.format(midnight(`${year}-10-01`)).replace('年', '')

/** 令和7年10月22日（水） */
export const wareki = (day: string): string => `${eraDay.format(midnight(day))}（${weekday.format(midnight(day))}）`
/** R7.10.22（水） */
export const warekiShort = (day: string): string =>
  `${eraNarrow.format(midnight(day)).replace('年', '')}.${Number(day.slice(5, 7))}.${Number(day.slice(8))}（${weekday.format(midnight(day))}）`
/** 12月12日（金） */
export const monthDay = (day: string): string =>
  `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日（${weekday.format(midnight(day))}）`

/** きょう・あす・あとn日・n日超過 */
export function dueWords(dueOn: string, now: Instant): string {
  const days = daysBetween(dayOf(now), dueOn)
  if (days < 0) return `${-days}日超過`
  if (days === 0) return 'きょう'
  return days === 1 ? 'あす' : `あと${days}日`
}
/** きょう・きのう・n日前 */
export function agoWords(at: Instant, now: Instant): string {
  const days = daysBetween(dayOf(at), dayOf(now))
  if (days <= 0) return 'きょう'
  return days === 1 ? 'きのう' : `${days}日前`
}
