import type { RegionFacts } from '../../access/actor.ts'
import type { Programme } from '../programmes/programmes.ts'

export const SCENES = {
  daily: '日常の療養支援',
  discharge: '入退院支援',
  emergency: '急変時の対応',
  endoflife: '看取り',
  dementia: '認知症の対応',
  infection: '感染症発生時',
  disaster: '災害時',
} as const
export type Scene = keyof typeof SCENES

export const MEMBER_ROLES = { applicant: '応募', joint: '共同応募', cooperating: '協力市町村' } as const
export type MemberRole = keyof typeof MEMBER_ROLES

export const CASE_TYPES = { municipality: '市町村', 'prefecture-led': '県が主導' } as const
export type CaseType = keyof typeof CASE_TYPES

export interface RegionMember {
  id: string
  regionId: string
  organisationId: string | null
  role: MemberRole
  name: string
}

export interface OpenPause {
  kind: 'pause' | 'stop'
  reason: string
  fromAt: string
}

/** 支援地域: lives from the first draft of its entry; everything that happens to it is a dated fact. */
export interface Region extends RegionFacts {
  /** Case number, for the command line and file names. */
  number: number
  name: string
  caseType: CaseType
  bureauCode: string | null
  sortCode: string
  theme: string
  focus: string
  scenes: { code: string; [key: string]: unknown }[]
  bundleId: string | null
  importedAt: string | null
  createdAt: string
  members: RegionMember[]
  /** Latest submission that was not withdrawn. */
  submittedAt: string | null
  withdrawnAt: string | null
  /** Latest announced decision: true, false, or null when none. */
  announced: boolean | null
  pause: OpenPause | null
}

/** Why nothing may be changed here, in words, or null. */
export function readOnlyReason(region: Pick<Region, 'isSample' | 'pause'>): string | null {
  if (region.isSample) return '報告書にもとづく見本のため、書きかえられません'
  if (region.pause)
    return region.pause.kind === 'stop'
      ? '支援を中止した地域のため、書きかえられません'
      : '休止中のため、書きかえられません'
  return null
}

/** Where a region stands, in a word, from its own facts. Never tells a decision before its letters have gone. */
export function regionWord(region: Region): string {
  if (region.isSample) return '見本'
  if (region.pause) return region.pause.kind === 'stop' ? '中止' : '休止中'
  if (region.isSelected) return '支援中'
  if (region.announced === false) return '見送り'
  if (region.withdrawnAt) return '取り下げ'
  return region.submittedAt ? '提出済み' : 'エントリー準備中'
}

/** Why the support's deeds (meetings, advice, promises) are not open here, in words, or null. */
export function notAliveReason(region: Region): string | null {
  const waiting = region.isSelected ? null : '採択を知らせたあとで使えるようになります'
  return readOnlyReason(region) ?? waiting
}

declare module '../../access/doors.ts' {
  interface Seen {
    region: { region: Region; programme: Programme }
  }
}

/** What its municipalities are called among the people of a region. */
export const townsTerm = (region: Pick<Region, 'caseType' | 'members'>): string =>
  region.caseType === 'prefecture-led' ? '協力市町村' : townWord(region)

/** 「町」「市」「村」 for one applying municipality; 「市町村」 for several; 「県」 where it leads. */
export function townWord(region: Pick<Region, 'caseType' | 'members'>): string {
  if (region.caseType === 'prefecture-led') return '県'
  const own = region.members.filter((m) => m.role !== 'cooperating')
  const last = own.length === 1 ? own[0]?.name.at(-1) : undefined
  return last && '市町村区'.includes(last) ? last : '市町村'
}
