import type { Field, Template } from './templates.ts'

const lines = (key: string, label: string, hint: string, column: string): Field => ({
  key,
  kind: 'table',
  label,
  hint,
  columns: [{ key: 'text', kind: 'long', label: column, maxLength: 1_000 }],
})

/** 支援の概要 (R5): one page on what the support was and what others may take from it. */
export const supportOutlineTemplate: Template = {
  key: 'support_outline',
  version: 1,
  title: '支援の概要',
  sheetName: '支援の概要',
  lead: '支援のあらましと、ほかの地域でも使えることを一枚にまとめます',
  sections: [
    {
      key: 'lessons',
      title: 'この支援から得られたこと',
      lead: '一行に一つ、三つくらいまでが読みやすくなります。',
      fields: [
        lines('methods', '得られた手法', 'ほかの地域でもまねできる進め方', '手法'),
        lines('supportNeeds', '市町村支援に必要な事項', '市町村を支える側に要ると分かったこと', '必要な事項'),
      ],
    },
    {
      key: 'course',
      title: '取組の流れ',
      fields: [
        lines('policy', '取組の方針', '支援のはじめに決めたこと', '方針'),
        { key: 'issuesNow', kind: 'long', label: '課題と現状', hint: '支援を始めたころの様子' },
        {
          key: 'advisorTalks',
          kind: 'long',
          label: 'アドバイザーとの検討',
          hint: '話し合って決めたこと、考えなおしたこと',
        },
        { key: 'interim', kind: 'long', label: '中間報告' },
        { key: 'final', kind: 'long', label: '最終報告' },
      ],
    },
    {
      key: 'results',
      title: '成果',
      fields: [
        { key: 'results', kind: 'long', label: '成果等', hint: '変わったこと。まだ途中のことは「途中」と' },
        lines('deliverables', '作ったもの', '図、様式、手順書など', '作ったものの名前と中身'),
      ],
    },
  ],
}
