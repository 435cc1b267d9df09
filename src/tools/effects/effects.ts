import { effectTemplate } from '../../papers/templates/effect.ts'
import { type Body, fieldOf, optionsOf, rowsIn, type Template, textIn } from '../../papers/templates/templates.ts'
import type { Meeting } from '../../support/meetings/meetings.ts'

export const RATERS = { self: '市町村', prefecture_self: '都道府県' } as const
export type Rater = keyof typeof RATERS

/** One line of 効果検証 by one side; null: not answered. */
export interface Rated {
  key: string
  label: string
  rater: Rater
  before: number | null
  after: number | null
}

export const SPENDERS = {
  minutesTown: '市町村',
  minutesPrefecture: '都道府県',
  minutesAdvisor: 'アドバイザー',
  minutesOffice: '事務局',
} as const

export interface Spent {
  key: keyof typeof SPENDERS
  label: string
  minutes: number | null
}

export interface Effect {
  rated: Rated[]
  spent: Spent[]
  remarks: string
}

const level = (text: string | undefined): number | null => (/^[1-5]$/.test(text ?? '') ? Number(text) : null)

const minutesIn = (body: Body, key: string): number | null => {
  const text = textIn(body, key).replaceAll(',', '')
  return /^\d{1,7}$/.test(text) ? Number(text) : null
}

/** What a 効果検証 says, on the year's own form: every line of it, answered or not. */
export function effectFrom(body: Body, template: Template = effectTemplate): Effect {
  const raters = Object.keys(RATERS) as Rater[]
  const rated = raters.flatMap((rater) => {
    const field = fieldOf(template, rater)
    const rows = new Map(rowsIn(body, rater).map((row) => [row.id, row]))
    return (field?.rows ?? []).map(({ key, label }): Rated => {
      const row = rows.get(key)
      return { key, label, rater, before: level(row?.before), after: level(row?.after) }
    })
  })
  const spent = (Object.keys(SPENDERS) as Spent['key'][]).map((key) => ({
    ...{ key, label: SPENDERS[key] },
    minutes: minutesIn(body, key),
  }))
  return { rated, spent, remarks: textIn(body, 'remarks') }
}

/** The words of the scale: 「1 まだこれから」. */
export function scaleWords(template: Template = effectTemplate): string[] {
  const column = fieldOf(template, 'self')?.columns?.[0]
  return column ? optionsOf(column).map(({ label }) => label) : []
}

export interface RatedCounts {
  both: number
  raised: number
  same: number
  fallen: number
  /** Answered on one side only. */
  half: number
  none: number
}

export function countsOf(rated: readonly Rated[]): RatedCounts {
  const counts: RatedCounts = { both: 0, raised: 0, same: 0, fallen: 0, half: 0, none: 0 }
  for (const { before, after } of rated) {
    if (before === null && after === null) counts.none++
    else if (before === null || after === null) counts.half++
    else {
      counts.both++
      counts[after > before ? 'raised' : after < before ? 'fallen' : 'same']++
    }
  }
  return counts
}

/** 「前と後の両方に答えた9項目：上がった6、変わらなかった2、下がった1。片方だけ2、未回答1」 */
export function countsWords(counts: RatedCounts): string {
  const { both, raised, same, fallen, half, none } = counts
  if (both + half === 0) return 'まだ答えがありません'
  const left = [half > 0 ? `前か後の片方だけ${half}` : '', none > 0 ? `未回答${none}` : ''].filter(Boolean).join('、')
  const told =
    both > 0 ? `前と後の両方に答えた${both}項目のうち、上がった${raised}、変わらなかった${same}、下がった${fallen}` : ''
  return [told, left].filter(Boolean).join('。')
}

export const ratersWith = (rated: readonly Rated[]): Rater[] =>
  (Object.keys(RATERS) as Rater[]).filter((rater) =>
    rated.some((one) => one.rater === rater && (one.before !== null || one.after !== null)),
  )

/** Minutes of the meetings that have a record: a hint for those who fill in what they spent. */
export function meetingMinutes(meetings: readonly Pick<Meeting, 'isRecorded' | 'minutes'>[]) {
  const held = meetings.filter(({ isRecorded }) => isRecorded)
  const timed = held.filter(({ minutes }) => (minutes ?? 0) > 0)
  return { held: held.length, timed: timed.length, minutes: timed.reduce((sum, one) => sum + (one.minutes ?? 0), 0) }
}
