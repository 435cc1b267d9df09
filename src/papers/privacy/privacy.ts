import { agesIn } from '../ages/ages.ts'
import { mailsIn, phonesIn } from '../contacts/contacts.ts'
import { addressesIn } from '../home-addresses/home-addresses.ts'
import { insuredIn } from '../insured-numbers/insured-numbers.ts'
import { patientsIn } from '../patients/patients.ts'
import { namesIn } from '../person-names/person-names.ts'
import { birthsIn } from '../personal-dates/personal-dates.ts'
import type { Spot } from '../spots/spots.ts'
import { quotesIn } from '../utterances/utterances.ts'

/** What may tell who a person is. */
export const KINDS = {
  name: '名前',
  age: '年齢',
  birth: '生年月日',
  phone: '電話番号',
  mail: 'メールアドレス',
  address: '住所',
  insured: '被保険者番号など',
  'facility-illness': '施設名と病気',
  quote: '話した言葉',
} as const
export type Kind = keyof typeof KINDS
export const kindKeys = Object.keys(KINDS) as Kind[]
export const isKind = (word: string): word is Kind => Object.hasOwn(KINDS, word)

/** Words of a text with the wording offered instead; `start` and `end` count in the text as given. */
export interface Found {
  kind: Kind
  start: number
  end: number
  text: string
  mask: string
}

/** Where two kinds claim the same words, the first here has them. */
const FINDERS: readonly [kind: Kind, find: (text: string) => Spot[]][] = [
  ['mail', mailsIn],
  ['insured', insuredIn],
  ['birth', birthsIn],
  ['phone', phonesIn],
  ['address', addressesIn],
  ['age', agesIn],
  ['facility-illness', patientsIn],
  ['name', namesIn],
  ['quote', quotesIn],
]

/** Everything found, in order and not overlapping: what stands within spoken words cuts these in pieces. */
export function scan(text: string): Found[] {
  const taken: Found[] = []
  for (const [kind, find] of FINDERS) {
    const free = apart(find(text)).flatMap((spot) =>
      piecesOf(spot, taken, kind === 'quote' || kind === 'facility-illness'),
    )
    taken.push(...free.map((spot) => ({ kind, ...spot, text: text.slice(spot.start, spot.end) })))
    taken.sort((a, b) => a.start - b.start)
  }
  return taken
}

/** Of spots that overlap the first stands, and of those that begin together the longest. */
function apart(spots: readonly Spot[]): Spot[] {
  let reached = 0
  return spots
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start, end }) => {
      const isFree = start >= reached
      if (isFree) reached = end
      return isFree
    })
}

/** Those of a sorted list that share words with a spot. */
function overlapping(spot: Spot, sorted: Found[]): Found[] {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.end ?? 0) > spot.start) high = middle
    else low = middle + 1
  }
  let to = low
  while ((sorted[to]?.start ?? spot.end) < spot.end) to++
  return sorted.slice(low, to)
}

/** What is left of a spot beside those already taken; a whole quote is one wording, so what stands in it gives its own up. */
function piecesOf(spot: Spot, taken: Found[], mayBeCut: boolean): Spot[] {
  const within = overlapping(spot, taken)
  if (within.length === 0) return [spot]
  if (!mayBeCut) return []
  const pieces: Spot[] = []
  let at = spot.start
  for (const one of [...within, { start: spot.end, end: spot.end }]) {
    if (one.start > at) pieces.push({ start: at, end: one.start, mask: pieces.length === 0 ? spot.mask : '' })
    at = Math.max(at, one.end)
  }
  for (const one of within) if (pieces.length > 0) (one as Found).mask = ''
  return pieces
}

/** A stretch of text: marked with what was found in it, or plain. */
export interface Run {
  text: string
  kind: string | null
}

const WITHIN = '（話した言葉ごと言いかえる）'

/** For a page: the text in runs, what was found, and the wording offered. */
export interface Marked {
  runs: Run[]
  rows: { label: string; text: string; mask: string }[]
  masked: string
}

export function markedText(text: string, found: readonly Found[] = scan(text)): Marked {
  const runs: Run[] = []
  let at = 0
  for (const one of found) {
    if (one.start > at) runs.push({ text: text.slice(at, one.start), kind: null })
    runs.push({ text: one.text, kind: KINDS[one.kind] })
    at = one.end
  }
  if (at < text.length) runs.push({ text: text.slice(at), kind: null })
  const rows = new Map<string, Marked['rows'][number]>()
  for (const { kind, text: words, mask } of found) {
    const row = { label: KINDS[kind], text: words, mask: mask || WITHIN }
    if (mask !== '' || (kind !== 'quote' && !rows.has(`${kind} ${words}`))) rows.set(`${kind} ${words}`, row)
  }
  return { runs, rows: [...rows.values()], masked: maskedText(text, found) }
}

export function maskedText(text: string, found: readonly Found[] = scan(text)): string {
  let masked = ''
  let at = 0
  for (const one of found) {
    masked += text.slice(at, one.start) + one.mask
    at = one.end
  }
  return masked + text.slice(at)
}
