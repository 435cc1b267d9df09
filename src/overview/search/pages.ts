import type { Actor } from '../../access/actor.ts'
import { paths } from '../../paths/paths.ts'
import { type Run, snippet } from '../../platform/bigrams/bigrams.ts'
import { dayOf, eraYear, warekiShort } from '../../platform/time.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import { type Choice, type ChoicesGiven, choicesOf } from '../search-choices/search-choices.ts'
import type { Hit, Hits } from '../search-hits/store.ts'
import { TEXT_KINDS } from '../search-index/search-index.ts'
import { type NamesFound, type Section, sectionsOf } from '../search-names/search-names.ts'
import { type AskedSearch, isNarrowed } from './forms.ts'

interface ShownHit {
  label: string
  href: string
  kind: string
  /** Whose it is, and of which year. */
  where: string
  on: string
  runs: Run[]
}

export interface SearchPage {
  action: string
  asked: string
  choices: Choice[]
  isNarrowed: boolean
  /** What is said when nothing is shown: nothing asked yet, or nothing found. */
  sentence: string | null
  /** A way on from nothing. */
  wider: { label: string; href: string } | null
  sections: Section[]
  hits: ShownHit[]
  more: { label: string; href: string } | null
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'overview/search/show': SearchPage
  }
}

export interface SearchView extends NamesFound {
  actor: Actor
  asked: AskedSearch
  programmes: readonly Programme[]
  hits: Hits
  choices: Pick<ChoicesGiven, 'regions' | 'prefectures'>
}

const dayIn = (at: string): string => warekiShort(at.length > 10 ? dayOf(at) : at)

const shownHit = (hit: Hit, words: readonly string[]): ShownHit => ({
  label: hit.label,
  href: hit.href,
  kind: TEXT_KINDS[hit.kind],
  where: [hit.region?.name, hit.programme && eraYear(hit.programme.fiscalYear)].filter(Boolean).join('・'),
  on: dayIn(hit.at),
  runs: snippet(hit.text, words),
})

function addressOf({ typed, filters }: AskedSearch, after: number | null = null): string {
  const given = Object.entries(filters).filter((pair): pair is [string, string] => pair[1] !== null)
  const query = new URLSearchParams({ q: typed, ...Object.fromEntries(given) })
  if (after !== null) query.set('after', String(after))
  return `${paths.search}?${query}`
}

const HINT =
  '地域の名前・よみ・コードのほか、記録、助言、シート、ロジックモデル、ファイルの名前まで、読めるものすべての言葉でさがせます。退院のような二文字の言葉でも見つかります。'
const noneWords = (typed: string) =>
  `「${typed}」は見つかりませんでした。言葉を短くするか、ひらがなでお試しください。見られない地域や、読めない範囲の文は、ここには出ません。`

export function searchPage(view: SearchView): SearchPage & PageBase {
  const { asked, hits } = view
  const sections = asked.typed === '' || isNarrowed(asked) ? [] : sectionsOf({ ...view, typed: asked.typed })
  const isNone = sections.length + hits.rows.length === 0
  const plain: AskedSearch = {
    ...asked,
    filters: { kind: null, year: null, region: null, scene: null, prefecture: null },
  }
  const years = view.programmes.map((p) => p.fiscalYear)
  const words = isNone && hits.next !== null ? 'このあたりには、読めるものがありませんでした。' : noneWords(asked.typed)
  return {
    title: asked.typed ? `「${asked.typed}」をさがす` : 'さがす',
    crumbs: [{ label: 'ホーム', href: paths.home }, { label: 'さがす' }],
    action: paths.search,
    asked: asked.typed,
    choices: choicesOf({ filters: asked.filters, years, ...view.choices }),
    isNarrowed: isNarrowed(asked),
    sentence: asked.typed === '' ? HINT : isNone ? words : null,
    wider: isNone && isNarrowed(asked) ? { label: 'しぼらずにさがす', href: addressOf(plain) } : null,
    sections,
    hits: hits.rows.map((hit) => shownHit(hit, asked.words)),
    more: hits.next === null ? null : { label: 'ほかにもあります（次の20件）', href: addressOf(asked, hits.next) },
  }
}
