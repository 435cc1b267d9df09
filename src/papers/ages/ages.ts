import { afterOf, beforeOf, fold, numberOf, type Spot, sentenceAround, spotsOf } from '../spots/spots.ts'

const AGE =
  /(?<![\d.,第])(?:(\d{1,3})\s?(?:歳|才|さい(?![わ])|サイ)|([〇一二三四五六七八九十百]{1,4})(?:歳|才(?![能覚女人])))/gu

/** What turns an age into a group, a limit or a name of something. */
const GROUP_AFTER =
  /^(?:\s?(?:以上|未満|以下|以降|以前|超|から|より上|より下|[~-]|まで|代|台|児|到達|入|出|刊|体操|時代|の壁|若|年?[上下差]|違い|離れ|人口|男女|ごと|刻み|区分|階級|時平均|時点の平均|にかけて|[、・･]\s?\d{1,3}\s?[歳才])|を(?:超|過ぎ)(?!た(?:父|母|夫|妻|男|女))|(?:の|に)到達|に達|[)）]?以上)/u
const ROUGH_AFTER = /^\s?(?:前後|くらい|ぐらい|程度|ほど|位|近く|すぎ|過ぎ)/u
const GROUP_BEFORE =
  /(?:平均(?:年齢|寿命)?|寿命|中央値|最頻値|定年|対象年齢|年齢の平均|\d[歳才]?(?:[~・、-]|から|以上|および|及び|または|又は|と)|[満]?[〇一二三四五六七八九十]+歳から|およそ|おおむね|約|ほぼ)(?:は|が|を|で|の|：|:|\s)*(?:男性|女性|男|女|満)?(?:は|が|:|\s)*$/u
const STATISTIC =
  /平均|割合|[%％]|人口|寿命|推計|推移|統計|データ|グラフ|世代|一律|すべての|全員|対象者|制度|保険証|受診券|健診|健康診査|検診|接種|ワクチン|認定率|高齢化率|運動を|運動の|目標|推進|何歳|全国|県内|国の/u
const PERSON =
  /男性|女性|独居|ひとり暮らし|一人暮らし|ひとりで|一人で|夫|妻|[父母](?!子)|祖父|祖母|長男|長女|兄|姉|弟|妹|叔|伯|義|次男|次女|息子|娘|孫|本人|要介護|要支援|さん|氏|様|事例|ケース|利用者|患者|主訴|既往|在住|入院|入所|亡く|他界|逝去|倒れ|転倒|発症|デイ|現役|元気に|だが|ですが|です$|の方[はがに、]|[A-ZＡ-Ｚ]/u
/** Ages the law and its letters speak of. */
const isMilestone = (age: number) => [15, 18, 20, 30, 39, 40, 50, 60, 64, 65, 70, 74, 75].includes(age)

/** 「父（79）」「年齢：85」「享年91」「85 y/o」. */
const TOLD =
  /(?<=(?:[夫妻父母姉兄弟妹娘孫嫁婿]|男性?|女性?|祖父|祖母|息子|[長次三][男女]|さん|様|氏|本人|生まれ|生|[A-Z])\s?[(（]\s?)\d{2,3}(?=\s?[)）、・])|(?<=(?:[夫妻父母姉兄]|祖父|祖母|本人)は\s?)\d{2,3}(?=[、。]|で[、も]|$)|(?<=(?:年齢|享年|行年|齢|御年|おん年|御歳|(?:^|[\s、。])歳)\s?(?:[:：は]|\s)?\s?)\d{2,3}(?![\d歳才年月日点人%％.]|\s?(?:以上|未満|以下|代|~|-))|(?<![\d.])\d{2,3}(?=[FM♀♂](?![A-Za-z])|\s?(?:y\/o|yo\b|y\.o))/gu

export const agesIn = (given: string): Spot[] => {
  const text = fold(given)
  const told = spotsOf(text, TOLD, ({ 0: age }, _start, end) =>
    Number(age) <= 120 && Number(age) > (/[FM]/.test(text[end] ?? '') ? 39 : 9) ? decadeOf(Number(age)) : null,
  )
  const written = spotsOf(text, AGE, (match, start, end) => {
    const age = numberOf(match[1] ?? match[2] ?? '')
    const after = afterOf(text, end, 14)
    if (age > 125 || age < 1 || GROUP_AFTER.test(after)) return null
    if (age % 5 === 0 && ROUGH_AFTER.test(after)) return null
    if (GROUP_BEFORE.test(beforeOf(text, start, 16))) return null
    const sentence = sentenceAround(text, start, end)
    if (!PERSON.test(sentence) && (STATISTIC.test(sentence) || isMilestone(age))) return null
    if (
      STATISTIC.test(sentence) &&
      /^(?:になる|になっ?たら|になれば|になると|で(?:受|対象)|の(?:人|者|方)(?:に|へ|を|の))/.test(after)
    )
      return null
    return decadeOf(age)
  })
  return [...told, ...written]
}

function decadeOf(age: number): string {
  if (age >= 100) return '100歳以上'
  return age < 10 ? '10歳未満' : `${Math.floor(age / 10) * 10}代`
}
