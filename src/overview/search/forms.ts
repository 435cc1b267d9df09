import { wordsIn } from '../../platform/bigrams/bigrams.ts'
import { SCENES } from '../../programme/regions/regions.ts'
import type { Filters } from '../search-hits/search-hits.ts'
import { TEXT_KINDS } from '../search-index/search-index.ts'

const LONGEST = 100

export interface AskedSearch {
  /** As it was typed, and stands in the box again. */
  typed: string
  words: string[]
  filters: Filters
  after: number
}

const within = (list: Record<string, unknown>, key: string | undefined): string | null =>
  key !== undefined && Object.hasOwn(list, key) ? key : null
const shaped = (shape: RegExp, text: string | undefined): string | null =>
  text !== undefined && shape.test(text) ? text : null

/** What the address asks for; what it can't ask for is passed over. */
export function askedIn(query: Record<string, string>): AskedSearch {
  const typed = [...(query.q ?? '').replace(/\p{Cc}/gu, ' ').trim()].slice(0, LONGEST).join('')
  const id = /^[\w-]{1,60}$/
  return {
    typed,
    words: wordsIn(typed),
    filters: {
      kind: within(TEXT_KINDS, query.kind),
      year: shaped(/^\d{4}$/, query.year),
      region: shaped(id, query.region),
      scene: within(SCENES, query.scene),
      prefecture: shaped(id, query.prefecture),
    },
    after: Number(shaped(/^\d{1,13}$/, query.after) ?? 0),
  }
}

export const isNarrowed = ({ filters, after }: AskedSearch): boolean =>
  after > 0 || Object.values(filters).some((value) => value !== null)
