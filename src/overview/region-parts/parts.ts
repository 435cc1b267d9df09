import { warekiShort } from '../../platform/time.ts'

/** One sentence of a kept part, with what is said beside it in small. */
export interface PartItem {
  text: string
  inferred: boolean
  small: string[]
}
export interface PartBlock {
  heading: string
  /** Columns stand side by side (the logic model), everything else one under the other. */
  items: PartItem[]
  facts: { term: string; text: string }[]
}
export interface PartView {
  blocks: PartBlock[]
  columns: PartBlock[]
  /** 「箱13、つながり12」 for the overview. */
  summary: string
  inferred: boolean
}

export type Json = Record<string, unknown>
export const isObject = (v: unknown): v is Json => typeof v === 'object' && v !== null && !Array.isArray(v)
export const listIn = (v: unknown): unknown[] => (Array.isArray(v) ? v : [])
export const textIn = (v: unknown): string =>
  typeof v === 'string' ? v : typeof v === 'number' ? v.toLocaleString('ja-JP') : ''
export const idIn = (v: unknown): string => (isObject(v) ? textIn(v.id) : '')

/** An item is a sentence or an object with one; `due`, `dueText` stand beside it. */
function itemFrom(v: unknown, small: (string | false | null | undefined)[] = []): PartItem | null {
  const text = isObject(v) ? textIn(v.text) : textIn(v)
  if (text === '') return null
  const due = isObject(v)
    ? typeof v.due === 'string' && /^\d{4}-\d\d-\d\d$/.test(v.due)
      ? warekiShort(v.due)
      : textIn(v.dueText)
    : ''
  return {
    text,
    inferred: isObject(v) && v.inf === true,
    small: [...small, due && `時期：${due}`].filter((s): s is string => !!s),
  }
}

export const items = (
  v: unknown,
  smallOf: (one: Json) => (string | false | null | undefined)[] = () => [],
): PartItem[] => listIn(v).flatMap((one) => itemFrom(one, isObject(one) ? smallOf(one) : []) ?? [])

export const block = (heading: string, own: PartItem[], facts: PartBlock['facts'] = []): PartBlock => ({
  heading,
  items: own,
  facts,
})
export const single = (heading: string, v: unknown): PartBlock => {
  const item = itemFrom(v)
  return block(heading, item ? [item] : [])
}
export const named = (label: string, text: string) => (text ? `${label}：${text}` : null)

export const HYPOTHESIS = { hypothesis: '仮説', supported: '裏づけあり', withdrawn: '取り下げ' } as const
export const NODE_STATES: Record<string, string> = { planned: '予定', doing: '取り組み中', done: '実施した' }
export const MODEL: Record<string, string> = {
  none: 'まだありません',
  partial: '一部だけあります',
  'draft-by-city': '市町村の案があります',
  'exists-not-in-source': 'あるが、資料には載っていません',
}
export const COLUMNS = {
  activity: '取組',
  output: 'アウトプット',
  initial: '初期アウトカム',
  intermediate: '中間アウトカム',
  final: '最終アウトカム',
} as const
export const PERSONA = {
  subject: '想定する典型的な人',
  course: '低下の経過と関わり',
  trigger: 'きっかけ',
  wishes: '本人の要望',
  surroundings: '周りの受け止め',
  supportScope: 'この事業で扱う範囲',
} as const
export const INDICATORS: Record<string, string> = {
  structure: '構造',
  process: '過程',
  output: '活動量',
  outcome: '成果',
}
