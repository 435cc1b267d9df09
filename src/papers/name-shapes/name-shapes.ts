import { NOT_HAN, ROLE_END } from '../not-names/not-names.ts'
import { GIVEN_CHARS, GIVEN_ENDS, isSurnameLike, KANA_GIVEN, SURNAMES } from '../surnames/surnames.ts'

export interface NameAt {
  start: number
  end: number
}

/** A Chinese character of a name; 〇〇 hides one already. */
export const HAN = '(?:(?!〇)[\\p{Script=Han}々ヶヵ])'
/** 一ノ瀬, 三ツ矢: a kana may stand within. */
export const HAN_RUN = new RegExp(`(?:${HAN}|(?<=${HAN})[ノツ之](?=${HAN}))+$`, 'u')
export const KATA_RUN = /[ァ-ヶー]+$/u
export const HIRA_RUN = /[ぁ-ん]+$/u
/** ヨシ江, ふさ子. */
const MIXED = /(?:[ァ-ヶ]{1,3}|[ぁ-ん]{1,3})[子江代美枝恵乃世香奈夫雄男郎]$/u
const PARTICLE = /^[のはがをにともやでへ]/u

export const isSurname = (word: string) => SURNAMES.has(word)
export { isSurnameLike }
export const isRole = (word: string) => NOT_HAN.has(word) || ROLE_END.test(word)

export const isGiven = (word: string): boolean =>
  word.length <= 3 &&
  word.length > 0 &&
  [...word].every((one) => GIVEN_CHARS.has(one)) &&
  GIVEN_ENDS.has([...word].at(-1) ?? '')

export const isGivenLike = (word: string): boolean => [...word].every((one) => GIVEN_CHARS.has(one))

const toKata = (word: string) => word.replace(/[ぁ-ん]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0x60))
export const isKanaGiven = (word: string) => KANA_GIVEN.has(toKata(word))

/** 「佐藤花子」: a known family name and what may be a given one. */
export const splitFull = (run: string): boolean =>
  [3, 2, 1].some((k) => (k === 2 ? isSurnameLike : isSurname)(run.slice(0, k)) && isGiven(run.slice(k)))

/** Alone before 「さん」 a character may be somebody's whole name, or what a place or an office ends with. */
const ENDS_PLACE = /^[町村市県区郡都府院苑荘園会局寺組店家屋師員方手者人子課係長社館校科部所室団連協様君氏僧客]$/u
export const isShortName = (one: string): boolean =>
  one.length === 1 && !ENDS_PLACE.test(one) && !NOT_HAN.has(one) && (GIVEN_CHARS.has(one) || SURNAMES.has(one))

/** How many of the last characters are a name behind a role: 民生委員佐藤. */
export function nameBehindRole(run: string): number {
  const isBehind = (k: number) => run.length > k && isRole(run.slice(0, -k))
  const family = [4, 3, 2].find((k) => isBehind(k) && SURNAMES.has(run.slice(-k)))
  return family ?? [6, 5, 4, 3].find((k) => isBehind(k) && splitFull(run.slice(-k))) ?? 0
}

/** The family name that ends here, before a given one, with or without a space. */
export function familyBefore(before: string): number {
  const gap = /(?: {1,3}|・)$/.exec(before)?.[0].length ?? 0
  const rest = before.slice(0, before.length - gap)
  const run = HAN_RUN.exec(rest)?.[0] ?? ''
  // 「1番1号 工藤様」: what counts is not a name.
  if (/\d$/.test(rest.slice(0, rest.length - run.length))) return 0
  const known = [3, 2, 4, 1].find((k) => k <= run.length && isSurnameLike(run.slice(-k)) && (k > 1 || run.length === 1))
  if (known) return known + gap
  return gap && run.length >= 1 && run.length <= 3 && !isRole(run) ? run.length + gap : 0
}

/** Length of 「梶谷ヨシ江」, 「ふさ子」 at the end; kana and a last character. */
export function mixedName(before: string): number {
  const given = MIXED.exec(before)?.[0] ?? ''
  for (let cut = 0; given.length - cut >= 2; cut++) {
    const own = given.slice(cut)
    const rest = before.slice(0, before.length - own.length)
    const family = familyBefore(rest)
    if (family && !PARTICLE.test(own)) return own.length + family
    const isFirst = /(?:^|[。、\s（(「・])$/.test(rest)
    if (
      own.length >= 3 &&
      (isFirst || !PARTICLE.test(own)) &&
      (/^[ァ-ヶ]/.test(own) ? !/[ァ-ヶー]$/.test(rest) : /(?:^|[の、。\s])$/.test(rest))
    )
      return own.length
  }
  return 0
}
