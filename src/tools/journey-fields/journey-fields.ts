import type { Option, Template } from '../../papers/templates/templates.ts'

/** From least to most help: the place in the list is the step of the picture. */
export const CARE_LEVELS: readonly Option[] = [
  { key: 'independent', label: '自立' },
  { key: 'support1', label: '要支援1' },
  { key: 'support2', label: '要支援2' },
  { key: 'care1', label: '要介護1' },
  { key: 'care2', label: '要介護2' },
  { key: 'care3', label: '要介護3' },
  { key: 'care4', label: '要介護4' },
  { key: 'care5', label: '要介護5' },
]
/** Age in bands only: no field takes what could tell who it is. */
export const AGE_BANDS: readonly Option[] = [
  { key: 'under60', label: '60歳未満' },
  ...[60, 70, 80, 90].flatMap((age) => [
    { key: `${age}early`, label: `${age}代前半` },
    { key: `${age}late`, label: `${age}代後半` },
  ]),
  { key: 'over100', label: '100歳以上' },
]
export const TRIGGER = 'trigger'

export const journeyTemplate: Template = {
  key: 'journey',
  version: 1,
  title: '経過図（ペイシェントジャーニー）',
  sheetName: '経過図',
  sections: [
    {
      key: 'person',
      title: 'どんな人の経過か',
      lead: 'よくある一人の経過を書きます。名前・生年月日・住所・施設名は書きません。',
      fields: [
        {
          key: 'title',
          kind: 'short',
          label: 'どんな人',
          hint: '例：退院のあと急に弱った人',
          needed: true,
          ask: '「退院のあと急に弱った人」のように、どんな人の経過かを書いてください',
        },
        { key: 'ageBand', kind: 'choice', label: '年齢', hint: 'はばで選びます', options: AGE_BANDS },
        { key: 'household', kind: 'short', label: '暮らし方', hint: '例：ひとり暮らし、夫婦ふたり、子と同居' },
        { key: 'note', kind: 'long', label: 'ひとこと', hint: 'なぜこの事例を選んだか、どのくらいよくあるか' },
      ],
    },
    {
      key: 'course',
      title: '経過',
      fields: [
        {
          key: 'rows',
          kind: 'table',
          label: '経過の行',
          columns: [
            { key: 'at', kind: 'short', label: '時期' },
            { key: 'event', kind: 'short', label: '出来事', maxLength: 400 },
            { key: 'careLevel', kind: 'choice', label: '要介護度', options: CARE_LEVELS },
            { key: 'mark', kind: 'choice', label: '印', options: [{ key: TRIGGER, label: 'きっかけ' }] },
            { key: 'who', kind: 'short', label: '関わった職種' },
            { key: 'cost', kind: 'number', label: '費用', unit: '円' },
            { key: 'insight', kind: 'long', label: '気づき' },
          ],
        },
      ],
    },
  ],
}
