import { isDay } from '../../platform/time.ts'

/**
 * Takes out what no text needs (NUL and other control characters, halves of characters, marks that turn the direction of writing).
 * Loose dakuten from a Mac are joined; NFKC never, and compatibility ideographs in names (神, 福) stay the characters they are.
 */
export function cleaned(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/g, '')
    .replace(/\p{Surrogate}/gu, '')
    .replace(/[^\uF900-\uFAFF\u{2F800}-\u{2FA1F}]+/gu, (run) => run.normalize('NFC'))
}

/** Only for values that are no prose: digits, addresses, dates, the words of a choice. */
export const half = (text: string): string => text.normalize('NFKC')

/** 「２７０，６８５人」 → 270685, 「19.2％」 → 19.2, 「1.2万人」 → 12000; 「—」 says that there is none. null = can't be read. */
export function readNumber(typed: string, unit = ''): string | null {
  const text = half(typed).replace(/\s/g, '')
  if (/^[-ー―‐–—−]+$/.test(text)) return '—'
  const bare = text.replace(new RegExp(`(?:${[escaped(half(unit)), ...UNITS].filter(Boolean).join('|')})$`), '')
  const match = /^([-−△▲])?((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(万)?$/.exec(bare)
  if (!match?.[2]) return null
  const size = Number(match[2].replaceAll(',', '')) * (match[3] ? 10_000 : 1)
  if (!Number.isFinite(size) || size >= 1e15) return null
  const digits = match[3] ? String(Math.round(size * 1e6) / 1e6) : match[2].replaceAll(',', '').replace(/^0+(?=\d)/, '')
  return `${match[1] ? '-' : ''}${digits}`
}

const UNITS = [
  '%',
  '人',
  '名',
  '件',
  '回',
  '世帯',
  '[かカヵヶケ箇]所',
  '歳',
  '年',
  '月',
  '日',
  '時間',
  '分',
  '円',
  '点',
  '地域',
  '市町村',
]
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')

const ERAS: readonly [RegExp, number][] = [
  [/^(?:令和|R)/i, 2018],
  [/^(?:平成|H)/i, 1988],
  [/^(?:昭和|S)/i, 1925],
]

export interface ReadDate {
  /** 'YYYY-MM-DD' */
  day?: string
  /** Why something that looks like a day is none. */
  fault?: string
}

/** 令和7年10月22日（水） · R7.10.22 · 2025/10/22 · 20251022. What names no day (「令和6年度末」) has neither day nor fault. */
export function readDate(typed: string): ReadDate {
  const text = half(typed)
    .replace(/\s/g, '')
    .replace(/[（(][日月火水木金土](?:曜日?)?[)）]$/, '')
  const parts =
    /^(\D*?)(元|\d{1,4})[年./-](\d{1,2})[月./-](\d{1,2})日?$/.exec(text) ?? /^()(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (!parts) return {}
  const year = yearOf(parts[1] ?? '', parts[2] ?? '')
  if (year === null) return {}
  return checkedDay(year, Number(parts[3]), Number(parts[4]))
}

function yearOf(prefix: string, digits: string): number | null {
  const number = digits === '元' ? 1 : Number(digits)
  if (prefix === '' || prefix === '西暦') return digits.length === 4 ? number : null
  const era = ERAS.find(([name]) => prefix.replace(name, '') === '')
  return era && number > 0 && number < 100 ? era[1] + number : null
}

function checkedDay(year: number, month: number, day: number): ReadDate {
  if (month < 1 || month > 12) return { fault: '1月から12月までの日を入れてください' }
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (day < 1 || day > last) return { fault: `${month}月なら1日から${last}日までの日を入れてください` }
  const iso = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return year >= 1900 && year <= 2200 && isDay(iso)
    ? { day: iso }
    : { fault: '年を確かめてください（例：令和7年10月22日）' }
}

const YES = new Set([
  'yes',
  'y',
  'true',
  '1',
  'はい',
  '有',
  'あり',
  '有り',
  '可',
  '済',
  '参加',
  '○',
  '〇',
  '◯',
  '◎',
  '●',
  '✓',
  '✔',
  '☑',
  'レ',
  '✅',
])
const NO = new Set([
  'no',
  'n',
  'false',
  '0',
  'いいえ',
  '無',
  'なし',
  '無し',
  '不可',
  '未',
  '不参加',
  '×',
  '✕',
  '✗',
  '✖',
  'x',
  '-',
  'ー',
  '—',
  '☐',
  '□',
])

export const isYes = (typed: string): boolean => YES.has(half(typed).trim().toLowerCase()) || YES.has(typed.trim())
export const isNo = (typed: string): boolean => NO.has(half(typed).trim().toLowerCase()) || NO.has(typed.trim())

/** For comparing labels: width, spaces and punctuation do not matter. */
export const folded = (text: string): string =>
  half(text)
    .replace(/[\s・、,，。.．（）()「」『』:：／/※*＊-]/g, '')
    .toLowerCase()
