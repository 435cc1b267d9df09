import type { Template } from './templates.ts'

/** 勉強会計画: what shall have changed when it is over. */
export const studyPlanTemplate: Template = {
  key: 'study_plan',
  version: 1,
  title: '勉強会計画',
  sheetName: '勉強会計画',
  lead: '開くことより、終わったあとに何が変わるかを先に決めます',
  sections: [
    {
      key: 'aim',
      title: 'ねらい',
      fields: [
        { key: 'purpose', kind: 'long', label: '目的', hint: '何に困っていて、なぜ勉強会なのか' },
        { key: 'achieve', kind: 'long', label: '達成したいこと', hint: '終わったとき、何が変わっていれば成功ですか' },
      ],
    },
    {
      key: 'day',
      title: '当日',
      fields: [
        { key: 'program', kind: 'long', label: '構成', hint: '話す・聞く・話し合うの順番と時間。話し合いを長めに' },
        {
          key: 'participants',
          kind: 'table',
          label: '職種別の参加者数',
          hint: '予定の数で構いません。終わったら実際の数に直してください',
          columns: [
            { key: 'profession', kind: 'short', label: '職種' },
            { key: 'count', kind: 'number', label: '人数', unit: '人' },
          ],
        },
      ],
    },
    {
      key: 'around',
      title: '前と後',
      fields: [
        { key: 'before', kind: 'long', label: '始まる前の問い', hint: '同じ問いを終わりにも聞くと、変化が見えます' },
        { key: 'after', kind: 'long', label: '終わったあとの問い', hint: '明日から何を変えますか、など' },
        { key: 'next', kind: 'long', label: '次につなぐこと', hint: '誰が、いつ、何をするか。次の集まりの日も' },
      ],
    },
  ],
}
