/** Sentences for a folder that is only measured: invented, of the field's own words, the same for the same seed. */

const SUBJECTS = [
  '病院の地域連携室',
  'ケアマネジャー',
  '訪問看護ステーション',
  '地域包括支援センター',
  '在宅医',
  '薬局',
]
const MORE = [
  '介護事業所',
  '消防署',
  '家族',
  '歯科診療所',
  '訪問リハビリの職員',
  '民生委員',
  '町の保健師',
  '施設の相談員',
]
const MATTERS = [
  '退院前のカンファレンス',
  '入退院の連絡票',
  '看取りの希望を書く紙',
  '急変したときの連絡先',
  '夜間の電話当番',
]
const ALSO = [
  '薬の一覧',
  '認知症の相談窓口',
  '多職種の勉強会',
  '災害のときの名簿',
  '食事とむせの記録',
  '多職種連携の会議',
]
const VERBS = [
  '見直しています',
  '使いはじめました',
  '知らない人が多いままです',
  '話し合うことにしました',
  '三か月続けました',
]
const THEN = [
  'まだ決まっていません',
  '現場に広がりません',
  '年度内に試します',
  '来月の会議で報告します',
  '数を数えはじめました',
]
const REASONS = [
  '退院の連絡が前日になる',
  '夜間の連絡先が分からない',
  '担当が替わると続かない',
  '家族の気持ちを聞く場がない',
]
const RARE = ['杖', '囲碁の会', 'ICカード', '渡し船']

/** The same numbers for the same seed (mulberry32). */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

export interface Teller {
  number(below: number): number
  /** What was seen. */
  seen(): string
  advised(): string
  promised(): string
  cause(): string
}

export function tellerOf(seed: number): Teller {
  const chance = chanceOf(seed)
  const number = (below: number) => Math.floor(chance() * below)
  const of = (...lists: (readonly string[])[]) => {
    const list = lists.flat()
    return list[number(list.length)] ?? ''
  }
  const rare = () => (number(400) === 0 ? `（${of(RARE)}の話から）` : '')
  const matter = () => of(MATTERS, ALSO)
  return {
    number,
    seen: () => `${of(SUBJECTS, MORE)}では、${matter()}を${of(VERBS)}。${of(REASONS)}ことは${of(THEN)}${rare()}`,
    advised: () =>
      `${matter()}は、まず${of(SUBJECTS)}と${of(SUBJECTS, MORE)}の二者で${3 + number(9)}件だけ試してはどうでしょうか${rare()}`,
    promised: () => `${of(SUBJECTS, MORE)}に${matter()}のことを聞きに行く${rare()}`,
    cause: () => `${of(REASONS)}のは、${matter()}を${of(SUBJECTS)}が知らないためではないか`,
  }
}
