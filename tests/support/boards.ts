import type { Board, BoardColumn, BoardLine, BoardMeeting, BoardState } from '../../src/overview/boards/boards.ts'
import { dice } from './dice.ts'

const WORDS = [
  ...[
    '退院の知らせ',
    'ケアマネジャー',
    '病棟の看護師',
    '相談員',
    '地域包括支援センター',
    '医師会',
    'PDCA',
    '4場面',
    'の',
    'を',
    'と',
  ],
  ...[
    '話し合う',
    '決めた',
    '、',
    '。',
    '（',
    '）',
    '「',
    '」',
    '2025',
    'logic model',
    '😀',
    '👨‍👩‍👧',
    'ー',
    'っ',
    '・',
    '\n',
    ' ',
    'supercalifragilistic',
  ],
]

let count = 0
export const lineOf = (text: string, more: Partial<BoardLine> = {}): BoardLine => {
  const line = { id: `line:${count++}`, source: 'line' as const, text, original: text, isShort: false, isStale: false }
  return { ...line, inferred: false, ...more }
}

export const meetingOf = (label: string, more: Partial<BoardMeeting> = {}): BoardMeeting => ({
  ...{ key: label, label, kind: 'support', heldOn: null, state: 'done', keywords: [] },
  ...{ situation: [], decided: [], advice: [], ...more },
})
export const columnOf = (label: string, more: Partial<BoardColumn> = {}): BoardColumn => ({
  ...meetingOf(label),
  ...{ tails: [], adviceBetween: [] },
  ...more,
})

export const boardOf = (more: Partial<Board> = {}): Board => ({
  regionId: 'region-midori',
  head: {
    ...{ name: '東浜県みどり町', prefecture: '東浜県', bureau: '東海北陸厚生局', population: 18240, agingRate: 34.1 },
    ...{ scenes: ['入退院支援'], theme: '退院の知らせを受けとる道をつくる', initialTheme: null },
    ...{ year: '令和7年度（2025年度）', isSample: false },
  },
  ...{ issues: [], columns: [columnOf('オリエンテーション'), columnOf('支援1')], bands: [], between: [], foot: '' },
  ...more,
})

/** A board of every size and oddity, the same for the same seed. */
export function boardFor(seed: number): Board {
  const roll = dice(seed)
  const text = (most: number) =>
    Array.from({ length: 1 + roll(most) }, () => WORDS[roll(WORDS.length)])
      .join('')
      .trim() || '空'
  const lines = (most: number) =>
    Array.from({ length: roll(most + 1) }, () => lineOf(text(roll(20) === 0 ? 300 : 16), { inferred: roll(4) === 0 }))
  const states: BoardState[] = ['done', 'done', 'unfixed', 'none', 'ahead', 'cancelled', 'skipped']
  const many = 1 + roll(3) * 4
  const meeting = (label: string): BoardMeeting => ({
    ...meetingOf(label),
    ...{ heldOn: roll(2) ? '2025-11-26' : null, state: states[roll(states.length)] ?? 'done' },
    ...{ situation: lines(many), decided: lines(2), advice: lines(many), keywords: roll(3) ? [] : [text(3), text(3)] },
  })
  const columns = Array.from({ length: 1 + roll(12) }, (_, n) => ({
    ...meeting(roll(8) ? `支援${n}` : text(60).replace(/\n/g, '')),
    ...{ adviceBetween: lines(2), tails: roll(4) ? [] : [meeting('合同報告会')] },
  }))
  const bands = columns.slice(1).flatMap((_, after) => (roll(2) ? [{ ...meeting(`事前MTG${after}`), after }] : []))
  return boardOf({
    ...{
      columns,
      bands,
      issues: lines(6),
      between: columns.map(() => lines(3).map((one) => ({ ...one, mark: '済' }))),
    },
    foot: roll(2) ? text(40) : '',
  })
}
