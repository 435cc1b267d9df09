/** What can be told of a Japanese sentence without a dictionary: who does it, to whom, what, and how it ends. */

const even = (text: string): string => text.normalize('NFKC').replace(/[\s\u200b-\u200f\ufeff]+/gu, '')

/** Whoever pastes a chapter into a box is asked by its beginning and its end. */
const LONG = 1_200
/** One width, no spaces: what a word list is held against. */
export function plain(text: string): string {
  const own = even(text)
  return own.length > LONG ? `${own.slice(0, LONG / 2)}。${own.slice(-LONG / 2)}` : own
}

/** Two texts that differ only in width, spaces, marks or case are one. */
export const bare = (text: string): string =>
  even(text)
    .toLowerCase()
    .replace(/[\p{P}\p{S}]/gu, '')

export const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
export const anyOf = (words: readonly string[]): string =>
  words
    .map(plain)
    .filter((word) => word !== '')
    .toSorted((a, b) => b.length - a.length)
    .map(escaped)
    .join('|') || '(?!)'

/** Without brackets' asides and the marks at its end. */
export const trimmed = (text: string): string =>
  plain(text)
    .replace(/\([^()]*\)|【[^】]*】|※.*$/gu, '')
    .replace(/[。.!！、,，;；:：〜~]+$/u, '')
    .replace(/^[\d①-⑳.．)）・●○■□◆◇*＊-]+/u, '')

/** The residents of a place, in any of their names. */
export const RESIDENTS =
  '住民|町民|市民|村民|県民|区民|島民|本人|当事者|患者|利用者|高齢者|家族|介護者|療養者|障害者|障がい者|要介護者|要支援者|独居|一人暮らし|ひとり暮らし|世帯|認知症の人|(?<=[のたるい])人(?!口|数|材|件|員)|(?<=[のたる])方(?!法|針|向|々)|(?<=[のたるい])者'

const PEOPLE = [
  '(?<![一二三四五六七八九十百何数\\d当新])人(?:たち|々)?|[一二三四五六七八九十数]人|\\d人|(?<=[のたる])方(?:々)?|者|(?<=[ぁ-んァ-ヶ一-龠])さん|氏',
  '家族|親族|遺族|[住町市村県区島]民|患者|利用者|本人|世帯|[父母両]親|妻|娘|息子|お子さん|子ども|きょうだい|友人|仲間|近所',
  '職員|専門職|多職種|医療職|介護職|福祉職|事務職|管理職|職種|看護師|師長|保健師|助産師|医師|主治医|かかりつけ医|歯科医|院長|薬剤師|歯科衛生士|栄養士|療法士|介護福祉士|社会福祉士|ヘルパー|介護員|看護職',
  'ケアマネ(?:ジャー|ージャー)?|専門員|相談員|ソーシャルワーカー|MSW|PT|OT|ST|民生委員|委員|推進員|支援員|コーディネーター|アドバイザー|ボランティア|サポーター|会員|メンバー|リーダー|講師|店員|隊員|救急隊|駐在|隊|長',
  '担当|窓口|(?<!関)係|(?<!日)課|班|チーム|連携室|相談室|支援室|推進室|(?<=[部局])室|医務室|外来|病棟',
  '病院|医院|クリニック|診療所|医療機関|薬局|事業所|施設|包括|センター|ステーション|訪看|居宅|委託先|サロン|保健所|(?:医師|歯科医師|薬剤師|家族|患者|老人|町内|自治|看護協|連絡|協議|婦人|女性|区長|民児協|商工)会|看護協会|社協|社会福祉協議会|クラブ|消防署?|警察署?|学校|企業|会社|法人|団体|組合|商店|郵便局|銀行|コンビニ|スーパー',
  '役場|役所|都道府県|市町村|厚生局|県|(?<![下朝])市|(?<!れた)町|村|自治体|行政|相手|全員|みんな|皆|私たち|関係者|関係機関|地区|地域',
].join('|')
const ONE = `(?:${PEOPLE})(?:たち|ら|等|など|どうし|同士|自身|全員)?`

/** 「保健師が」「町は」「看護師による」: somebody acts. */
const ACTS = new RegExp(
  `${ONE}(?:が(?!ん|い)|は(?!じ|ず)|も(?=[、])|による|により)|(?:職種|専門職|チーム|者|関係者|みんな|全員|[二三四]者|合同)で(?!の|は|あ|き)|${ONE}から[^。]{0,20}${ONE}(?:に|へ)`,
  'u',
)
/** 「家族に」「医師会へ」「病院を訪ね」「本人から話を聞く」: somebody is met. */
const MEETS = new RegExp(
  [
    `${ONE}(?:に対し(?:て)?|に向けて?|向けに?|に(?!よ|とっ|な[るっりれ]|つい|関|おけ|おい|基|応)|へ|宛て?|あて|の(?:も|元|家|自宅|ところ|所)|宅|の[^、。の]{1,8}(?:に|へ)(?=(?:出向|訪|行|渡|届|電話|相談|聞|見せ|伝)))`,
    `${ONE}と(?!いう|の[^、。]|[^、。]{0,12}(?:${PEOPLE})(?:が|は))`,
    `${ONE}(?:全員|一人ひとり|一人一人)?を(?:訪|たずね|回[りるっ]|まわ|巡|招|集め|見学|対象|誘|迎|呼|見守|送|紹介)`,
    `${ONE}から[^。]{0,24}(?:聞|聴|うかが|伺|教|もら|受け)`,
    `${ONE}の(?:話|声|意見|思い|希望)を(?:聞|聴|うかが|伺)`,
  ].join('|'),
  'u',
)
/** 「持ち寄り、学び合う」: those who do it are whom it is for. */
const TOGETHER = /(?:[学話教支助出見]び?し?え?い?合[うい]|持ち寄|互いに|一緒に|集ま[るりっ])/u
/** 「様式を」「退院後の暮らしについて」「〜と伝える」, or a verb that needs no more. */
const TELLS =
  /を(?!はじめ|通|問わ|含|中心)|について|に関し|に関する|」と|と(?:伝え|言|話しかけ|声をかけ|説明|尋ね|たずね|書い)|電話(?:する|し|で)|訪問(?:する|し)|訪ね|出向|見学|同行|立ち会|泊ま|相談(?:する|に乗)|かを?(?:聞|尋|確かめ|決め|話し合)|ことが?(?:でき|伝)/u

