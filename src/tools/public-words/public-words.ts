import { anyOf, escaped, plain } from '../sentences/sentences.ts'

const KIND =
  '病院|医院|クリニック|診療所|薬局|医療センター|訪問看護ステーション|ステーション|包括支援センター|支援センター|センター|事業所|施設|法人|会社|株式会社|特別養護老人ホーム|老人ホーム|ホーム|苑|社会福祉協議会|社協|保健所|消防署|消防本部|消防組合|役場|市役所|郡医師会|医師会|薬剤師会|看護協会|協会|自治会|町内会|商工会|農協'
/** 「総合病院」「入院先の病院」「近くの診療所」: a kind of place, not one place. */
const NO_NAME =
  /(?:^|[のるたなが、。])(?:総合|大学|公立|市立|町立|村立|県立|国立|私立|民間|急性期|回復期|慢性期|療養型|精神科|専門|一般|中核|基幹|拠点|救急|後方支援|地域|在宅|訪問|居宅|介護|福祉|医療|高齢者|通所|入所|当該|該当|各|近隣|近く|大きな|小さな|委託|一部|他|多く|複数|いくつか|相談|地域包括|包括|子育て|総合相談|支援|調剤|門前|かかりつけ|個人|有床|無床|二次|三次|入院先|退院先|転院先|周辺|県内|県外|市内|市外|町内|町外|圏域)*$/u
/** There is one of each in a town: naming the kind names it. */
const ONE_OF_A_KIND = /(?:医師会|歯科医師会|薬剤師会|看護協会|社会福祉協議会|社協|保健所|消防本部|消防署|商工会)$/u
const PLACES =
  '(?<![一-龠々ァ-ヶー])県(?=[はがもの])|[一-龠々ァ-ヶーぁ-んA-Za-z]{1,8}?(?:市|町|村|県|区)(?=[はがもの]|(?:福祉|健康|保険|介護|高齢)[一-龠]{0,8}課)'

const BETTER =
  /^(?:点|こと|の|面|状態|課題|の声)?(?:が|は|も|を)?(?:解消|改善|なくな|無くな|減[っり少]|少なくな|克服|乗り越え|ではな|わけではな|はなかっ|は見られな|はな[いくか])/u

interface Blame {
  body: string
  word: string
}
export interface BlameWords {
  words: readonly string[]
  /** Names known in this region. */
  bodies: readonly string[]
  /** The region itself may say what it lacks. */
  own: readonly string[]
}

function namedIn(sentence: string, { bodies, own }: BlameWords): { name: string; at: number } | null {
  const known = bodies.map(plain).find((name) => [...name].length >= 2 && sentence.includes(name))
  const isOwn = (name: string) => own.some((one) => plain(one).endsWith(name) || name.endsWith(plain(one)))
  if (known && !isOwn(known)) return { name: known, at: sentence.indexOf(known) }
  const pattern = new RegExp(
    `(?:[一-龠々ァ-ヶーA-Za-z○〇●△□◯]|(?<=[の、。「立]|^)[ぁ-ん]{2,5}(?=[一-龠ァ-ヶ])){0,20}(?:${KIND})|${PLACES}`,
    'gu',
  )
  for (const match of sentence.matchAll(pattern)) {
    const name = match[0]
    const kind = new RegExp(`(?:${KIND})$`, 'u').exec(name)?.[0]
    const prefix = kind ? name.slice(0, -kind.length) : name
    const unique = ONE_OF_A_KIND.test(name)
    if (!unique && kind && NO_NAME.test(prefix)) continue
    if (
      !kind &&
      /(?:慣れた|いる|ある|この|その|小さな|大きな|近くの|近隣の|周辺の|ほかの|他の|各)[市町村県区]$/u.test(name)
    )
      continue
    if (!isOwn(name)) return { name, at: match.index }
  }
  return null
}

/** A named body in the same sentence as a word of criticism; what has been overcome is no reproach. */
export function blamed(text: string, given: BlameWords): Blame | null {
  const words = new RegExp(anyOf(given.words), 'u')
  for (const sentence of plain(text).split(/[。!?！？\n]/u)) {
    const named = namedIn(sentence, given)
    if (!named) continue
    const after = sentence.slice(named.at + named.name.length)
    // 「みどり病院と、足りないものを書き出した」: done together.
    if (/^(?:の[一-龠]{1,4})?(?:と(?:、|一緒|ともに|共に|話|相談|協議|決め|考え|調べ)|に(?:相談|説明|聞))/u.test(after))
      continue
    const word = words.exec(after)
    if (!word || BETTER.test(after.slice(word.index + word[0].length))) continue
    // 「医師会に相談し、町の体制が不十分だと分かった」: another one is spoken of by then.
    const between = after.slice(0, word.index)
    const turns = given.own.some((one) => new RegExp(`${escaped(plain(one))}(?:は|が|の)`, 'u').test(between))
    if (
      !turns &&
      !/(?:、|し、)(?:[^、]{0,6})(?:町|市|村|県|私たち|行政|住民|本人|家族)[^、]{0,8}(?:は|が|の)/u.test(between)
    )
      return { body: named.name, word: word[0] }
  }
  return null
}

const SETTLED = /決定し|決まっ|決議|議決|確定|可決|予算化|予算がつ|予算が付|契約(?:し|済)|締結|承認/u

/** 「〜する予定」 as if it were settled; 「予定どおり」「予定していた」「予定日」 tell of something else. */
export function stillOpen(text: string, words: readonly string[]): string | null {
  const own = plain(text)
  for (const sentence of own.split(/[。\n]/u)) {
    if (SETTLED.test(sentence)) continue
    const said = new RegExp(
      `(?:[うくぐすつぬぶむる]|[るう]こと(?:と|に)する|(?<!退院|入院|転院|受診|出産|来所|訪問)(?<=[一-龠ァ-ヶー]{2})|の)(${anyOf(words)})(?=(?:です|である|\\(|だ(?!っ)|となっ|とし|で(?!は|あっ|し)|が(?:ある|あり)|も?(?:ある|あり)|、|\\)|」|$))`,
      'u',
    ).exec(sentence)
    if (said?.[1] && !/(?:変更|当初|これまで|従来)の$/u.test(sentence.slice(0, said.index + 1))) return said[1]
  }
  return null
}
