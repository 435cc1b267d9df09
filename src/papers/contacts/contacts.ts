import { afterOf, beforeOf, fold, type Spot, spotsOf } from '../spots/spots.ts'

const CUE =
  /(?:電話|ＴＥＬ|TEL|Tel|tel|℡|☎|📞|携帯|ケータイ|スマホ|ＦＡＸ|FAX|Fax|fax|ファクス|ファックス|連絡先|連絡|直通|代表|自宅|折り?返|緊急|固定)[^\d。\n]{0,14}$/u
const NOT_CUE =
  /(?:No\.?|№|被保険者[^\d。]{0,8}|保険証[^\d。]{0,6}|受付番号|整理番号|管理番号|口座番号|口座|コード|品番|型番|ISBN[^\d]{0,3}|伝票[^\d]{0,4}|郵便番号|〒|ID|¥|￥)[\s:：はが(（]{0,3}$/u

const TOLD = /^\s?[(（](?:自宅|携帯|電話|TEL|本人|長男|長女|家族|妻|夫|直通|代表|職場|勤務)/u

const GROUPED =
  /(?<!\d[.,/-]?)(?<![A-Za-z](?<!TEL|FAX|Tel|Fax|tel|fax))(?:\+81[\s-]?\(?0?\)?\d{1,4}|\(0\d{1,4}\)|0\d{1,4})(?:\s?[-._)(（）・･\s]\s?|の)\d{1,4}(?:\s?[-._)(（）・･\s]\s?|の)\d{3,4}(?![\d-])/gu
/** 〇九〇の一二三四の五六七八. */
const SPELT = /〇[一二三四五六七八九〇]{1,3}[-・の][一二三四五六七八九〇]{1,4}[-・の][一二三四五六七八九〇]{4}/gu
const MOBILE = /(?<![\d.,/-])0[5789]0\d{8}(?!\d)/gu
const PLAIN = /(?<![\d.,/A-Za-z-])0\d{8,10}(?!\d)/gu
const LOCAL = /(?<![\d.,/-])\(?\d{2,4}\)?[-\s]\d{4}(?![\d-])/gu

const MASK = '（電話番号）'
const digits = (words: string) => words.replace(/\D/g, '').length

/** Phone and fax numbers; a number without a telling shape needs a word that says it is one. */
export const phonesIn = (given: string): Spot[] => {
  const text = fold(given)
  const cued = (start: number) => CUE.test(beforeOf(text, start, 20))
  const free = (start: number) => !NOT_CUE.test(beforeOf(text, start, 16))
  const grouped = spotsOf(text, GROUPED, (match, start) => {
    const count = digits(match[0].replace(/^\+81/, '0'))
    const isDotted = /\d\.\d/.test(match[0])
    return count >= 9 && count <= 12 && free(start) && (!isDotted || /^0\d+\.\d+\.\d{4}$/.test(match[0])) ? MASK : null
  })
  const mobile = spotsOf(text, MOBILE, (_match, start) => (free(start) ? MASK : null))
  const plain = spotsOf(text, PLAIN, (_match, start, end) =>
    (cued(start) || TOLD.test(afterOf(text, end, 8))) && free(start) ? MASK : null,
  )
  const local = spotsOf(text, LOCAL, (_match, start) => (cued(start) && free(start) ? MASK : null))
  grouped.push(...spotsOf(text, SPELT, () => MASK))
  return [...grouped, ...mobile, ...plain, ...local]
}

const MAIL =
  /[A-Za-z0-9](?:[\w.%+-]{0,63})\s?(?:@|\(at\)|\[at\]|<at>|【at】|[★☆＊]|[（(]アット[）)]|アットマーク)\s?[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})(?:\s?(?:\.|ドット)\s?[A-Za-z0-9-]{2,63}){1,5}/gu

export const mailsIn = (given: string): Spot[] => spotsOf(fold(given), MAIL, () => '（メールアドレス）')
