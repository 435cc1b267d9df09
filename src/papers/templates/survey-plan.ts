import type { Template } from './templates.ts'

/** 調査計画: asked only for a reason, and with somebody who will use the answer. */
export const surveyPlanTemplate: Template = {
  key: 'survey_plan',
  version: 1,
  title: '調査計画',
  sheetName: '調査計画',
  lead: '調べる前に、確かめたいことと使い道を決めます',
  sections: [
    {
      key: 'why',
      title: '何のために調べるか',
      fields: [
        {
          key: 'hypothesis',
          kind: 'long',
          label: '確かめたい仮説',
          hint: '「〜だから〜になっているのでは」の形で。違っていても分かれば前進です',
        },
        { key: 'use', kind: 'long', label: '結果の使い道', hint: '誰と、どの場で、何を決めるために使いますか' },
      ],
    },
    {
      key: 'how',
      title: 'どう調べるか',
      fields: [
        { key: 'questions', kind: 'long', label: '聞くこと', hint: '一行に一つ。使い道のない問いは減らせます' },
        { key: 'target', kind: 'long', label: '聞く相手', hint: '職種、人数、どうやってお願いするか' },
        {
          key: 'method',
          kind: 'long',
          label: '調べ方',
          hint: '聞き取り、質問票、記録を数える など。手計算でも構いません',
        },
        {
          key: 'when',
          kind: 'date',
          label: '調べる時期',
          hint: '例：令和7年11月、令和7年度末。日が決まっていれば日付で',
        },
      ],
    },
  ],
}
