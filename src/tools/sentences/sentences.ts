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
