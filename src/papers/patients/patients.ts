import { fold, type Spot } from '../spots/spots.ts'

const ILLNESS =
  /認知症|アルツハイマー|レビー小体|脳梗塞|脳出血|脳卒中|くも膜下|脳腫瘍|心不全|心筋梗塞|狭心症|不整脈|心房細動|心疾患|肺炎|誤嚥|COPD|肺気腫|慢性閉塞性|喘息|ぜんそく|結核|がん(?![ばこじらぐめすをさも])|ガン(?![ダジ])|癌|悪性|白血病|リンパ腫|腫瘍|骨折|糖尿|透析|腎不全|腎臓病|腎症|肝硬変|肝炎|パーキンソン|ALS|筋萎縮|小脳変性|多系統|リウマチ|変形性|脊柱管|骨粗|うつ病|うつ状態|抑うつ|統合失調|双極性|躁|アルコール依存|依存症|てんかん|褥瘡|床ずれ|胃ろう|胃瘻|ストーマ|気管切開|人工呼吸|末期|余命|コロナ|インフルエンザ|HIV|エイズ|高血圧|貧血|白内障|緑内障|失語|麻痺|まひ|高次脳|発達障害|知的障害|自閉|ダウン症|ヘルニア|敗血症|脱水|低栄養|廃用|熱中症|胆石|胆のう|腸閉塞|大動脈|動脈瘤|帯状疱疹|ポリオ|難病|せん妄|妄想|摂食|嚥下障害|拘縮|壊疽|壊死|切断|難聴|潰瘍|血栓|塞栓|感染症|尿路感染|腰痛|[\p{Script=Han}]{1,5}(?:病|症|炎|癌|腫|梗塞|硬化|不全|障害)(?![院棟床室状例人気害虫])/u

const GENERIC =
  /町内|市内|県内|村内|管内|圏域|圏内|近隣|近く|地元|地域|急性期|回復期|慢性期|療養型?|精神科?|一般|専門|総合|大学|救急|基幹|中核|民間|公的|公立|協力|連携|後方|受入|受け入れ|拠点|支援|指定|特定|機能強化型|在宅|訪問|通所|入院|転院|退院|紹介|当該|該当|各種|複数|多数|全|他|同|当|各|両|某|別|元|先|県立|市立|町立|国立|私立|有料|養護|特別|軽費|老人|介護|看護|福祉|保健|医療|施設|高齢者|リハビリテーション|リハビリ|リハ|認知症|対応型|共同生活|デイ|サービス|グループ|ショート|ステイ|マイ|公|学|庭|動物|植物|植|農|果樹|菜|幼稚|保育|霊|公共|個人|開業|かかりつけ|専門外来|病院|診療所|クリニック|[都道府県市町村区]の/gu
