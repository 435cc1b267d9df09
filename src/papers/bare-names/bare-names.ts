import {
  HAN,
  HAN_RUN,
  isGiven,
  isKanaGiven,
  isRole,
  isSurname,
  isSurnameLike,
  mixedName,
  type NameAt,
  splitFull,
} from '../name-shapes/name-shapes.ts'
import { NOT_BARE, NOT_HAN, NOT_KATA } from '../not-names/not-names.ts'
import { afterOf, beforeOf } from '../spots/spots.ts'
import { PLACE_NAMES } from '../surnames/surnames.ts'

const LABELS =
  '氏名|名前|利用者名|患者名|対象者名?|フリガナ|ふりがな|ヨミ|申請者|相談者|介護者|キーパーソン|世帯主|利用者|患者|本人|主?担当者?|発言者|記録者|記入者|連絡者|保証人|後見人'
const LABELLED = new RegExp(
  `(?:${LABELS})[)）]?(?:[（(][^（）()]{1,6}[）)])?(?:\\s*[:：]\\s*| (?=\\S{1,5}(?: |[)）、。]|$)))((?:${HAN}){1,6}(?: (?:${HAN}|[ァ-ヶーぁ-ん]){1,6})?|[ァ-ヶー]{2,6}(?: [ァ-ヶー]{1,6})?)`,
  'gu',
)
const KANA_TAIL = /^[ァ-ヶー]{2,4}|^[ぁ-ん]{2,4}/u
const ENDS = /^(?:[（()）、。,:：\s]|$|さん|様|氏|殿|です|と申)/u
const MIXED_TAIL = /^ ?(?:[ァ-ヶ]{1,3}|[ぁ-ん]{1,3})[子江代美枝恵乃世](?![\p{Script=Han}])/u

const RUN = new RegExp(`(?<!${HAN})${HAN}{1,7}`, 'gu')
const SHORT = new RegExp(`^${HAN}{1,3}(?!${HAN})`, 'u')

/** 「山田太郎」 without an address, 「大塚ハル」, 「木村（82歳）」, 「田中宅」, 「鈴木夫妻」. */
const bareNames = (text: string): NameAt[] =>
  [...text.matchAll(RUN)].flatMap(({ 0: run, index: start }) => {
    const own = bareLength(run, afterOf(text, start + run.length, 8))
    return own ? [{ start, end: start + own }] : []
  })

function bareLength(run: string, after: string): number {
  const isFull =
    run.length >= 3 &&
    run.length <= 5 &&
    [2, 3].some((k) => isSurname(run.slice(0, k)) || (run.length === 4 && k === 2 && isSurnameLike(run.slice(0, 2)))) &&
    splitFull(run)
  if (isFull) return /^(?:地区|地域|駅|町|市|村|川|山)/.test(after) ? 0 : run.length
  if (isSurnameLike(run) && run.length > 1) return familyWith(run, after)
  if (run.endsWith('家') && !/^(?:[のはにがをへで、]|族)/.test(after)) return 0
  const family = /^(.{2,3})家$|^(.{1,3})(?:ご?夫妻|ご?夫婦|宅|邸|親子|兄弟|姉妹|一家)$/u
    .exec(run)
    ?.slice(1)
    .find(Boolean)
  return family && isSurname(family) && !NOT_BARE.has(family) ? family.length : 0
}

/** A family name with what follows it: an age, a given name in kana or behind a space. */
function familyWith(run: string, after: string): number {
  if (/^ご(?:夫妻|夫婦|家族|一家|両親|主人)|^(?:お?ばあ|お?じい|おば|おじ)(?:ちゃん|さん)/.test(after))
    return isSurname(run) ? run.length : 0
  if (/^[(（、 ]?\s*\d{2,3}[歳才]/.test(after) || /^[(（]\d{2,3}[)）]/.test(after)) return run.length
  const mixed = MIXED_TAIL.exec(after)?.[0]
  if (mixed && !/^ ?[のはがをにともやでへ]/.test(mixed)) return run.length + mixed.length
  const gap = after[0] === ' ' ? 1 : 0
  const next = after.slice(gap)
  const kana = KANA_TAIL.exec(next)?.[0] ?? ''
  const known = [4, 3, 2].find(
    (k) => k <= kana.length && isKanaGiven(kana.slice(0, k)) && (gap || /^[ァ-ヶ]/.test(kana)),
  )
  if (known && !/^[ァ-ヶー]/.test(next.slice(known))) return run.length + gap + known
  if (gap && kana && !NOT_KATA.has(kana) && ENDS.test(next.slice(kana.length))) return run.length + gap + kana.length
  const han = gap ? (SHORT.exec(next)?.[0] ?? '') : ''
  return han && isGiven(han) ? run.length + gap + han.length : 0
}

const labelledNames = (text: string): NameAt[] =>
  [...text.matchAll(LABELLED)].flatMap((match) => {
    const name = match[1] ?? ''
    const end = match.index + match[0].length
    const first = name.split(' ')[0] ?? ''
    const isKana = /^[ァ-ヶー]/.test(name) && !NOT_KATA.has(first)
    const isName = isKana || isSurname(first) || splitFull(first) || (name.includes(' ') && !isRole(first))
    return isName && !NOT_HAN.has(name) ? [{ start: end - name.length, end }] : []
  })

const SAID_OF_ONESELF = /と(?:申し(?!上げ|込|送|出|合)|申す|名乗)/gu

/** 「宮前と申します」. */
const saidNames = (text: string): NameAt[] =>
  [...text.matchAll(SAID_OF_ONESELF)].flatMap(({ index: end }) => {
    const before = beforeOf(text, end, 12)
    const run = HAN_RUN.exec(before)?.[0] ?? /[ァ-ヶー]{2,}$/u.exec(before)?.[0] ?? ''
    const own = mixedName(before) || (run.length <= 5 && !isRole(run) ? run.length : 0)
    return own ? [{ start: end - own, end }] : []
  })

const OFFICE = new RegExp(
  `(?<=(?:員|師|士|者|長|担当|司会|記録|講師|主治医|主任|係|代表|進行|座長|発表|課|係|包括|社協|病院|薬局|事務局|センター|ステーション|事業所)(?:は|の))(${HAN}{2,3})(?=です|で、|より|から(?=[、。連電報])|が(?:務|担当|行|司会|説明|発表|報告|進)|。|$)`,
  'gu',
)

/** 「相談員の白鳥です」「司会は前田が務めた」. */
const inOffice = (text: string): NameAt[] =>
  [...text.matchAll(OFFICE)].flatMap(({ 0: run, index: start }) =>
    isSurname(run) && !PLACE_NAMES.has(run) ? [{ start, end: start + run.length }] : [],
  )

const TOGETHER = new RegExp(
  `(?<!${HAN})${HAN}{2,3}(?:[・、,]${HAN}{2,3}){1,5}(?=の?両|の?各氏|の各|ら[\\d二三四]|、?の[\\d二三四五]名|が(?:出席|参加|欠席))`,
  'gu',
)

/** 「阿部・伊藤両名が欠席」. */
const together = (text: string): NameAt[] =>
  [...text.matchAll(TOGETHER)].flatMap(({ 0: run, index: start }) =>
    run.split(/[・、,]/).every((one) => isSurnameLike(one) && !PLACE_NAMES.has(one))
      ? [{ start, end: start + run.length }]
      : [],
  )

/** Names nobody is addressed by: behind a label, with an age, family and given name together. */
export const bareNamesIn = (text: string): NameAt[] => [
  ...labelledNames(text),
  ...bareNames(text),
  ...saidNames(text),
  ...inOffice(text),
  ...together(text),
]
