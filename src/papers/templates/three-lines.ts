import type { Template } from './templates.ts'

/** 回の前のひとこと（3つ）: asked before a pair of meetings; 「付け加えること」 only the second time. Nothing is ever needed. */
export const threeLinesTemplate: Template = {
  key: 'three_lines',
  version: 1,
  title: '回の前のひとこと（3つ）',
  sheetName: '回の前のひとこと',
  sections: [
    {
      key: 'lines',
      title: '三つのひとこと',
      fields: [
        {
          key: 'good',
          kind: 'long',
          label: '手ごたえ',
          hint: 'うまくいったこと、分かったこと。小さな変化で大丈夫です',
        },
        { key: 'stuck', kind: 'long', label: 'うまくいかなかったこと', hint: '止まっていること、困っていること' },
        {
          key: 'next',
          kind: 'long',
          label: 'これから実施したいこと',
          hint: '次の回までに試したいこと、相談したいこと',
        },
      ],
    },
    {
      key: 'later',
      title: 'そのあとのこと',
      fields: [{ key: 'added', kind: 'long', label: '付け加えることは？', hint: 'なければ、何も書かなくて大丈夫です' }],
    },
  ],
}
