import type { Step } from '../programmes/programmes.ts'
import { r5Steps } from './r5.ts'
import { r7Steps } from './r7.ts'

/** A step before it belongs to a programme. */
export type StepTemplate = Omit<Step, 'id' | 'programmeId' | 'position'>

export const STEP_TEMPLATES = {
  R7: 'R7の進め方（オリエンテーション、事前MTGと支援を3回、合同報告会）',
  R5: 'R5の進め方（実施計画策定2回、中間報告会2回、最終報告会）',
} as const
export type TemplateKey = keyof typeof STEP_TEMPLATES

export const isTemplateKey = (key: string): key is TemplateKey => key in STEP_TEMPLATES

export const stepTemplateOf = (key: TemplateKey): readonly StepTemplate[] => (key === 'R7' ? r7Steps : r5Steps)

/** Days counted from the meeting's day. */
export const OFFSETS = {
  report: '回の前のひとこと（3つ）をお願いする日',
  papers: '資料を送る日',
  record: '記録を確定する日',
} as const

/** Sheets a step can ask for. */
export const STEP_SHEETS = {
  entry: 'エントリーシート',
  profile: '自治体概要',
  persona: '状態シート',
  issues: '課題整理シート',
  logic_model: 'ロジックモデル',
  closing: 'まとめ',
} as const
