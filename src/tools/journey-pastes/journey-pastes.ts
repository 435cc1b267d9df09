import { folded } from '../../papers/values/values.ts'

/** A column of the pasted table: what it may be called. */
export const COLUMNS = {
  at: {
    label: '時期',
    words: ['時期', '年月', '日付', '年月日', 'いつ', '日時', '月', '年度', '発生時期', '時点', '経過'],
  },
  event: {
    label: '出来事',
    words: ['出来事', 'できごと', 'イベント', '状況', '内容', 'エピソード', '事柄', '経緯', '何があったか', '状態'],
  },
  careLevel: {
    label: '要介護度',
    words: [
      '要介護度',
      '介護度',
      '要介護',
      '要介護認定',
      '認定',
      '要介護状態区分',
      '認定区分',
      '要支援要介護度',
      '要支援・要介護度',
    ],
  },
  who: {
    label: '関わった職種',
    words: [
      '関わった職種',
      '職種',
      '関わった人',
      '関係者',
      '関係職種',
      '関与した職種',
      '支援者',
      '機関',
      '関係機関',
      '関わり',
      '誰が',
    ],
  },
  cost: {
    label: '費用',
    words: [
      '費用',
      '費用概数',
      '金額',
      '費用円',
      '概算費用',
      'コスト',
      '給付費',
      '医療費',
      '介護費',
      '費用概算',
      '費用額',
    ],
  },
  insight: {
    label: '気づき',
    words: ['気づき', '気付き', '備考', 'メモ', '課題', '考察', 'コメント', 'ポイント', '気づいたこと', '所見'],
  },
  mark: { label: '印', words: ['印', 'きっかけ', '転機', '目印', 'マーク'] },
} as const
export type Column = keyof typeof COLUMNS

/** Columns that tell who somebody is: never taken in. */
const IDENTIFYING = [
  '氏名',
  '名前',
  '姓名',
  'フリガナ',
  'ふりがな',
  '生年月日',
  '誕生日',
  '住所',
  '電話',
  '電話番号',
  '被保険者番号',
  '年齢',
  '性別',
  'メール',
  'メールアドレス',
  '施設名',
  '事業所名',
  '病院名',
  'id',
  '番号',
  '利用者名',
  '患者名',
  '対象者名',
  '本人名',
]

export type Heading =
  | { kind: 'known'; column: Column }
  | { kind: 'identifying' }
  | { kind: 'empty' }
  | { kind: 'number' }
  | { kind: 'unknown' }

/** 「費用（円）」 「要介護度 ※」 「No.」: width, brackets and marks do not matter. */
export function headingOf(typed: string): Heading {
  const word = folded(typed.replace(/[（(［[【].*?[）)］\]】]/g, ''))
  if (folded(typed) === '') return { kind: 'empty' }
  if (/^(?:no|№|#|行|番|通番|連番|順|順番)$/.test(word)) return { kind: 'number' }
  if (IDENTIFYING.some((one) => folded(one) === word)) return { kind: 'identifying' }
  const keys = Object.keys(COLUMNS) as Column[]
  const found =
    keys.find((key) => COLUMNS[key].words.some((one) => folded(one) === word)) ??
    keys.find((key) => COLUMNS[key].words.some((one) => folded(one).length > 2 && word.startsWith(folded(one))))
  return found ? { kind: 'known', column: found } : { kind: 'unknown' }
}

/** The row most like a row of headings: at least two known ones, or one and nothing else. */
export const isHeadingRow = (cells: readonly string[]): boolean => {
  const known = cells.filter((cell) => cell.length < 30 && headingOf(cell).kind === 'known')
  return new Set(known.map((cell) => headingKey(cell))).size >= 2
}
const headingKey = (cell: string): string => {
  const heading = headingOf(cell)
  return heading.kind === 'known' ? heading.column : ''
}

export interface PasteFault {
  /** Line of the pasted text, from 1. */
  line: number
  message: string
}

export interface Pasted {
  rows: Partial<Record<Column, string>>[]
  /** What was understood in a way worth knowing. */
  notes: string[]
  faults: PasteFault[]
}

export const MAX_PASTED_ROWS = 200
