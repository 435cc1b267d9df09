import type { Template } from './templates.ts'

/** まとめ: what it was like, what changed, what comes next. 「変わらなかった」 is a valid result. */
export const closingTemplate: Template = {
  key: 'closing',
  version: 1,
  title: 'まとめ',
  sheetName: 'まとめ',
  lead: '支援の前・変化・これからを、課題の行ごとにふり返ります',
  sections: [
    {
      key: 'start',
      title: '支援の前',
      fields: [
        {
          key: 'before',
          kind: 'table',
          label: '支援前の課題',
          hint: '一行に一つ。「課題」のシートの行を選ぶと、あとで見くらべられます',
          columns: [
            { key: 'text', kind: 'long', label: '支援前の様子', maxLength: 1_000 },
            {
              key: 'issue',
              kind: 'choice',
              label: '課題の行',
              optionsFrom: { kind: 'issues', field: 'issues', column: 'text' },
            },
          ],
          carryFrom: { kind: 'issues', path: 'issues' },
        },
      ],
    },
    {
      key: 'turn',
      title: '変わったこと',
      lead: '変わらなかったことも、途中で終わったことも、大切な結果です。',
      fields: [
        {
          key: 'changes',
          kind: 'table',
          label: '支援前後の変化（支援の効果）',
          hint: '数えたことと、感じたことの両方を',
          columns: [
            { key: 'text', kind: 'long', label: '変化の内容', maxLength: 1_000 },
            {
              key: 'answers',
              kind: 'choices',
              label: 'どの課題への答えか',
              optionsFrom: { field: 'before', column: 'text' },
            },
            { key: 'unchanged', kind: 'yesno', label: '変わらなかった' },
            {
              key: 'quality',
              kind: 'choice',
              label: '分かりかた',
              options: [
                { key: 'number', label: '数字で' },
                { key: 'impression', label: '実感で' },
                { key: 'both', label: '数字と実感の両方で' },
              ],
            },
          ],
        },
      ],
    },
    {
      key: 'ahead',
      title: 'これから',
      fields: [
        {
          key: 'next',
          kind: 'table',
          label: '今後について',
          hint: '日が決まっていなければ「いつごろ」だけで構いません。「未定」も書けます',
          columns: [
            { key: 'text', kind: 'long', label: 'すること', maxLength: 1_000 },
            { key: 'due', kind: 'date', label: '日付', exact: true },
            { key: 'dueText', kind: 'short', label: 'いつごろ' },
          ],
        },
      ],
    },
  ],
}
