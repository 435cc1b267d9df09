/** What became of a question. None yet: it stands open. */
export const FATES = {
  fixed: '直した',
  kept_with_reason: '理由を書いて残した',
  left: 'このままにした',
} as const
export type FateKind = keyof typeof FATES

/** What a person may say to a question. */
export const ANSWERS = {
  kept_with_reason: '理由を書いて残す',
  left: 'このままにする',
  open: 'もう一度たずねてもらう',
} as const

/** One question at one place, from the day it was first shown. */
export interface Fate {
  id: string
  /** As `keyOf` of the question. */
  key: string
  regionId: string
  checkId: string
  ref: string
  path: string
  /** Of the words it asked about: new words make it a new question. */
  textHash: string
  message: string
  label: string
  firstShownAt: string
  fate: FateKind | null
  reason: string
  person: string
  at: string | null
}

/** How many of one check: shown, and what became of them. */
export interface FateCount {
  checkId: string
  shown: number
  fixed: number
  kept: number
  left: number
  open: number
}

export function countedFates(fates: readonly (Pick<Fate, 'checkId' | 'fate'> & { n?: number })[]): FateCount[] {
  const counts = new Map<string, FateCount>()
  for (const { checkId, fate, n = 1 } of fates) {
    const count = counts.get(checkId) ?? { checkId, shown: 0, fixed: 0, kept: 0, left: 0, open: 0 }
    counts.set(checkId, count)
    count.shown += n
    if (fate === 'fixed') count.fixed += n
    else if (fate === 'kept_with_reason') count.kept += n
    else if (fate === 'left') count.left += n
    else count.open += n
  }
  return [...counts.values()]
}

export const sumOf = (counts: readonly FateCount[]): FateCount =>
  counts.reduce(
    (sum, one) => ({
      checkId: '',
      shown: sum.shown + one.shown,
      fixed: sum.fixed + one.fixed,
      kept: sum.kept + one.kept,
      left: sum.left + one.left,
      open: sum.open + one.open,
    }),
    { checkId: '', shown: 0, fixed: 0, kept: 0, left: 0, open: 0 },
  )
