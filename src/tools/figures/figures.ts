import { plain } from '../sentences/sentences.ts'

const DIGITS = '\\d+(?:[,.]\\d+)*'
const KANJI = '[一二三四五六七八九十百千万半数]+'

/** Days, ages, turns and names of things count nothing. */
const NO_COUNT =
  /(?:令和|平成|昭和|[RHS])\d+(?:年度?)?|\d+年度?(?!間)|\d{1,2}月(?:\d{1,2}日)?|第\d+[回章期版次]?|\d+回目|支援\d|\d+歳(?:以上|代|未満)?|\d+代|\d+場面|\d+時間(?:対応|体制)|事前MTG[①-⑨\d]?|[①-⑳]|要(?:介護|支援)\d/gu

const counted = (text: string): string => plain(text).replace(NO_COUNT, '')

const UNITS =
  '(?:%|％|パーセント|ポイント|人|名|件|例|点|割|倍|世帯|か所|箇所|カ所|ヶ所|施設|事業所|機関|回|日|分|時間|週間|か月|ヶ月|円|枚|冊|床|社|組)'

/** 「12人中7人」「三割」「平均12日」: something was counted. */
export const holdsFigure = (text: string): boolean =>
  new RegExp(`${DIGITS}(?:万|千|百)?${UNITS}|${KANJI}(?:割|倍|パーセント|ポイント)|半数|半減|倍増|\\d+/\\d+`, 'u').test(
    counted(text),
  )

export interface SmallCount {
  words: string
  n: number
}

/** Those who do the work are no small cell: 「保健師3人」「委員12人」. */
const WORKERS =
  '職員|専門職|多職種|職種|保健師|看護師|医師|薬剤師|療法士|栄養士|歯科医|衛生士|福祉士|ケアマネ(?:ジャー|ージャー)?|専門員|相談員|支援員|推進員|民生委員|委員|アドバイザー|コーディネーター|ヘルパー|事務局|担当者?|メンバー|会員|講師|参加者|受講者|出席者|回答者|管理者|課長|ボランティア|サポーター|チーム|スタッフ'
const STAFF = new RegExp(`(?:${WORKERS})[^、。0-9]{0,6}$`, 'u')
/** 「相談員のうち、知っていた人」: workers were counted, nobody who is cared for. */
export const countsWorkers = (text: string): boolean =>
  new RegExp(WORKERS, 'u').test(plain(text)) &&
  !/本人|患者|住民|[町市村県区]民|利用者|家族|高齢者|世帯|独居|(?:退院|入院|搬送|申請|利用|認定)(?:し|され|を受け)?た人/u.test(
    plain(text),
  )
const DEEDS =
  /(?:研修|会議|勉強会|講座|説明会|検討会|協議|訪問|打合せ|打ち合わせ|意見|助言|提案|アンケート|回答|調査票|連携|ルール|様式)[^、。0-9]{0,6}$/u

/** Numbers of people or cases below the limit: 「12人中3人」「看取り4件」. */
export function smallCounts(text: string, below: number): SmallCount[] {
  const own = counted(text)
  return [...own.matchAll(/(\d+(?:,\d{3})*)(人|名|件|例|世帯)/gu)].flatMap((match) => {
    const n = Number((match[1] ?? '').replaceAll(',', ''))
    const [before, after] = [own.slice(0, match.index), own.slice(match.index + match[0].length)]
    if (n < 1 || n >= below) return []
    // 「5人に1人」「10万人あたり」「2人暮らし」「1人ひとり」「2人の保健師」
    if (
      /^(?:に\d|あたり|当たり|当り|暮らし|ぐらし|ひとり|一人|以上|部屋|体制|がかり|[のずつ]?(?:多職種|専門職|職員|保健師|看護師|医師|委員|アドバイザー|相談員|支援員|ケアマネ))/u.test(
        after,
      )
    )
      return []
    if (
      /(?:所|会|県|町|市|村|課|局|病院|センター|薬局)(?:から|より)$/u.test(before) &&
      /^が?(?:出席|参加|加わ|集ま|来)/u.test(after)
    )
      return []
    if (/[.\d万千対]$|人に$|あたり$|当たり$/u.test(before) || STAFF.test(before) || DEEDS.test(before)) return []
    return [{ words: match[0], n }]
  })
}

/** Under 2,000 people no count is safe; up to 25,000 none below twenty; above, none below ten. */
export const countLimit = (population: number): number => {
  if (population < 2_000) return Number.POSITIVE_INFINITY
  return population <= 25_000 ? 20 : 10
}
