import type { Body } from '../../papers/templates/templates.ts'
import type { Fact, Programme } from '../../programme/programmes/programmes.ts'
import type { Around } from '../../support/opinion-tables/opinion-tables.ts'
import type { Answered } from '../../support/wg-opinions/wg-opinions.ts'
import type { Effect, Rater } from '../../tools/effects/effects.ts'

/** 年度報告書: the programme's chapter of the year, in the order it is read. */
export const CHAPTERS = {
  overview: '実施概要',
  groups: 'WGの構成と議事',
  opinions: '主なご意見と対応',
  flow: '支援の流れ',
  regions: '各地域の経過と成果',
  effect: '効果検証',
  next: '次年度の改善',
} as const
export type Chapter = keyof typeof CHAPTERS

export interface HeldMeeting {
  label: string
  /** Day and place in words; '' while nothing is planned. */
  when: string
  isHeld: boolean
  agenda: string[]
  href: string
}

export interface GroupOfYear {
  name: string
  href: string
  /** 「◎春山遥」 with what stands beside the name. */
  members: { name: string; affiliation: string; title: string }[]
  hasChair: boolean
  meetings: HeldMeeting[]
}

/** 意見対応 of the year with the places the opinions are about. */
export interface OpinionsOfYear {
  rows: readonly Answered[]
  around: Around
}

/** One meeting of a region as the board says it; `state` tells a step to come from one nobody wrote up. */
export interface StepOfRegion {
  label: string
  when: string
  state: 'done' | 'unfixed' | 'missing' | 'ahead'
  situation: string[]
  advice: string[]
}

export interface RegionOfYear {
  id: string
  name: string
  theme: string
  initialTheme: string
  steps: StepOfRegion[]
  /** 取組 with who and what became of it. */
  deeds: string[]
  issues: { id: string; text: string }[]
  changes: { text: string; answers: string[] }[]
  next: { text: string; when: string }[]
  effect: Effect
  isPaused: boolean
  /** Words in it that could tell who somebody is. */
  personal: string[]
  hrefs: { region: string; board: string; closing: string; effect: string; meetings: string }
}

/** Everything the report is written from, as it stands now. */
export interface YearFacts {
  programme: Programme
  /** The secretariat's own words, one text per `TEXTS` key. */
  texts: Body
  facts: Fact[]
  steps: { label: string; kind: string; when: string }[]
  groups: GroupOfYear[]
  opinions: OpinionsOfYear
  regions: RegionOfYear[]
  /** 4 of 7 entries, by name. */
  entries: { submitted: number; selected: number }
}

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, one) => sum + one, 0) / values.length

export interface ThemeMeans {
  theme: string
  /** Regions that answered both before and after. */
  n: number
  before: number | null
  after: number | null
}

/** Means over those who answered both times: who answered once only is no before nor after. */
export function meansOf(effects: readonly Effect[], rater: Rater): ThemeMeans[] {
  const all = effects.map(({ rated }) => rated.filter((one) => one.rater === rater))
  return (all[0] ?? []).map(({ key, label }) => {
    const both = all.flatMap((one) => {
      const { before = null, after = null } = one.find((answer) => answer.key === key) ?? {}
      return before !== null && after !== null ? [{ before, after }] : []
    })
    return {
      theme: label,
      n: both.length,
      before: mean(both.map((b) => b.before)),
      after: mean(both.map((b) => b.after)),
    }
  })
}
