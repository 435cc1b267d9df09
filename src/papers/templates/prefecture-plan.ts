import type { Option, Template } from './templates.ts'

/** What a prefecture can do: one list for 求める・できる・行った, so that the gap is a table. */
export const SUPPORT_MENU: readonly Option[] = [
  { key: 'publicity', label: '発信' },
  { key: 'training_people', label: '人材育成' },
  { key: 'resources', label: '資源情報' },
  { key: 'wide_area', label: '広域調整' },
  { key: 'forum', label: '協議会支援' },
  { key: 'medical_bodies', label: '医師会等との調整' },
  { key: 'facilities', label: '施設と医療機関' },
  { key: 'joint', label: '共同実施' },
  { key: 'data', label: 'データ' },
  { key: 'study', label: '研修' },
]

/** 都道府県の支援計画: written by the prefecture, read by the town it is for. */
export const prefecturePlanTemplate: Template = {
  key: 'prefecture_plan',
  version: 1,
  title: '都道府県の支援計画',
  sheetName: '都道府県の支援計画',
  lead: '市町村が求めることと、県・保健所にできることを見くらべます',
  sections: [
    {
      key: 'aim',
      title: 'ねらい',
      fields: [
        { key: 'aim', kind: 'long', label: '支援のねらい', hint: 'この支援のあと、県として何が続けられるとよいか' },
      ],
    },
    {
      key: 'menu',
      title: '支援のメニュー',
      lead: 'あてはまるものだけで構いません。',
      fields: [
        {
          key: 'supports',
          kind: 'table',
          label: '支援の一覧',
          columns: [
            { key: 'menu', kind: 'choice', label: 'メニュー', options: SUPPORT_MENU },
            { key: 'wanted', kind: 'long', label: '市町村が求めること', maxLength: 1_000 },
            { key: 'offered', kind: 'long', label: '県にできること', maxLength: 1_000 },
            { key: 'done', kind: 'long', label: '行ったこと', maxLength: 1_000 },
          ],
        },
      ],
    },
    {
      key: 'ways',
      title: '進め方',
      fields: [
        { key: 'schedule', kind: 'long', label: '日程', hint: '月ごとに。決まっていない月は「未定」で' },
        { key: 'people', kind: 'long', label: '担う人', hint: '本庁、保健所、ほかの団体' },
        { key: 'budget', kind: 'long', label: '予算', hint: '使う事業や基金。未定で構いません' },
        { key: 'next', kind: 'long', label: '次の年度へ', hint: 'ほかの市町村にどう広げるか' },
      ],
    },
  ],
}
