import { addDays } from '../../platform/time.ts'
import type { Step } from '../../programme/programmes/programmes.ts'

export interface Deadlines {
  /** 回の前のひとこと（3つ）; null where the step does not ask for it. */
  reportDueOn: string | null
  papersDueOn: string | null
  recordDueOn: string | null
}

/** Days counted from the meeting's day, for a step that does not say otherwise. */
const USUAL = { report: -7, papers: -3, record: 7 } as const

type Offsets = Pick<Step, 'offsets' | 'asksReport'> | null | undefined

/** What is due around a meeting follows from its confirmed day by the step's offsets; without a day nothing is due. */
export function deadlinesOf(step: Offsets, heldOn: string | null): Deadlines {
  if (!heldOn) return { reportDueOn: null, papersDueOn: null, recordDueOn: null }
  const due = (key: keyof typeof USUAL) => addDays(heldOn, step?.offsets[key] ?? USUAL[key])
  return {
    reportDueOn: step?.asksReport ? due('report') : null,
    papersDueOn: due('papers'),
    recordDueOn: due('record'),
  }
}
