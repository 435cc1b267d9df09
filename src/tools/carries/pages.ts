import { CIRCLE_READERS } from '../../access/circles.ts'
import type { FormState } from '../../platform/web/forms.ts'
import type { RegionFrame } from '../../programme/sections/sections.ts'
import { type CarryNote, type ShownCarry, shownCarry } from '../carry-notes/carry-notes.ts'
import { type PaperAt, titleOf } from '../papers/papers.ts'
import type { Offer } from './store.ts'

export interface CarriesPage {
  around: RegionFrame
  heading: string
  groups: {
    heading: string
    href: string
    offers: { key: string; place: string; text: string; into: string; isSpare: boolean }[]
  }[]
  notes: ShownCarry[]
  saveTo: string | null
  readers: string
  backTo: string
  form: FormState
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'tools/carries/index': CarriesPage
  }
}

type Given = Pick<CarriesPage, 'around' | 'saveTo' | 'backTo' | 'form'> & {
  offers: readonly Offer[]
  notes: readonly CarryNote[]
}

export function carriesPage(at: PaperAt, { offers, notes, ...given }: Given): CarriesPage {
  const sources = [...new Set(offers.map((o) => o.source))]
  return {
    ...given,
    heading: `${titleOf(at)}：前に書いたものを写す`,
    groups: sources.map((source) => ({
      heading: source.title,
      href: source.href,
      offers: offers
        .filter((o) => o.source === source)
        .map(({ key, item, rule }) => ({
          key,
          place: source.placeOf(item.path),
          text: item.text,
          isSpare: item.isSpare ?? false,
          into: at.kind.words.place(rule.toPath, at.head.body),
        })),
    })),
    notes: notes.map((note) => shownCarry(at, note)),
    readers: CIRCLE_READERS[at.circle],
  }
}
