import { bareNamesIn } from '../bare-names/bare-names.ts'
import {
  familyBefore,
  HAN_RUN,
  HIRA_RUN,
  isGiven,
  isGivenLike,
  isKanaGiven,
  isRole,
  isShortName,
  isSurname,
  isSurnameLike,
  KATA_RUN,
  mixedName,
  type NameAt,
  nameBehindRole,
  splitFull,
} from '../name-shapes/name-shapes.ts'
import { KATA_ROLE_END, NOT_HAN, NOT_HIRA, NOT_KATA, ROLE_END, TITLES } from '../not-names/not-names.ts'
import { beforeOf, fold, type Spot } from '../spots/spots.ts'
import { HIRA_FAMILY, PLACE_NAMES } from '../surnames/surnames.ts'

const HONORIFICS =
  /さん(?!ざん|かく|せい|ご|ぽ|すう|ざい)|さま(?!ざま|たげ|よ)|様(?!子|式|々|相|態|変わ|である|な|似)|氏(?!名|神|子|族|家)|くん(?![せぜで])|君(?!津|が代|子|主|臨|たち)|ちゃん(?!と(?![呼言一話二])|ぽん|ばら)|殿(?!堂|下|様|町)|(?<=\p{Script=Han})(?:サン|サマ)(?![ァ-ヶー])/gu
const TITLE = new RegExp(TITLES, 'gu')
const TITLED = new RegExp(`^(.{1,3})(?:${TITLES})$`, 'u')

/** 「勅使河原」「鬼頭」: no known name, but nothing else it could be.  */
const looksRare = (run: string) => run.length >= 2 && run.length <= 3 && !/^[御各両諸全同毎]|[々]$/.test(run)

/** Two characters that end like an office may well be a rare family name: 桐生, 別所, 神長. */
const RARE_END = /^.[生所部園屋家人手方長村間先主親国]$/u

/** Length of the name at the end of a run of Chinese characters; 0 when it is none. */
function hanName(run: string): number {
  if (run === '' || NOT_HAN.has(run)) return 0
  if (isSurnameLike(run) || splitFull(run)) return run.length
  const behind = nameBehindRole(run)
  if (behind) return behind
  if (isSurname(TITLED.exec(run)?.[1] ?? '')) return run.length
  if (run.length > 1 && isGiven(run)) return run.length
  if (ROLE_END.test(run) && !RARE_END.test(run)) return 0
  if (
    [3, 2].some((k) => run.length > k && run.length <= k + 3 && isSurname(run.slice(0, k)) && isGivenLike(run.slice(k)))
  )
    return run.length
  const hasGiven = [2, 3].some((k) => run.length - k >= 2 && run.length - k <= 3 && isGiven(run.slice(-k)))
  if (hasGiven && run.length <= 5 && !/^[御各]/.test(run)) return run.length
  return looksRare(run) ? run.length : 0
}

function kataName(run: string, before: string): number {
  if (NOT_KATA.has(run) || run.length < 2) return 0
  const family = familyBefore(before)
  if (family) return run.length + family
  return KATA_ROLE_END.test(run) && !isKanaGiven(run) ? 0 : run.length
}

