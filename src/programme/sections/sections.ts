import type { Actor } from '../../access/actor.ts'
import { circlesReadBy } from '../../access/circles.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import type { Crumb } from '../../platform/web/reply.ts'
import { type Region, readOnlyReason } from '../regions/regions.ts'
import { type ToolSection, toolsRead } from '../thinking/thinking.ts'

/** Parts of an imported record that have no tool of their own yet, in the order they are read. */
export const PARTS = {
  profile: '自治体概要',
  issuesAtEntry: 'はじめの課題',
  policy: '取組の方針',
  personaSheet: '状態シート',
  hypotheses: '真因の仮説',
  evidence: '裏づけ',
  logicModel: 'ロジックモデル',
  closing: 'まとめ',
  lessonsForOthers: 'ほかの地域に役立つこと',
  deliverables: 'できあがったもの',
  gaps: '資料からは分からないこと',
} as const
export type PartKey = keyof typeof PARTS
export const isPart = (key: string): key is PartKey => Object.hasOwn(PARTS, key)

/** What came with an imported record and has no tool of its own. The others stand in their tools. */
const LEFT_OVER: readonly PartKey[] = ['gaps']

export type SectionKey =
  | 'overview'
  | ToolSection
  | 'entry'
  | 'board'
  | 'decision'
  | 'meetings'
  | 'reports'
  | 'joint'
  | 'advice'
  | 'consultations'
  | 'passed'
  | 'observations'
  | 'filings'
  | 'promises'
  | 'timeline'
  | 'finished'
  | 'files'
  | 'history'
  | 'members'
  | PartKey
export type SectionCounts = Partial<Record<SectionKey, number>>

interface RailLink {
  label: string
  href: string
  current: boolean
  count?: number
}

/** What stands around every page of a region: its rail, and why nothing can be changed. */
export interface RegionFrame {
  name: string
  rail: { railLabel: string; here: string; groups: { heading?: string; links: RailLink[] }[] }
  readOnly: string | null
}

type Row = [key: SectionKey, label: string, href: string]

function rowsOf(actor: Actor, region: Region): [heading: string | null, rows: Row[]][] {
  const { id } = region
  const reads = circlesReadBy(actor, region).includes('region')
  const think = region.isSelected ? toolsRead(circlesReadBy(actor, region)) : []
  const parts = (keys: readonly PartKey[]) =>
    region.importedAt && reads ? keys.map((key): Row => [key, PARTS[key], paths.regionPart(id, key)]) : []
  const entry: Row[] =
    may(actor, 'entry.view', region) && !region.importedAt ? [['entry', 'エントリーシート', paths.entry(id)]] : []
  const board: Row[] = may(actor, 'board.view', region) ? [['board', '支援経過（1枚）', paths.board(id)]] : []
  const meet: Row[] = [
    ['meetings', '回と日程', paths.meetings(id)],
    ...(reads && !region.isSample ? [['reports', '回の前のひとこと', paths.reports(id)] as Row] : []),
    ['advice', '助言', paths.advice(id)],
    ...(reads ? [['consultations', '相談', paths.consultations(id)] as Row] : []),
    ...(may(actor, 'passed.view', region) ? [['passed', 'WGの意見', paths.passedOpinions(id)] as Row] : []),
    ...(reads && !region.isSample ? [['joint', '合同報告会', paths.regionJoint(id)] as Row] : []),
    ...(may(actor, 'observation.write', region) ? [['observations', '観察メモ', paths.observations(id)] as Row] : []),
  ]
  const act: Row[] = [
    ['promises', '約束・宿題・実践', paths.promises(id)],
    ['timeline', '日ごとの経過', paths.timeline(id)],
  ]
  const kept: Row[] = [
    ...entry,
    ...(region.isSelected && reads ? [['finished', 'できあがりの書類', paths.finishedPapers(id)] as Row] : []),
    ['files', 'ファイル', paths.regionFiles(id)],
    ['history', '履歴', paths.regionHistory(id)],
    ['members', 'メンバー', paths.regionMembers(id)],
    ...(region.isSelected && may(actor, 'filing.keep', region)
      ? [['filings', 'あとからの記録', paths.filings(id)] as Row]
      : []),
  ]
  return [
    [null, [['overview', '概要', paths.region(id)], ...board]],
    ['会う', region.isSelected ? meet : []],
    ['動く', region.isSelected ? act : []],
    ['考える', think.map((tool): Row => [tool.key, tool.label, tool.href(id)])],
    ['記録', [...kept, ...parts(LEFT_OVER)]],
  ]
}

export function regionFrame(actor: Actor, region: Region, here: SectionKey, counts: SectionCounts = {}): RegionFrame {
  const filled = rowsOf(actor, region).filter(([, rows]) => rows.length > 0)
  const groups = filled.map(([heading, rows]) => ({
    ...(heading && { heading }),
    links: rows.map(([key, label, href]) => {
      const count = counts[key]
      return { label, href, current: key === here, ...(count !== undefined && { count }) }
    }),
  }))
  const current = filled.flatMap(([, rows]) => rows).find(([key]) => key === here)
  return {
    name: region.name,
    rail: { railLabel: 'この地域', here: current?.[1] ?? region.name, groups },
    readOnly: readOnlyReason(region),
  }
}

/** ホーム › 地域 › みどり町 › …; the last one is where we are. */
export const regionCrumbs = (region: Region, ...trail: (string | [label: string, href: string])[]): Crumb[] => [
  { label: 'ホーム', href: paths.home },
  { label: '地域', href: paths.regions },
  trail.length > 0 ? { label: region.name, href: paths.region(region.id) } : { label: region.name },
  ...trail.map((step) => (typeof step === 'string' ? { label: step } : { label: step[0], href: step[1] })),
]
