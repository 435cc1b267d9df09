import { KATA_ROLE_END, NOT_BARE, NOT_HAN, NOT_HIRA, NOT_KATA, ROLE_END, TITLES } from '../not-names/not-names.ts'
import { afterOf, beforeOf, fold, type Spot } from '../spots/spots.ts'
import { GIVEN_CHARS, GIVEN_ENDS, KANA_GIVEN, PLACE_NAMES, SURNAMES } from '../surnames/surnames.ts'

const HAN = '(?:(?!〇)[\\p{Script=Han}々ヶヵ])'
const HONORIFICS =
  /さん(?!ざん|かく|せい|ご)|さま(?!ざま|たげ|よ)|様(?!子|式|々|相|態|変わ|である|な|似)|氏(?!名|神|子|族)|くん(?![せぜで])|君(?!津|が代|子|主|臨)|ちゃん(?!と(?![呼言一話二])|ぽん|ばら)|殿(?!堂|下|様|町)/gu
const TITLE = new RegExp(TITLES, 'gu')

const HAN_RUN = new RegExp(`(?:${HAN}|(?<=${HAN})[ノツ之](?=${HAN}))+$`, 'u')
const KATA_RUN = /[ァ-ヶー]+$/u
const HIRA_RUN = /[ぁ-ん]+$/u

const isGiven = (word: string): boolean =>
  word.length <= 3 &&
  word.length > 0 &&
  [...word].every((one) => GIVEN_CHARS.has(one)) &&
  GIVEN_ENDS.has([...word].at(-1) ?? '')

const toKata = (word: string) => word.replace(/[ぁ-ん]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0x60))
const isKanaGiven = (word: string) => KANA_GIVEN.has(toKata(word))

/** 「佐藤花子」: a known family name and what may be a given one. */
function splitFull(run: string): boolean {
  return [3, 2, 1].some((k) => SURNAMES.has(run.slice(0, k)) && isGiven(run.slice(k)))
}

/** How many of the last characters are a known family name behind a role: 民生委員佐藤. */
function surnameBehindRole(run: string): number {
  for (const k of [4, 3, 2]) {
    const role = run.slice(0, -k)
    if (role && SURNAMES.has(run.slice(-k)) && (NOT_HAN.has(role) || ROLE_END.test(role))) return k
  }
  for (const k of [6, 5, 4, 3]) {
    const role = run.slice(0, -k)
    if (role && splitFull(run.slice(-k)) && (NOT_HAN.has(role) || ROLE_END.test(role))) return k
  }
  return 0
}

/** 「勅使河原」「鬼頭」: no known name, but nothing else it could be. Only the commonest ways of address say so much. */
const looksRare = (run: string, honorific: string) =>
  !/君|殿/.test(honorific) && run.length >= 2 && run.length <= 3 && !/^[御各両諸全同毎]|[々]$/.test(run)

/** Length of the name at the end of a run of Chinese characters; 0 when it is none. */
function hanName(run: string, honorific: string): number {
  if (run === '' || NOT_HAN.has(run)) return 0
  if (SURNAMES.has(run) || splitFull(run)) return run.length
  const behind = surnameBehindRole(run)
  if (behind) return behind
  const title =
    /(?:町長|市長|村長|課長|係長|部長|会長|院長|所長|主任|先生|医師|議員|委員|保健師|看護師|薬剤師|区長|局長|室長)$/.exec(
      run,
    )
  if (title && SURNAMES.has(run.slice(0, title.index))) return run.length
  if (ROLE_END.test(run)) return 0
  const given = [2, 3].find(
    (k) => run.length - k >= 2 && run.length - k <= 3 && isGiven(run.slice(-k)) && !/^[御各]/.test(run),
  )
  if (given && run.length <= 5) return run.length
  return looksRare(run, honorific) ? run.length : 0
}

