/** A place in a text that may tell who somebody is, with the wording offered instead. */
export interface Spot {
  start: number
  end: number
  mask: string
}

const DASHES = /[‐‑‒–—―−﹣]/g
const HALF_KANA =
  'ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン'

/** One character for one, so that every place found is the same place in the text as it was written. */
export const fold = (text: string): string =>
  text
    .replace(/[！-～]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0))
    .replace(/[ｦ-ﾝ]/g, (one) => HALF_KANA[one.charCodeAt(0) - 0xff66] ?? one)
    .replace(/[\u3000\u00a0\t]/g, ' ')
    .replace(DASHES, '-')
    .replace(/〜/g, '~')
    .replace(/(?<=\d)ー(?=\d)/g, '-')

/** The sentence around a place: what stands near enough to say what a number or a name is. */
export function sentenceAround(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - 120), start)
  const after = text.slice(end, end + 120)
  const from = Math.max(...['。', '\n', '！', '？'].map((mark) => before.lastIndexOf(mark))) + 1
  const to = after.search(/[。\n！？]/)
  return before.slice(from) + text.slice(start, end) + (to < 0 ? after : after.slice(0, to))
}

export const beforeOf = (text: string, at: number, length: number) => text.slice(Math.max(0, at - length), at)
export const afterOf = (text: string, at: number, length: number) => text.slice(at, at + length)

export const spotsOf = (
  text: string,
  pattern: RegExp,
  maskOf: (match: RegExpExecArray, start: number, end: number) => string | null,
): Spot[] =>
  [...text.matchAll(pattern)].flatMap((match) => {
    const [start, end] = [match.index, match.index + match[0].length]
    const mask = maskOf(match, start, end)
    return mask === null ? [] : [{ start, end, mask }]
  })

const UNITS: Record<string, number> = { 十: 10, 百: 100 }
const DIGITS = '〇一二三四五六七八九'

/** 八十二 → 82, 八二 → 82, 82 → 82. */
export function numberOf(words: string): number {
  if (/^\d+$/.test(words)) return Number(words)
  if (!/[十百]/.test(words)) return Number([...words].map((one) => DIGITS.indexOf(one)).join(''))
  let [sum, last] = [0, 0]
  for (const one of words) {
    const unit = UNITS[one]
    if (unit) sum += (last || 1) * unit
    last = unit ? 0 : DIGITS.indexOf(one)
  }
  return sum + last
}
