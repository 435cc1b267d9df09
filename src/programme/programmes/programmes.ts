import type { ProgrammeFacts } from '../../access/actor.ts'
import { paths } from '../../paths/paths.ts'
import type { Crumb } from '../../platform/web/reply.ts'

export const STEP_KINDS = {
  orientation: 'オリエンテーション',
  premeeting: '事前MTG',
  support: '支援',
  postmeeting: '事後MTG',
  planning: '実施計画策定',
  interim: '中間報告会',
  final: '最終報告会',
  'joint-report': '合同報告会',
  'wg-meeting': 'WG',
  committee: '委員会',
  'team-orientation': '支援チームのオリエンテーション',
} as const
export type StepKind = keyof typeof STEP_KINDS

export interface Step {
  id: string
  programmeId: string
  position: number
  key: string
  label: string
  /** For the matrix's head: オリエン, 事前①. */
  shortLabel: string
  kind: StepKind
  level: 'region' | 'programme'
  sheets: string[]
  asksReport: boolean
  offsets: Record<string, number>
  guide: StepGuide
}

/** 進め方ガイド */
export interface StepGuide {
  aim?: string
  timetable?: string[]
  questions?: string[]
  stumbles?: { stumble: string; answer: string }[]
  sheets?: string[]
  next?: string[]
}

export interface ProgrammeRules {
  needsConsent: boolean
  /** No movement for this many days counts as quiet. */
  quietDays: number
  /** Days before a due day on which those asked are reminded. */
  remindDays: number[]
}

export interface Contact {
  section: string
  mailbox: string
  telephone: string
}

/** 年度事業 */
export interface Programme extends ProgrammeFacts {
  name: string
  fiscalYear: number
  templateKey: 'R7' | 'R5'
  copiedFromId: string | null
  entryOpensOn: string | null
  entryClosesOn: string | null
  consentDueOn: string | null
  supportFromOn: string | null
  supportToOn: string | null
  capacity: number
  rules: ProgrammeRules
  /** Texts of letters by key, as the secretariat has worded them. */
  texts: Record<string, string>
  introduction: string
  contact: Contact
  guidelineFileId: string | null
  entryTemplateKey: string
  entryTemplateVersion: number
  scoresOpenedAt: string | null
  publishedAt: string | null
}

/** A line of a list of facts, and an answer to choose, as the parts of the surface take them. */
export interface Fact {
  term: string
  text: string
  href?: string
}
export interface Choice {
  value: string
  label: string
  hint?: string
}

/** The way to a page of this programme. */
export const programmeCrumbs = (programme: Pick<Programme, 'id' | 'name'>, ...rest: Crumb[]): Crumb[] => [
  { label: 'ホーム', href: paths.home },
  { label: programme.name, href: paths.programme(programme.id) },
  ...rest,
]

declare module '../../access/doors.ts' {
  interface Seen {
    programme: { programme: Programme }
  }
}