const SUFFIX =
  /((?:[\p{Script=Han}々ヶァ-ヴー・]|(?<=^|[\s、。（(「『はでにがのへをと特養健])[ぁ-ん](?=[ぁ-ん]{1,6}(?:苑|荘|園|病院|医院|クリニック|ホーム|デイ|内科|外科|の里|の家|の郷|診療所))|(?<=[ぁ-ん])[ぁ-ん]){1,14})(病院|医院|クリニック|診療所|内科|外科|整形|眼科|歯科|皮膚科|泌尿器科|脳神経|医療センター|リハセンター|リハビリセンター|リハビリテーションセンター|ケアセンター|苑|荘|園|ホーム|ハイム|老健|特養|デイサービス(?:センター)?|デイケア|ステーション|の里|の家|の郷|の杜|の丘)/gu
const PREFIX =
  /(?:デイサービス|デイケア|グループホーム|特別養護老人ホーム|特養|介護老人保健施設|老健|有料老人ホーム|ケアハウス|小規模多機能(?:ホーム|型居宅介護|型)?|看護小規模多機能|看多機|訪問看護ステーション|サ高住|サービス付き高齢者向け住宅|通所リハ|ショートステイ|介護医療院)[「『\s・]{0,2}([ァ-ヴー]{2,10}|(?![のにはがをとでへもやからなどまた])[ぁ-ん]{3,8}(?=[でにのへをはが」』、])|[\p{Script=Han}]{2,6}(?=[苑荘園館」』でにへ]))/gu

const PERSON =
  /男性|女性|独居|ひとり暮らし|一人暮らし|[夫妻](?!婦)|[父母](?!子)|祖父|祖母|長男|長女|次男|次女|息子|娘|義[父母]|兄|姉|本人|さん(?!ざん)|[^\s]様(?![子式々相])|[A-ZＡ-Ｚ〇○△]氏|要介護[1-5１-５]|要支援[12１２]|\d{2,3}[歳才]|[０-９]{2,3}[歳才]|この方|ある方|の方[がはを、]|高齢の|寝たきり/u
const EVENT =
  /入院(?!患者|先|支援|医療|基本|日数|期間|件|率|数|時情報|調整|者数)|退院(?:し|後[、は]|とな|が決|の(?:日|予定|話))|通院(?!手段|支援)|通[いうっ](?!の場)|受診(?!率|勧奨|券|者数|行動)|搬送され|搬送と|運ばれ|入所(?!者数|施設|率|待機)|入居(?!者数|率)|利用(?:し(?!やす)|中|開始|を始)|診断(?:され|を受|がつ|で)|手術|亡くな|死亡し|他界|転院(?!先|支援|調整)|療養(?:し|中|を|生活)|暮らす|暮らし(?:て|始)|看取られ|最期を|かか[りって](?!つけ医)|治療(?:し|中|を受|を続)|リハビリ(?:中|を受|を続|に励|し)|発症|過ごし|悪化|紹介され|主治医/u
const GATHERING =
  /研修|講演|勉強会|講座|カフェ|教室|説明会|相談会|フォーラム|シンポジウム|検討会|会議|連絡会|サポーター養成|サポート医|協定|指定され|指定を受|開設|新設|開い[てた]|開く|設置|配置/u
const MANY =
  /患者[数はがもの](?!の(?:男性|女性|家族))|\d+[件例%％割]|[０-９]+[件例％割]|[一二三四五六七八九\d]割|人数|件数|割合|増え|減ら|減っ|多い|少ない|予防|啓発|普及|パス|ルール|体制|仕組み|再入院を|チーム(?:を|が|と)|外来(?:を|が|と)|センターに|センター[はがを]|窓口|受け入れ(?:が|を|は|体制)|データ|統計|状況を/u

interface Facility {
  start: number
  end: number
}

/** A facility by its own name, not by its kind. */
function facilitiesIn(sentence: string): Facility[] {
  const bySuffix = [...sentence.matchAll(SUFFIX)].flatMap((match) => {
    const own = (match[1] ?? '')
      .replace(GENERIC, '')
      .replace(/[・ー々]/g, '')
      .replace(/^[のにはがをとでへも]+|[のにはがをとでへも]+$/gu, '')
    const isMasked = /^[A-Za-zＡ-Ｚ〇○△□]*$/.test(own)
    return isMasked || /^(?:この|その|あの|ほか|うち|よそ|どこ|むかし)$/.test(own)
      ? []
      : [{ start: match.index, end: match.index + match[0].length }]
  })
  const byPrefix = [...sentence.matchAll(PREFIX)].map((m) => ({ start: m.index, end: m.index + m[0].length }))
  return [...bySuffix, ...byPrefix].toSorted((a, b) => a.start - b.start)
}

/** Somebody's illness, told with where they were: not a facility's speciality, a training or a number of cases. */
function tellsOfSomebody(sentence: string): boolean {
  const person = PERSON.test(sentence)
  const event = EVENT.test(sentence)
  if (GATHERING.test(sentence) && !(person && event)) return false
  if (MANY.test(sentence)) return person && event
  return person || event
}

export const patientsIn = (given: string): Spot[] => {
  const text = fold(given)
  return [...text.matchAll(/[^。\n！？]{4,600}/gu)].flatMap(({ 0: sentence, index }) => {
    if (!ILLNESS.test(sentence)) return []
    const facilities = facilitiesIn(sentence)
    if (facilities.length === 0 || !tellsOfSomebody(sentence)) return []
    return facilities.map(({ start, end }) => ({ start: index + start, end: index + end, mask: 'ある施設' }))
  })
}
