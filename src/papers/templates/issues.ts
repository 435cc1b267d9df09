import { type Option, SCENES, type Template } from './templates.ts'

/** One to three, as in the entry sheet: its rows are carried here with their ids. */
export const IMPORTANCE: readonly Option[] = [
  { key: '3', label: '3 高い' },
  { key: '2', label: '2 ふつう' },
  { key: '1', label: '1 低い' },
]
export const EASE: readonly Option[] = [
  { key: '3', label: '3 すぐ始められる' },
  { key: '2', label: '2 準備がいる' },
  { key: '1', label: '1 むずかしい' },
]
/** `settled` and `set_aside` are no longer open. */
export const ISSUE_STATES: readonly Option[] = [
  { key: 'open', label: 'これから' },
  { key: 'doing', label: '取り組んでいる' },
  { key: 'settled', label: '見通しがついた' },
  { key: 'set_aside', label: 'いまは置いておく' },
]

/** 課題: every row keeps its id from the entry sheet to the closing; causes, closing and effect point at it. */
export const issuesTemplate: Template = {
  key: 'issues',
  version: 1,
  title: '課題',
  sheetName: '課題',
  lead: '一行に一つ。支援の終わりに、この行ごとに変化をふり返ります',
  sections: [
    {
      key: 'list',
      title: '取り組む課題',
      lead: '重要度と取り組みやすさを入れると、順番を決めやすくなります。',
      fields: [
        {
          key: 'issues',
          kind: 'table',
          label: '課題の一覧',
          hint: '「誰が・どんなときに・何に困る」の形で書くと、あとで原因を考えやすくなります',
          columns: [
            { key: 'text', kind: 'long', label: '課題', maxLength: 400 },
            { key: 'scene', kind: 'choice', label: '関わる場面', options: SCENES },
            { key: 'importance', kind: 'choice', label: '重要度', options: IMPORTANCE },
            { key: 'ease', kind: 'choice', label: '取り組みやすさ', options: EASE },
            { key: 'order', kind: 'number', label: '順番' },
            { key: 'state', kind: 'choice', label: '状態', options: ISSUE_STATES },
          ],
          carryFrom: { kind: 'entry', path: 'issues' },
        },
      ],
    },
  ],
}
