import type { PrintedSection } from '../../papers/sheets/sheets.ts'
import type { Board } from '../boards/boards.ts'

/** One region in the deck: what it handed in, and nothing it did not. */
export interface DeckRegion {
  name: string
  board: Board | null
  closing: { sections: PrintedSection[]; by: string } | null
  /** Titles of everything else it handed in. */
  others: string[]
}

export interface DeckRow {
  span: string
  label: string
  detail: string
}

export interface DeckFacts {
  /** 合同報告会 */
  label: string
  /** 年度事業 */
  programme: string
  when: string
  madeOn: string
  rows: DeckRow[]
  regions: DeckRegion[]
}

/** What a region's page says where its sheet or its まとめ is missing. */
export function gapsOf({ board, closing, others }: DeckRegion): string[] {
  const none = board === null && closing === null
  return [
    ...(none && others.length === 0 ? ['資料は、まだ出ていません。'] : []),
    ...(none ? [] : board === null ? ['支援経過（1枚）は、出ていません。'] : []),
    ...(none ? [] : closing === null ? ['まとめは、出ていません。'] : []),
    ...(others.length > 0 ? [`このほかに出ている資料：${others.join('、')}`] : []),
  ]
}
