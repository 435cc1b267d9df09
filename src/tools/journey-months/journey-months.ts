import { half } from '../../papers/values/values.ts'
import { eraShort } from '../../platform/time.ts'

/** A month counted from year 0, so that months can be added and subtracted. */
export type Month = number
export const monthOf = (year: number, month: number): Month => year * 12 + month - 1
export const yearIn = (month: Month): number => Math.floor(month / 12)
export const monthIn = (month: Month): number => (month % 12) + 1

export interface ReadMonth {
  month: Month
  /** 「令和6年度末」「5月ごろ」: about then. */
  isVague: boolean
}

const ERAS: Readonly<Record<string, number>> = {
  令和: 2018,
  r: 2018,
  平成: 1988,
  h: 1988,
  昭和: 1925,
  s: 1925,
  西暦: 0,
  '': 0,
}
/** The month a word of the year points at, with the years it adds: a fiscal year ends in March of the next. */
const PARTS: readonly [words: RegExp, month: number, later: number][] = [
  [/^度(?:の)?末$/, 3, 1],
  [/^度(?:の)?(?:はじめ|初め|始め|当初|初頭)$/, 4, 0],
  [/^度(?:の)?(?:前半|上半期)$/, 4, 0],
  [/^度(?:の)?(?:後半|下半期)$/, 10, 0],
  [/^度$/, 4, 0],
  [/^(?:の)?春$/, 4, 0],
  [/^(?:の)?夏$/, 7, 0],
  [/^(?:の)?秋$/, 10, 0],
  [/^(?:の)?冬$/, 12, 0],
  [/^(?:の)?(?:末|年末|暮れ)$/, 12, 0],
  [/^(?:の)?(?:はじめ|初め|始め|初頭|前半)$/, 1, 0],
  [/^(?:の)?(?:後半)$/, 7, 0],
  [/^(?:の)?(?:なかば|半ば|中頃|中ごろ)$/, 6, 0],
  [/^$/, 1, 0],
]
const ABOUT = /(?:ごろ|頃|ころ|前後|くらい|ぐらい|\(?(?:予定|見込み?|推定)\)?)$/

/** 令和5年4月 · R5.4 · 2023/4 · 2023-04 · 202304 · 令和5年4月10日; 「令和6年度末」「令和5年春」 are about then. null: no time at all. */
export function readMonth(typed: string): ReadMonth | null {
  const text = half(typed).replace(/\s/g, '').replace(/^約/, '').toLowerCase()
  const bare = text.replace(ABOUT, '')
  const isAbout = bare !== text || /^約/.test(half(typed).trim())
  const exact = exactMonth(bare)
  if (exact !== null) return { month: exact, isVague: isAbout }
  const vague = vagueMonth(bare)
  return vague === null ? null : { month: vague, isVague: true }
}

const DAY = String.raw`(?:[日./-]?\d{1,2}日?|上旬|中旬|下旬|初旬|初め|はじめ|末|半ば|なかば)?`
const WITH_MONTH = new RegExp(
  `^([^\\d元]*)(元|\\d{1,4})[年./-](\\d{1,2})(?:月${DAY}|[./-]\\d{1,2})?(?:\\([日月火水木金土]\\))?$`,
)

function exactMonth(text: string): Month | null {
  const plain = /^(\d{4})(\d{2})$/.exec(text)
  const found = plain ? ['', '', plain[1], plain[2]] : WITH_MONTH.exec(text)
  if (!found) return null
  const year = yearOf(found[1] ?? '', found[2] ?? '')
  const month = Number(found[3])
  return year === null || month < 1 || month > 12 ? null : monthOf(year, month)
}

function vagueMonth(text: string): Month | null {
  const found = /^([^\d元]*)(元|\d{1,4})(?:年(.*)|(?=$))$/.exec(text)
  if (!found || (found[3] === undefined && found[2]?.length !== 4 && found[1] === '')) return null
  const year = yearOf(found[1] ?? '', found[2] ?? '')
  const part = PARTS.find(([words]) => words.test(found[3] ?? ''))
  return year === null || !part ? null : monthOf(year + part[2], part[1])
}

function yearOf(era: string, digits: string): number | null {
  const from = ERAS[era.replace(/\.$/, '')]
  const number = digits === '元' ? 1 : Number(digits)
  if (from === undefined || number === 0) return null
  if (from === 0) return digits.length === 4 && number >= 1900 && number <= 2200 ? number : null
  return number < 100 ? from + number : null
}

const dayIn = (month: Month) =>
  `${String(yearIn(month)).padStart(4, '0')}-${String(monthIn(month)).padStart(2, '0')}-01`
const eraLong = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { era: 'long', year: 'numeric', timeZone: 'Asia/Tokyo' })
/** 令和5年: the era the year ends in. */
export const yearWords = (year: number): string => eraLong.format(new Date(`${year}-12-31T00:00:00+09:00`))
/** R5 */
export const yearShort = (year: number): string => eraShort(year)
/** 令和5年4月 */
export const monthWords = (month: Month): string =>
  `${eraLong.format(new Date(`${dayIn(month)}T00:00:00+09:00`))}${monthIn(month)}月`

/** As people read it: 「令和5年4月」; what is no exact month stays as it was typed. */
export function timeWords(typed: string): string {
  const read = readMonth(typed)
  return read && !read.isVague ? monthWords(read.month) : typed
}
