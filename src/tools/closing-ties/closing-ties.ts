import { type Body, keysOf, type Row, rowsIn } from '../../papers/templates/templates.ts'

/** What is known of a change besides its own words: what it touched, and the words around it. */
export interface About {
  refs: readonly string[]
  words: string
}

/** 支援前の課題, with the words by which a change may be told to answer it. */
interface Issue {
  id: string
  own: Set<string>
  /** Words of the hypotheses under it: they count half. */
  near: Set<string>
  refs: Set<string>
}

/** Said of everything in this work: they tell no issue from another. */
const EVERYWHERE = new Set([
  ...['支援', '課題', '取組', '地域', '住民', '市町村', '事業', '担当', '担当者', '関係', '関係者', '連携', '状況'],
  ...['今後', '必要', '内容', '結果', '場合', '自分', '今回', '実施', '確認', '検討', '仕組み', '前回', '以上', '以下'],
])
/** A verb by its one 漢字 (届く, 知らせる): weaker than a noun, but these say nothing at all. */
const EMPTY = new Set('行見出来言話思取使持今者同日人時前後中上下町市県村年月回分数何誰私的他方度次合間件例')
const RUNS = /[一-龠々]{2,}|[ァ-ヶー]{2,}|[A-Za-z]{2,}|(?<![一-龠々])[一-龠](?=[ぁ-ん])/gu

/** 「6件」: a number tells no issue from another. */
const COUNTED = /\d+(?:か所|週間|か月|[件人回日月年割名歳分])/gu

/** 「訪問看護」 → 訪問, 問看, 看護: a compound is met by its parts. */
function partsOf(run: string): string[] {
  const bare = /^[一-龠々]{3,}$/u.test(run) ? run.replace(/[前後先中内外的化員者等間別時件]$/u, '') : run
  return /^[一-龠々]{3,}$/u.test(bare) ? [...bare].slice(1).map((letter, i) => `${bare[i]}${letter}`) : [bare]
}

/** What means something in a text: 漢字 in pairs, カタカナ, verbs; endings and particles tell nothing. */
export const termsOf = (text: string): Set<string> =>
  new Set(
    [...text.normalize('NFKC').replace(COUNTED, ' ').matchAll(RUNS)]
      .flatMap(([run]) => partsOf(run))
      .filter((term) => !EVERYWHERE.has(term) && !EMPTY.has(term)),
  )

export function issuesFrom(before: readonly Row[], causes: Body): Issue[] {
  return before
    .filter((row) => (row.text ?? '').trim() !== '')
    .map((row) => {
      const ids = [row.id, row.issue ?? ''].filter(Boolean)
      const under = rowsIn(causes, 'causes').filter((cause) => cause.issue && ids.includes(cause.issue))
      return {
        id: row.id,
        own: termsOf(row.text ?? ''),
        near: termsOf(under.map((cause) => cause.text ?? '').join('。')),
        refs: new Set([...ids.map((id) => `issues/${id}`), ...under.map((cause) => `causes/${cause.id}`)]),
      }
    })
}

const LEAST = 1
const CLEARLY = 1.4

/** The issue a change answers: by what it touched, else by words that clearly belong to one; '' where it can't be told. */
export function tieOf(text: string, about: About, issues: readonly Issue[]): string {
  const touched = issues.filter(({ refs }) => about.refs.some((ref) => refs.has(ref)))
  if (touched.length > 0) return touched.map(({ id }) => id).join(',')
  const terms = new Set([...termsOf(text), ...termsOf(about.words)])
  const share = (term: string) => 1 / issues.filter(({ own, near }) => own.has(term) || near.has(term)).length
  const scored = issues
    .map(({ id, own, near }) => {
      const worth = (term: string) => (own.has(term) ? 1 : near.has(term) ? 0.5 : 0) * (term.length > 1 ? 1 : 0.7)
      const score = [...terms].reduce((sum, term) => sum + (worth(term) && worth(term) * share(term)), 0)
      return { id, score, isItsOwn: [...terms].some((term) => worth(term) > 0 && share(term) === 1) }
    })
    .toSorted((a, b) => b.score - a.score)
  const [best, second] = scored
  if (!best?.isItsOwn || best.score < LEAST || best.score < CLEARLY * (second?.score ?? 0)) return ''
  return best.id
}

/** Changes of a closing that say no issue: they are asked about. */
export const untied = (closing: Body): Row[] => {
  const issues = new Set(rowsIn(closing, 'before').map(({ id }) => id))
  return rowsIn(closing, 'changes').filter(
    (row) => (row.text ?? '').trim() !== '' && !keysOf(row.answers ?? '').some((id) => issues.has(id)),
  )
}
