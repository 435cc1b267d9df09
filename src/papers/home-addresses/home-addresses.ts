import { afterOf, beforeOf, fold, type Spot, spotsOf } from '../spots/spots.ts'

const N = '(?:\\d{1,5}|[一二三四五六七八九十百〇]{1,5})'
const PLACE = '[\\p{Script=Han}々ヶケヵノァ-ヶーぁ-ん]'
const LIVES =
  /^(?:目)?(?:付近)?(?:に(?:お住|住|居住|在住|暮ら|独居|一人|ひとり|自宅|家が|引っ越|転居|戻)|在住|にある(?:自宅|実家|家|アパート)|の(?:お宅|自宅|実家|家[にでは]|ご自宅|アパート|借家|一軒家|住宅に|団地に|長屋)|で(?:一人|ひとり|独|二人|夫婦|暮ら))/u
const HOME_LABEL = /(?:住所|居所|自宅|現住所|本籍|所在|転居先|実家|宛先|届け先)[地]?[^。\n]{0,24}$/u
const NOT_PLACE =
  /(?:様式|別紙|資料|図|表|別表|別添|添付|議題|議案|項目|施策|事業|第|番号|記号|コード|版|フェーズ|ステップ|レベル|目標|指標|基準|法|条|例|比|対|電話|内線|線|連絡先|携帯|番|シート|参考|章|節|課題|活動|成果|案|号|回|枠|編|年|明治|大正|昭和|平成|令和|スライド|ページ|頁|問|設問|質問|チェック|パターン|タイプ|注|式|か|の)\s?$/u
const UNIT_AFTER =
  /^\s?(?:年|月|%|％|人|名|件|回|世帯|歳|時|円|割|か月|ヶ月|か所|箇所|週|日|点|枚|頁|ページ|対|倍|km|m|分|度)/u

const LOT = new RegExp(
  `${N}番地(?![区域図])(?:の?${N}(?:-\\d{1,4})?)?(?:号)?|(?<!第)${N}番町?${N}号|(?<=${PLACE})(?<![第号者])\\d{1,4}番の?\\d{1,4}(?![番線目人])|${N}丁目\\s?(?:${N}(?:番|[-の]${N}|号)[\\d一二三四五六七八九十番地号の-]{0,8}|\\d{1,4}(?=[\\s、。）)]|$|に|の))`,
  'gu',
)
const HYPHENS = new RegExp(`(?<=${PLACE}\\s?)\\d{1,4}[-の]\\d{1,4}[-の]\\d{1,4}(?:-\\d{1,4})?(?![\\d-])`, 'gu')
const TWO = new RegExp(`(?<=${PLACE}\\s?)\\d{1,5}-\\d{1,4}(?![\\d-])`, 'gu')
const TOWN_END =
  /(?:[町村区]|丁目|字[^\s\d。、]{0,6}|[台丘谷塚沢浜浦]|[がヶケ][丘原崎谷浜]|通り?|新田|団地|ニュータウン)\s?$/u
const LETTERED = new RegExp(
  `(?:大字|(?<![文赤黒数十漢太名点活細略苗ローマ])字)\\s?${PLACE.replace(']', '・]')}{1,8}\\s?\\d{1,5}(?!\\s?(?:人|世帯|件|名|か所|年))`,
  'gu',
)
const ROOM =
  /(?:マンション|アパート|ハイツ|コーポ|荘|メゾン|団地|レジデンス|ハウス|住宅|コート|パレス|ビラ|ハイム|カーサ|棟)[^。、\n]{0,10}?\d{1,4}(?:号室?|号)(?!棟|車|線)|(?:マンション|アパート|ハイツ|コーポ|メゾン|レジデンス|ハイム|コート|パレス)[^。、\n\d]{0,6}\d{3,4}(?!\s?[人件戸世名円年台室]|\d)|\d{1,2}号?棟の?\d{2,4}(?:号室?)?|\d{1,2}-\d{3,4}号室/gu
const BLOCK = new RegExp(`(?<=${PLACE})${N}丁目(?!${N})`, 'gu')
const LABELLED = new RegExp(
  `(?<=(?:住所|居所|現住所|転居先|宛先)\\s?[:：は]\\s?)${PLACE}{2,24}\\d{1,5}(?:-\\d{1,4}){0,3}`,
  'gu',
)

const HOUSE = /(?<![\d.-])\d{1,4}-\d{1,4}(?:-\d{1,4})?(?![\d-])/gu
/** みどり町上野1234. */
const PLAIN = /(?<=[町村区市])[\p{Script=Han}ヶケ]{1,4}\d{3,5}(?=[、。）)\s]|$|に(?:住|居|お住)|在住)/gu
/** A prefecture and a town, or a postal code, lead to the house. */
const FROM_TOP =
  /[都道府県]\p{Script=Han}{1,6}[市区町村][\p{Script=Han}々ヶケヵノぁ-ん]{1,8}$|〒\s?\d{3}-\d{4}\s?\S{3,20}$/u
const AMOUNT = /[計数口額約延円年度号第帯員]|平成|令和|昭和/u

const MASK = '（住所）'

/** Addresses down to the house: 丁目番地, 大字, a row of numbers behind a place, a room in a building. */
export const addressesIn = (given: string): Spot[] => {
  const text = fold(given)
  const before = (start: number) => beforeOf(text, start, 30)
  const lots = spotsOf(text, LOT, (match, start, end) => {
    if (/^一番地$/.test(match[0]) || UNIT_AFTER.test(afterOf(text, end, 4))) return null
    return /番号/.test(text.slice(start, end + 1)) ? null : MASK
  })
  const isHome = (start: number) => HOME_LABEL.test(before(start))
  const three = spotsOf(text, HYPHENS, (_match, start, end) =>
    NOT_PLACE.test(before(start)) || UNIT_AFTER.test(afterOf(text, end, 4)) ? null : MASK,
  )
  const two = spotsOf(text, TWO, (match, start, end) => {
    if (NOT_PLACE.test(before(start)) || UNIT_AFTER.test(afterOf(text, end, 4))) return null
    const lives = LIVES.test(afterOf(text, end, 10)) || /^\d{3,5}-\d{1,3}$|^\d{1,2}-\d{3,4}$/.test(match[0])
    return TOWN_END.test(before(start)) || FROM_TOP.test(before(start)) || isHome(start) || lives ? MASK : null
  })
  const blocks = spotsOf(text, BLOCK, (_match, _start, end) => (LIVES.test(afterOf(text, end, 10)) ? MASK : null))
  const homes = spotsOf(text, HOUSE, (_match, _start, end) => (LIVES.test(afterOf(text, end, 10)) ? MASK : null))
  const plain = spotsOf(text, PLAIN, (match, _start, end) =>
    AMOUNT.test(match[0]) || UNIT_AFTER.test(afterOf(text, end, 4)) ? null : MASK,
  )
  const others = [LETTERED, ROOM, LABELLED].flatMap((pattern) => spotsOf(text, pattern, () => MASK))
  return [...lots, ...three, ...two, ...blocks, ...homes, ...plain, ...others]
}
