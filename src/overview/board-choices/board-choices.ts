/** What the secretariat chose for one line of the sheet. The record itself never changes by it. */
export interface BoardChoice {
  /** `advice:0123` */
  lineId: string
  isHidden: boolean
  /** Empty: the original stands. */
  short: string
  /** The original as it was when the short wording was made. */
  shortOf: string
  /** Among the lines of its place; null: where the record has it. */
  position: number | null
  byName: string
  at: string
}

/** A short wording is for a glance; what needs more room is the original. */
export const SHORT_MOST = 200

export const noChoice = (lineId: string): BoardChoice => ({
  lineId,
  isHidden: false,
  short: '',
  shortOf: '',
  position: null,
  byName: '',
  at: '',
})

type Placed = { id: string; text: string; original: string; isShort: boolean; isStale: boolean }

/** The lines of one place as they were chosen: left out, put in order, in their short wording. */
export function chosen<T extends Placed>(
  lines: readonly T[],
  choices: ReadonlyMap<string, BoardChoice>,
  withHidden = false,
): T[] {
  const shown = lines.filter(({ id }) => withHidden || !choices.get(id)?.isHidden)
  return inOrder(shown, choices).map((line) => {
    const choice = choices.get(line.id)
    if (!choice?.short) return line
    return { ...line, text: choice.short, isShort: true, isStale: choice.shortOf !== line.original }
  })
}

/** Those with a place of their own by it; one that came later follows the line the record has before it. */
function inOrder<T extends { id: string }>(lines: readonly T[], choices: ReadonlyMap<string, BoardChoice>): T[] {
  let last = -1
  const keyed = lines.map((line, n) => {
    const position = choices.get(line.id)?.position ?? null
    last = position ?? last
    return { line, n, at: position ?? last + 0.5 }
  })
  return keyed.toSorted((a, b) => a.at - b.at || a.n - b.n).map(({ line }) => line)
}
