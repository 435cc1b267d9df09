import { type Body, type Row, rowsIn } from '../../papers/templates/templates.ts'
import type { Carry } from '../carries/carries.ts'
import { termsOf } from '../closing-ties/closing-ties.ts'

/** How a text of the まとめ came about. */
export const WAYS = { carried: '写したまま', reworded: '写してから直した', written: '新しく書いた' } as const
export type Way = keyof typeof WAYS

export interface Share {
  texts: number
  ways: Record<Way, number>
}

const LISTS = ['before', 'changes', 'next']
const textsIn = (closing: Body): { path: string; row: Row }[] =>
  LISTS.flatMap((list) =>
    rowsIn(closing, list).flatMap((row) =>
      (row.text ?? '').trim() === '' ? [] : [{ path: `${list}/${row.id}/text`, row }],
    ),
  )
const plain = (text: string): string => text.normalize('NFKC').replace(/[\s。、「」]/gu, '')
const pairs = (text: string): Set<string> => {
  const letters = [...plain(text)]
  return new Set(letters.slice(1).map((letter, i) => `${letters[i]}${letter}`))
}

/** A link alone is not enough: of the words that were copied, at least half must still stand there. */
const HALF = 0.5
function wayOf(text: string, copied: string | undefined): Way {
  if (copied === undefined) return 'written'
  if (plain(text).includes(plain(copied))) return 'carried'
  const [now, was] = [pairs(text), pairs(copied)]
  const kept = [...was].filter((pair) => now.has(pair)).length
  return was.size > 0 && kept / was.size >= HALF ? 'reworded' : 'written'
}

export function shareOf(closing: Body, carries: readonly Carry[]): Share {
  const copied = new Map(carries.map((carry) => [carry.toPath, carry.copiedText]))
  const ways: Record<Way, number> = { carried: 0, reworded: 0, written: 0 }
  for (const { path, row } of textsIn(closing)) ways[wayOf(row.text ?? '', copied.get(path))]++
  return { texts: ways.carried + ways.reworded + ways.written, ways }
}

export const percentOf = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((part / whole) * 100))

/** A text of the record; `rest` is what an imported record says of it besides, its places in the report among it. */
export interface Recorded {
  text: string
  place: string
  rest: string
}

/** A text that nobody copied, and where the record tells the same; '' where it does not. */
export interface Told {
  text: string
  place: string
  said: string
}

/** 「000:2368-2376」 as single lines of the report. */
function placesIn(rest: string): string[] {
  const found = /"src":\s*\[([^\]]*)\]/.exec(rest)?.[1] ?? ''
  return [...found.matchAll(/"(\w+):(\d+)(?:-(\d+))?"/g)].flatMap(([, doc, from, to]) => {
    const [first, last] = [Number(from), Number(to ?? from)]
    return Array.from({ length: Math.min(last - first + 1, 200) }, (_, n) => `${doc}:${first + n}`)
  })
}

const nounsOf = (text: string) => new Set([...termsOf(text)].filter((term) => term.length > 1))

/** Much the same words: two of those that mean something and half of all, or of a long text a good part. */
function tellsSame(text: string, said: string): boolean {
  const [own, other] = [nounsOf(text), nounsOf(said)]
  const common = [...own].filter((term) => other.has(term)).length
  const share = common / own.size
  return (common >= 2 && share >= HALF) || (common >= 4 && share >= 0.4)
}

/** What was not copied, held against the record: by the place in the report both cite, else by their words. */
export function toldElsewhere(closing: Body, carries: readonly Carry[], recorded: readonly Recorded[]): Told[] {
  const copied = new Map(carries.map((carry) => [carry.toPath, carry.copiedText]))
  const cited = recorded.map((one) => ({ ...one, places: new Set(placesIn(one.rest)) }))
  return textsIn(closing)
    .filter(({ path, row }) => wayOf(row.text ?? '', copied.get(path)) === 'written')
    .map(({ row }) => {
      const places = placesIn(row.rest ?? '')
      const found =
        cited.find((one) => places.some((place) => one.places.has(place))) ??
        cited.find((one) => tellsSame(row.text ?? '', one.text))
      return { text: row.text ?? '', place: found?.place ?? '', said: found?.text ?? '' }
    })
}
