import type { Field, Option, Template } from './templates.ts'

/** Not a mark for the town: the same five words before and after, by those who were there. */
const FIVE: readonly Option[] = [
  { key: '1', label: '1 まだこれから' },
  { key: '2', label: '2 話しはじめた' },
  { key: '3', label: '3 少し進んだ' },
  { key: '4', label: '4 だいたいできた' },
  { key: '5', label: '5 自分たちで続けられる' },
]
const THEMES: readonly Option[] = [
  { key: 'vision', label: '目指す姿の共有' },
  { key: 'grasp', label: '現状の把握' },
  { key: 'issues', label: '課題の抽出' },
  { key: 'indicators', label: '指標の設定' },
  { key: 'forum', label: '協議の場' },
  { key: 'multi', label: '多機関との連携' },
]
const columns: readonly Field[] = [
  { key: 'before', kind: 'choice', label: '支援の前', options: FIVE },
  { key: 'after', kind: 'choice', label: '支援の後', options: FIVE },
]
const minutes = (key: string, label: string): Field => ({ key, kind: 'number', label, unit: '分' })

/** 効果検証: the same short self-assessment before and after, and the minutes each side spent. */
export const effectTemplate: Template = {
  key: 'effect',
  version: 1,
  title: '効果検証',
  sheetName: '効果検証',
  lead: '支援の前と後に、同じことを短く見なおします。成績ではありません',
  sections: [
    {
      key: 'municipality',
      title: '市町村から見て',
      lead: '「支援の前」は最初の回のころに。あとから思いだして書いても構いません。',
      fields: [{ key: 'self', kind: 'matrix', label: '市町村の自己評価', rows: THEMES, columns }],
    },
    {
      key: 'prefecture',
      title: '都道府県から見て',
      fields: [
        {
          key: 'prefecture_self',
          kind: 'matrix',
          label: '都道府県の自己評価',
          rows: THEMES,
          columns,
          side: 'prefecture',
        },
      ],
    },
    {
      key: 'time',
      title: 'かかった時間',
      lead: 'おおよそで構いません。一回の前後にかかった時間の合計です。',
      fields: [
        { ...minutes('minutesTown', '市町村の時間'), hint: '打合せと準備の合計。例：300分' },
        { ...minutes('minutesPrefecture', '都道府県の時間'), side: 'prefecture' },
        minutes('minutesAdvisor', 'アドバイザーの時間'),
        minutes('minutesOffice', '事務局の時間'),
      ],
    },
    {
      key: 'words',
      title: 'ひとこと',
      fields: [
        {
          key: 'remarks',
          side: 'both',
          kind: 'long',
          label: '気づいたこと',
          hint: '数字に表れない変化、次の地域に伝えたいこと',
        },
      ],
    },
  ],
}
