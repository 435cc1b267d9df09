import type { StepKind } from '../../programme/programmes/programmes.ts'

/** Parts a meeting's pack is put together from, in their usual order. */
export const PARTS = {
  review: { label: '前年度のふり返り', about: '前の年度の地域とテーマ、主なご意見と対応' },
  design: { label: '今年度の進め方', about: '回の並びと日にち、それぞれのねらいと時間割' },
  call: { label: '募集要項と選ぶときの観点', about: '募集の文、日にち、応募の決まり、評価の観点' },
  sheets: { label: '使うシート', about: 'この年度に使うシートと、その欄' },
  progress: { label: '進み具合（1枚）', about: '地域と回の表、行った会、これからの会' },
  themes: { label: 'オリエンテーションの結果', about: '地域ごとのテーマの、はじめの言葉といまの言葉' },
  plan: { label: 'これからの予定', about: '地域ごとの回の日にちと、回のあいだに行うこと' },
  tools: { label: 'ツールのファイル', about: '宿題や実践で使うファイルの、いまの版' },
  boards: { label: '支援経過（1枚）', about: '地域ごとに1枚。WGに出したものだけがのります' },
  models: { label: '課題解決ストーリー（ロジックモデル）', about: '地域ごとにA3の図1枚と、同じ内容の表' },
  effect: { label: '効果検証', about: '支援の前と後の自己評価、指標、かかった時間' },
  leaflets: { label: 'リーフレットの案', about: 'いまの版と、寄せられた意見' },
  opinions: { label: '意見対応表', about: '主なご意見と、その対応' },
} as const
export type PartKey = keyof typeof PARTS
export const PART_KEYS = Object.keys(PARTS) as PartKey[]
export const isPart = (key: string): key is PartKey => Object.hasOwn(PARTS, key)

/** Meetings of the year that get a pack. */
export const PACK_KINDS: readonly StepKind[] = ['wg-meeting', 'committee']

const WG: readonly (readonly PartKey[])[] = [
  ['review', 'design', 'call', 'sheets'],
  ['themes', 'plan', 'tools'],
  ['boards', 'models', 'effect', 'leaflets'],
]

/** What is usual for the first, second, third WG meeting of a year, and for a committee. */
export const suggestedFor = (kind: StepKind, at: number): readonly PartKey[] =>
  kind === 'committee' ? ['progress'] : (WG[Math.min(at, WG.length - 1)] ?? [])

/** What was chosen for one meeting. */
export interface Pack {
  programmeId: string
  meetingNumber: number
  parts: PartKey[]
  savedBy: string
  savedAt: string
}

/** One step in putting a pack together. */
export const PACK_DEEDS = { add: '加える', remove: '外す', up: '上へ', down: '下へ' } as const
export type PackDeed = keyof typeof PACK_DEEDS

export function rearranged(parts: readonly PartKey[], deed: PackDeed, key: PartKey): PartKey[] {
  const at = parts.indexOf(key)
  if (deed === 'add') return at < 0 ? [...parts, key] : [...parts]
  if (deed === 'remove') return parts.filter((one) => one !== key)
  const to = at + (deed === 'up' ? -1 : 1)
  if (at < 0 || to < 0 || to >= parts.length) return [...parts]
  return parts.toSpliced(at, 1).toSpliced(to, 0, key)
}

/** 資料3 */
export const materialNo = (at: number): string => `資料${at + 1}`
/** How a pack is called among a meeting's materials: the same title is its next version. */
export const packTitle = (label: string): string => `${label} 資料一式`