/** The family name that stands before a given one, with or without a space. */
function familyBefore(before: string): number {
  const run = HAN_RUN.exec(before.replace(/[ ・]$/, ''))?.[0] ?? ''
  const gap = /[ ・]$/.test(before) ? 1 : 0
  const k = [3, 2, 4, 1].find((n) => n <= run.length && SURNAMES.has(run.slice(-n)) && (n > 1 || run.length === 1))
  if (k) return k + gap
  return gap && run.length >= 1 && run.length <= 3 && !NOT_HAN.has(run) && !ROLE_END.test(run) ? run.length + gap : 0
}

function kataName(run: string, before: string): number {
  if (NOT_KATA.has(run) || run.length < 2) return 0
  const family = familyBefore(before)
  if (family) return run.length + family
  return KATA_ROLE_END.test(run) && !isKanaGiven(run) ? 0 : run.length
}

const BOUNDARY = /(?:^|[の。、，,\s（(「『・：:はがとにもやで]|[\p{Script=Han}])$/u

function hiraName(run: string, before: string, honorific: string): number {
  for (const k of [4, 3, 2]) {
    if (k > run.length) continue
    const word = run.slice(-k)
    const rest = before + run.slice(0, -k)
    if (NOT_HIRA.has(word) || [...NOT_HIRA].some((no) => no.length > 1 && run.endsWith(no))) return 0
    const known = isKanaGiven(word) || HIRA_FAMILY.has(word)
    const family = k === run.length ? familyBefore(before) : 0
    if (family && (known || k <= 3)) return k + family
    if (known && BOUNDARY.test(rest)) return k
    if (/ちゃん|くん/.test(honorific) && k === run.length && k >= 2 && !/^[のはがをにとも]/.test(word)) return k
  }
  return 0
}

const HIRA_FAMILY: ReadonlySet<string> = new Set(
  'さとう すずき たかはし たなか いとう わたなべ やまもと なかむら こばやし かとう よしだ やまだ ささき まつもと いのうえ きむら さいとう しみず やまざき やまぐち あべ おがわ はしもと いけだ いしかわ もり まえだ ふじた ごとう おかだ むらかみ'.split(
    ' ',
  ),
)

/** Length of the name that ends where an honorific begins. */
function nameLength(text: string, at: number, honorific: string): number {
  const gap = text[at - 1] === ' ' ? 1 : 0
  const before = beforeOf(text, at - gap, 16)
  const han = HAN_RUN.exec(before)?.[0]
  if (han) {
    const family = /[ ・]$/.test(before.slice(0, -han.length)) ? familyBefore(before.slice(0, -han.length)) : 0
    const given = family > 0 && han.length <= 3 && !NOT_HAN.has(han) && !ROLE_END.test(han)
    const own = given ? han.length + family : hanName(han, honorific)
    return own && own + gap
  }
  if (gap) return 0
  const kata = KATA_RUN.exec(before)?.[0]
  if (kata) return kataName(kata, before.slice(0, -kata.length))
  const hira = HIRA_RUN.exec(before)?.[0]
  if (hira) return hiraName(hira, before.slice(0, -hira.length), honorific)
  const latin = /(?:[A-Z][a-z]{2,} )?[A-Z][a-z]{2,}$/.exec(before)?.[0]
  return latin && !/^(?:Zoom|Excel|Word|Line|Google|Teams|Web)$/.test(latin) ? latin.length : 0
}

/** A family name in the list, alone before a title: 村上医師. */
function titledLength(text: string, at: number, title: string): number {
  const run = HAN_RUN.exec(beforeOf(text, at, 10))?.[0] ?? ''
  if (/[町市村区]長|知事/.test(title) && PLACE_NAMES.has(run)) return 0
  const isAlone = run.length > 1 || /先生|医師/.test(title)
  if (SURNAMES.has(run) && isAlone && !(run.length === 1 && /^[東西南北表面]$/.test(run))) return run.length
  return splitFull(run) && run.length >= 3 ? run.length : surnameBehindRole(run)
}

const LABELLED = new RegExp(
  `(?:氏名|名前|利用者名|患者名|対象者名?|フリガナ|ふりがな|申請者|相談者|介護者|キーパーソン|世帯主)[)）]?\\s*[:：]\\s*((?:${HAN}){1,6}(?: (?:${HAN}|[ァ-ヶーぁ-ん]){1,6})?|[ァ-ヶー]{2,6}(?: [ァ-ヶー]{1,6})?)`,
  'gu',
)
const KANA_TAIL = /^[ァ-ヶー]{2,4}|^[ぁ-ん]{2,4}/u

interface NameAt {
  start: number
  end: number
}

/** 「山田太郎」 without an address, 「大塚ハル」, 「木村（82歳）」, 「田中宅」, 「鈴木夫妻」. */
function bareNames(text: string): NameAt[] {
  const runs = [...text.matchAll(new RegExp(`(?<!${HAN})${HAN}{1,7}`, 'gu'))]
  return runs.flatMap((match) => {
    const [run, start] = [match[0], match.index]
    const after = afterOf(text, start + run.length, 8)
    const own = bareLength(run, after)
    return own ? [{ start, end: start + own }] : []
  })
}

function bareLength(run: string, after: string): number {
  const isFamily = SURNAMES.has(run)
  if (run.length >= 3 && run.length <= 5 && splitFull(run) && [2, 3].some((k) => SURNAMES.has(run.slice(0, k))))
    return /^(?:地区|地域|駅|町|市|村)/.test(after) ? 0 : run.length
  if (isFamily && /^[(（、]?\s*\d{2,3}[歳才]/.test(after) && run.length > 1) return run.length
  if (isFamily && run.length > 1) {
    const gap = after[0] === ' ' ? 1 : 0
    const next = after.slice(gap)
    const kana = KANA_TAIL.exec(next)?.[0] ?? ''
    const known = [4, 3, 2].find(
      (k) => k <= kana.length && isKanaGiven(kana.slice(0, k)) && (gap || /^[ァ-ヶ]/.test(kana)),
    )
    if (known && !/^[ァ-ヶー]/.test(next.slice(known))) return run.length + gap + known
    const han = gap ? (new RegExp(`^${HAN}{1,3}(?!${HAN})`, 'u').exec(next)?.[0] ?? '') : ''
    if (han && isGiven(han)) return run.length + gap + han.length
  }
  const family = /^(.{1,3})(?:ご?夫妻|ご?夫婦|宅|邸)$/u.exec(run)?.[1]
  return family && SURNAMES.has(family) && !NOT_BARE.has(family) ? family.length : 0
}

function labelledNames(text: string): NameAt[] {
  return [...text.matchAll(LABELLED)].flatMap((match) => {
    const name = match[1] ?? ''
    const end = match.index + match[0].length
    const first = name.split(' ')[0] ?? ''
    const isName =
      /^[ァ-ヶー]/.test(name) || SURNAMES.has(first) || splitFull(first) || (name.includes(' ') && !NOT_HAN.has(first))
    return isName && !NOT_HAN.has(name) ? [{ start: end - name.length, end }] : []
  })
}

/** Names of people, by how they are addressed, by a label, or by a known family name with a given one. */
export function namesIn(given: string): Spot[] {
  const text = fold(given)
  const found: NameAt[] = [...labelledNames(text), ...bareNames(text)]
  for (const match of text.matchAll(HONORIFICS)) {
    const own = nameLength(text, match.index, match[0])
    if (own) found.push({ start: match.index - own, end: match.index })
  }
  for (const match of text.matchAll(TITLE)) {
    const own = titledLength(text, match.index, match[0])
    if (own) found.push({ start: match.index - own, end: match.index })
  }
  return lettered(text, found)
}

/** The same name is the same letter all through. */
function lettered(text: string, found: readonly NameAt[]): Spot[] {
  const letters = new Map<string, string>()
  const letterOf = (name: string) => {
    const key = name.replace(/\s/g, '')
    const known = [...letters].find(([one]) => one.startsWith(key) || key.startsWith(one))?.[1]
    const letter = known ?? String.fromCharCode(65 + (letters.size % 26))
    letters.set(key, letter)
    return letter
  }
  let reached = 0
  return found
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start, end }) => {
      const isFree = start >= reached
      if (isFree) reached = end
      return isFree
    })
    .map(({ start, end }) => ({ start, end, mask: letterOf(text.slice(start, end)) }))
}
