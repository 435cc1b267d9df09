import type { PaperWords } from '../../papers/documents/documents.ts'

/** What only the secretariat can write; everything else of the report comes out of the record. */
export const TEXTS = {
  intro: { label: 'はじめに', hint: 'この年度の事業のねらいと、あらまし。報告書の最初に入ります' },
  flow: { label: '支援の流れについて', hint: '前の年度から変えたことなど。回の表の前に入ります' },
  findings: { label: '効果検証から分かったこと', hint: '数字の表のあとに入ります。変わらなかったことも書けます' },
  next: { label: '次年度の改善', hint: '一行に一つ。報告書では番号のついた一覧になります' },
} as const
export type TextKey = keyof typeof TEXTS
export const textKeys = Object.keys(TEXTS) as TextKey[]

export const reportOwner = (programmeId: string) => ({
  kind: 'annual_report',
  ownerKind: 'programme',
  ownerId: programmeId,
})

export const reportWords: PaperWords = {
  title: '年度報告書の文',
  place: (path) => TEXTS[path as TextKey]?.label ?? path,
  shown: (_, value) => (typeof value === 'string' ? value : ''),
  isPicked: () => false,
}
