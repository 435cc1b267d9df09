import { afterOf, beforeOf, fold, type Spot, spotsOf } from '../spots/spots.ts'

const N = '(?:\\d{1,2}|元|[〇一二三四五六七八九十壱弐参拾]{1,3})'
const ERA = '(?:明治|大正|昭和|平成|令和|(?<![A-Za-z])[MTSHR]\\.?|[明大昭平令](?=\\s?\\d))'
const YEAR = `(?:${ERA}\\s?${N}|(?:18|19|20)\\d{2}|[一二][〇九八][〇一二三四五六七八九]{2})(?:\\s?[(（][^()（）]{2,8}[)）])?`
const DATE = new RegExp(
  `${YEAR}\\s?(?:年|[./-])(?:\\s?[(（][^()（）]{2,8}[)）])?\\s?${N}\\s?(?:月|[./-])\\s?${N}(?:\\s?日)?(?![\\d])|(?<!\\d)(?:18|19|20)\\d{2}[01]\\d[0-3]\\d(?!\\d)|(?<![\\d./-])${N}月\\s?${N}日|(?<=誕生日[^\\d]{0,4})\\d{1,2}/\\d{1,2}`,
  'gu',
)
const BORN =
  /^\s?[(（]?(?:\s?[日月火水木金土]\s?[)）])?[\s、,)）]{0,2}(?:に|の)?\s?(?:(?:[^\s、。]{1,8}で)?(?:生まれ|生れ|うまれ|産まれ|が誕生日|誕生|出生)|生(?![活産徒命涯物前後駒田きじ]))/u
const LABEL =
  /(?:[(（]生[)）]|生年月日|誕生日|出生日?|生年|生まれた日|生まれは|生まれ[:：]|うまれ[:：]|DOB|D\.O\.B|[Bb]irth(?:day| ?date)?|Date of birth)[^\d〇一二三四五六七八九十。\n]{0,10}(?:[MTSHR明大昭平令和治正成]{0,2})$/u
const YEAR_BORN = new RegExp(
  `${YEAR}\\s?年?(?:\\s?${N}月)?(?:\\s?[(（][^()（）]{2,8}[)）])?\\s?(?:生まれ|生れ|うまれ|産まれ|生(?=[\\s、。，,)）まのれ]|$))`,
  'gu',
)
const BORN_IN = new RegExp(`(?<=(?:生まれは|生年は?|生まれ年は?)\\s?[:：]?\\s?)${YEAR}\\s?年?`, 'gu')
const GENERATION =
  /^\s?の?(?:世代|人々|団塊|人たち|者が|者は|人の|人が多|方々|方が多|[~-]|以降|以前|から|まで|ベビー|コーホート|層)/u

const hidden = (words: string) => words.replace(/\d+|[〇一二三四五六七八九十壱弐参拾元]+/g, '〇')

/** Birth dates, whole or by the year: a date beside a word of birth. */
export const birthsIn = (given: string): Spot[] => {
  const text = fold(given)
  const whole = spotsOf(text, DATE, (match, start, end) =>
    BORN.test(afterOf(text, end, 16)) || LABEL.test(beforeOf(text, start, 30)) ? hidden(match[0]) : null,
  )
  const years = spotsOf(text, YEAR_BORN, (match, _start, end) =>
    GENERATION.test(afterOf(text, end, 8)) ? null : hidden(match[0]),
  )
  years.push(...spotsOf(text, BORN_IN, (match) => hidden(match[0])))
  return [...whole, ...years.filter((one) => !whole.some((other) => other.start < one.end && one.start < other.end))]
}