/** 「お得意様」「ご先祖様」: nobody's name is led in so. */
const POLITE = /[おご]$/u
const NOT_HIRA_LIST = [...NOT_HIRA]
const BOUNDARY = /(?:^|[の。、，,\s（(「『・：:はがとにもやで]|[\p{Script=Han}])$/u

function hiraName(run: string, before: string, honorific: string): number {
  if (NOT_HIRA_LIST.some((no) => run.endsWith(no) && (no.length > 1 || run === no))) return 0
  for (const k of [4, 3, 2]) {
    if (k > run.length) continue
    const word = run.slice(-k)
    const known = isKanaGiven(word) || HIRA_FAMILY.has(word)
    const isWhole = k === run.length && !/^[のはがをにとも]/.test(word)
    const family = isWhole ? familyBefore(before) : 0
    if (family && (known || k <= 3)) return k + family
    if (known && BOUNDARY.test(before + run.slice(0, -k))) return k
    if (/ちゃん|くん/.test(honorific) && isWhole) return k
    if (isWhole && k >= 3 && /(?:^|[。、\n（(「『：:・\s])$/.test(before) && !/^[おご]/.test(word)) return k
  }
  return 0
}

const SHORT_BOUNDARY = /(?:^|[の、。，,\s（(「『・：:はがとに])$/u

function hanLength(before: string, han: string, honorific: string): number {
  const mixed = mixedName(before)
  if (mixed) return mixed
  const rest = before.slice(0, -han.length)
  const family = /(?: |・)$/.test(rest) && han.length <= 3 && !isRole(han) ? familyBefore(rest) : 0
  if (family > 0) return han.length + family
  if (isShortName(han) && SHORT_BOUNDARY.test(rest) && !/様|殿|君|氏/.test(honorific)) return 1
  return hanName(han)
}

/** Length of the name that ends where an honorific begins. */
function nameLength(text: string, at: number, honorific: string): number {
  const gap = /(?: {1,3}|[（(][^（）()\n]{1,6}[）)]) ?$/.exec(beforeOf(text, at, 10))?.[0].length ?? 0
  const before = beforeOf(text, at - gap, 16)
  const han = HAN_RUN.exec(before)?.[0].replace(/^.*[様氏殿]/u, '')
  if (han && POLITE.test(before.slice(0, -han.length)) && !isSurname(han)) return 0
  if (han) {
    const own = hanLength(before, han, honorific)
    return own && own + gap
  }
  if (gap > 1) return 0
  const kata = KATA_RUN.exec(before)?.[0]
  if (kata) return kataName(kata, before.slice(0, -kata.length))
  const hira = HIRA_RUN.exec(before)?.[0]
  if (hira) return hiraName(hira, before.slice(0, -hira.length), honorific)
  const latin = /(?:[A-Z][a-z]{2,} )?[A-Z][a-z]{2,}$|(?<![A-Za-z])[A-Z]{5,}$/.exec(before)?.[0]
  return latin && !/^(?:Zoom|Excel|Word|Line|Google|Teams|Web)$/.test(latin) ? latin.length : 0
}

const NOT_TAUGHT = /^(?:名誉|客員|特任|大学|担当|担任|外部|専門|地域|在宅|嘱託|学校|顧問|准)/u

/** A family name in the list, alone before a title: 村上医師. A teacher may have a rarer one. */
function titledLength(text: string, at: number, title: string): number {
  const run = HAN_RUN.exec(beforeOf(text, at, 10))?.[0] ?? ''
  if (/[町市村区]長|知事/.test(title) && PLACE_NAMES.has(run)) return 0
  const isAlone =
    run.length > 1 || title === '先生' || (/医師|教授|[院課会部]長/.test(title) && !/^[東西南北表面島]$/.test(run))
  if ((isSurname(run) || isSurnameLike(run)) && isAlone) return run.length
  if (run.length >= 3 && splitFull(run)) return run.length
  if (/先生|教授/.test(title) && !isRole(run) && !NOT_TAUGHT.test(run) && looksRare(run)) return run.length
  return nameBehindRole(run)
}

/** Names of people, by how they are addressed, by a label, or by a known family name with a given one. */
export function namesIn(given: string): Spot[] {
  const text = fold(given)
  const before = (pattern: RegExp, lengthOf: (text: string, at: number, word: string) => number): NameAt[] =>
    [...text.matchAll(pattern)].flatMap(({ 0: word, index }) => {
      const own = lengthOf(text, index, word)
      return own ? [{ start: index - own, end: index }] : []
    })
  return lettered(text, [...bareNamesIn(text), ...before(HONORIFICS, nameLength), ...before(TITLE, titledLength)])
}

/** The same name is the same letter all through, with or without the given one. */
function lettered(text: string, found: readonly NameAt[]): Spot[] {
  const letters = new Map<string, string>()
  let count = 0
  const letterOf = (words: string) => {
    const name = words.replace(/\s/g, '')
    const parts = [...name].map((_, at) => name.slice(0, at + 1)).filter((part) => part.length > 1 || part === name)
    const letter = parts.map((part) => letters.get(part)).find(Boolean) ?? String.fromCharCode(65 + (count++ % 26))
    for (const part of parts) if (!letters.has(part)) letters.set(part, letter)
    return letter
  }
  return found
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .map(({ start, end }) => ({ start, end, mask: letterOf(text.slice(start, end)) }))
}
