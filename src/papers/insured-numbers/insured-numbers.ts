import { afterOf, beforeOf, fold, type Spot, sentenceAround, spotsOf } from '../spots/spots.ts'

const NUMBER = /(?<![\dA-Za-z]|\d[.,/-])[A-Z]{0,2}\d(?:[\d\s-]{4,16})\d(?![\d-])/gu
const LABEL =
  /(?:被保険者証?(?:等)?の?(?:記号)?[・･]?(?:番号|No\.?|ＮＯ|NO|ID)|被保険?者?番(?:号)?|被保番|保険証[^\d。\n]{0,10}|(?:受給者|公費|負担者|医療証|手帳|患者|利用者|カルテ|診察券|診察|介護保険証?|後期高齢|年金|基礎年金|住民票|免許証)[^\d。\n]{0,6}(?:番号|No\.?|NO|ID|コード)|マイナンバー|マイナ番号|個人番号|記号[・･]?番号|証番号|(?:国保|社保|健保|共済|保険)の?番号|介護保険番号|被保険者)[^\d。\n数]{0,15}$/iu
const SIGN =
  /記号[・･]?番号[^\d。\n]{0,8}\d{1,6}[・･、，,\s-]{1,3}$|記号[^\d。\n]{0,3}\d{1,6}[・･、，,\s-]{0,3}番号[^\d。\n]{0,3}$/u
const OFFICE = /(?<!被)保険者番号[^\d。\n]{0,10}$/u
const NEAR_OWN = /介護保険|被保|保険証|認定|受給|番号/u
const NEAR = /被保険者|被保番|介護保険証|保険証|認定申請|マイナンバー|個人番号/u

const SIGNED = /記号\s?[:：]?\s?[A-Z]{0,2}\d{1,8}[・･、，,\s]{0,3}番号\s?[:：]?\s?\d{1,8}/gu

const digits = (words: string) => words.replace(/\D/g, '').length

/** 被保険者番号, マイナンバー and their like; 保険者番号 of six digits is a municipality's own. */
export const insuredIn = (given: string): Spot[] => {
  const text = fold(given)
  const signed = spotsOf(text, SIGNED, () => '（番号）')
  const numbers = spotsOf(text, NUMBER, (match, start, end) => {
    const before = beforeOf(text, start, 36)
    const count = digits(match[0])
    if (/^(?:円|人|件|世帯|千|万|年|点)/.test(afterOf(text, end, 3))) return null
    if (OFFICE.test(before)) return count >= 10 ? '（番号）' : null
    if (LABEL.test(before) || SIGN.test(before)) return '（番号）'
    const isBare = /^[A-Z]?\d{10}$|^\d{12}$/.test(match[0].replace(/[\s-]/g, ''))
    const isTold = /^\s?[(（][^()（）]{0,8}(?:被保険者|番号)/.test(afterOf(text, end, 12))
    const isPhone = /(?:電話|TEL|FAX|携帯|連絡先)[^\d。]{0,8}$/i.test(before) || /^0[5789]0/.test(match[0])
    return isTold ||
      (isBare && !isPhone && (/^00/.test(match[0]) ? NEAR_OWN : NEAR).test(sentenceAround(text, start, end)))
      ? '（番号）'
      : null
  })
  return [
    ...signed,
    ...numbers.filter((one) => !signed.some((other) => other.start < one.end && one.start < other.end)),
  ]
}
