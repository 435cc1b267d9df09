import type { Template } from './templates.ts'

/** 課題整理シート: why it does not go well, seen from each standpoint; its 真因 is a first wording of a cause. */
export const issueSortingTemplate: Template = {
  key: 'issue_sorting',
  version: 1,
  title: '課題整理シート',
  sheetName: '課題整理',
  lead: 'めざす姿といまの間に何があるのかを、立場ごとの気持ちから考えます',
  sections: [
    {
      key: 'gap',
      title: '目標と現状',
      fields: [
        {
          key: 'goal',
          kind: 'long',
          label: '目標',
          hint: 'どこにゴールを置きますか。住民を主語にすると考えやすくなります',
          carryFrom: { kind: 'status_sheet', path: 'goal' },
        },
        {
          key: 'now',
          kind: 'long',
          label: '現状',
          hint: 'いま起きていること。見たこと、聞いたこと、数えたことを分けて',
        },
      ],
    },
    {
      key: 'why',
      title: 'なぜうまくいかないのか',
      lead: '分かるところだけで構いません。空いているところは、その人に聞きに行く理由になります。',
      fields: [
        {
          key: 'standpoints',
          kind: 'matrix',
          label: '立場ごとの受け止め',
          rows: [
            { key: 'person', label: '本人' },
            { key: 'family', label: '家族' },
            { key: 'care_manager', label: 'ケアマネジャー' },
            { key: 'provider', label: '事業所' },
            { key: 'medical', label: '医療機関' },
            { key: 'government', label: '行政' },
          ],
          columns: [
            { key: 'anxiety', kind: 'long', label: '不安' },
            { key: 'feeling', kind: 'long', label: '心理' },
            { key: 'resistance', kind: 'long', label: '抵抗' },
            { key: 'problem', kind: 'long', label: '現状の問題' },
          ],
        },
      ],
    },
    {
      key: 'root',
      title: '考えられる真因',
      fields: [
        {
          key: 'cause',
          kind: 'long',
          label: '真因',
          hint: '「なぜ？」をもう一度。最初の言葉で構いません。あとで「真因の仮説」として、知っている人に確かめます',
        },
      ],
    },
  ],
}