export interface Parts {
  who: boolean
  whom: boolean
  what: boolean
}
export const partsIn = (text: string): Parts => {
  const own = plain(text)
  return { who: ACTS.test(own), whom: MEETS.test(own) || TOGETHER.test(own), what: TELLS.test(own) }
}

const SOFT_END =
  '(?:等|など)?(?:(?:を|に|へ|の)?(?:する|します|した|しました|し|して(?:い[くるきまっすた]*)?|行[うい][ぁ-ん]{0,6}|実施[ぁ-ん]{0,6}|進め[ぁ-ん]{0,6}|取り?組[ぁ-ん]{0,6}|つなげ[ぁ-ん]{0,6}|推進[ぁ-ん]{0,6}|図[るっりろ][ぁ-ん]{0,6}|努め[ぁ-ん]{0,6}))?(?:こと)?$'
const VERB_END = '[るりっれろらまてたよむみんめもすしさせそ][ぁ-ん]{0,7}$'

/** The word of the list this sentence ends with, in any of its forms: 「…を図る」「…の強化に努めます」「…推進」. */
export function endingWord(text: string, words: readonly string[]): string | null {
  const end = trimmed(text)
  const found = words.find((word) => {
    const own = plain(word)
    if (own === '') return false
    const verb = /[るむすくぐうつぬぶ]$/u.test(own) && /[一-龠]/u.test(own)
    if (verb || /[ぁ-ん]{2,}[るむす]$/u.test(own))
      return new RegExp(`${escaped(own.slice(0, -1))}${VERB_END}`, 'u').test(end)
    return new RegExp(`${escaped(own)}(?:化)?${SOFT_END}`, 'u').test(end)
  })
  return found ?? null
}

const isNoSubject = (t: string, at: number): boolean => {
  const [before, mark, after] = [t[at - 1] ?? '', t[at] ?? '', t[at + 1] ?? '']
  if (mark === 'が') {
    if (/[るっりれろんら]/u.test(after) && /[ぁ-ん広繋上下転拡繫]/u.test(before)) return true
    return (before === 'な' && after === 'ら') || (/[すたるだい]/u.test(before) && after === '、')
  }
  return (
    !/[一-龠々ァ-ヶーA-Za-z\d)」]/u.test(before) &&
    !/(?:たち|ら|さん|みんな|もの|こと|かた|ひと)$/u.test(t.slice(0, at))
  )
}

interface Candidate {
  words: string
  isTopic: boolean
  pause: boolean
}

function candidatesIn(t: string): Candidate[] {
  const found: Candidate[] = []
  let from = 0
  for (let at = 1; at < t.length; at++) {
    if (t[at] === '、' || t[at] === '。') from = at + 1
    if ((t[at] !== 'が' && t[at] !== 'は') || at === from || isNoSubject(t, at)) continue
    found.push({ words: t.slice(from, at), isTopic: t[at] === 'は', pause: t[at + 1] === '、' })
    from = at + 1
  }
  return found
}

/** The grammatical subject's words, up to its particle: 「みどり町の高齢者」, or null where none is named. */
export function subjectOf(text: string): string | null {
  const sentence = trimmed(text).split('。')[0] ?? ''
  // 「〜できるよう、町が…」: who is meant by the aim does not act.
  const main = sentence.split(/(?:よう(?:に)?|ために|ため|ので|から)、/u).at(-1) ?? sentence
  const found = candidatesIn(main)
  const best = found.find((c) => c.isTopic) ?? found.find((c) => c.pause) ?? found.at(-1)
  return best?.words ?? null
}

/** Its last clause, after the last pause. */
export const lastClause = (text: string): string =>
  trimmed(text)
    .split(/[。、]/u)
    .at(-1) ?? ''

/** 「令和8年度」「4月」「半年後」「毎月」「未定」: somebody said when. */
export const saysWhen = (text: string): boolean =>
  /(?:令和|平成|[RH])?\d+(?:年|年度|月|日|週|か月|ヶ月|ケ月|回)|年度|年内|月内|[毎各来今翌再]+[年月週期日]|四半期|半年|[前後]期|[春夏秋冬](?:まで|頃|ごろ|に|の)|(?:終了|開始|実施|退院|入院|参加|利用|相談|訪問|会議|研修)(?:の|した|する)?(?:とき|時|後|前|直後|たび|度)|ごと|たび|都度|随時|いつも|定期|上旬|中旬|下旬|まで|未定|検討中|のとき|時点|すぐ/u.test(
    plain(text),
  )

export const namesSomebody = (text: string): boolean => new RegExp(ONE, 'u').test(plain(text))
