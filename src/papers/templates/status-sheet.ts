import type { Template } from './templates.ts'

/** 状態シート: one typical person, and how far this work reaches. A region may have several. */
export const statusSheetTemplate: Template = {
  key: 'status_sheet',
  version: 1,
  title: '状態シート',
  sheetName: '状態シート',
  lead: 'よくいる一人を思いうかべて、弱っていく流れと、この事業で扱う範囲を決めます。いくつでも作れます',
  sections: [
    {
      key: 'person',
      title: '思いうかべる人',
      lead: 'お名前・年齢・住所は書かないでください。「80代、ひとり暮らし」のような幅のある書き方で足ります。',
      fields: [
        {
          key: 'subject',
          kind: 'short',
          label: '想定する典型的な人',
          hint: '月に何度も出会う人を。例：退院のあと、家で弱っていくひとり暮らしの人',
          maxLength: 400,
        },
        {
          key: 'course',
          kind: 'long',
          label: '低下の経過と関わり',
          hint: '元気なころから順に。そのとき誰が関わっていたか（いなかったか）も',
          carryFrom: { kind: 'entry', path: 'typicalCase' },
        },
        { key: 'trigger', kind: 'long', label: 'きっかけ', hint: '弱りはじめた出来事。入院、転倒、家族の変化など' },
        { key: 'wishes', kind: 'long', label: '本人の要望', hint: 'ご本人なら何と言いそうですか' },
        {
          key: 'surroundings',
          kind: 'long',
          label: '周りの受け止め',
          hint: '家族、ケアマネジャー、医師、近所の人はどう見ているか。食いちがっていても構いません',
        },
      ],
    },
    {
      key: 'scope',
      title: 'この事業で扱うこと',
      fields: [
        {
          key: 'supportScope',
          kind: 'long',
          label: 'この事業で扱う範囲（支援領域・論点）',
          hint: '流れのどこからどこまで。例：退院が決まった日から、家に戻って一か月まで',
        },
        { key: 'goal', kind: 'long', label: 'ゴール', hint: 'この人がどうなっていたらよいか。「〜できている」の形で' },
        {
          key: 'data',
          kind: 'long',
          label: 'データの裏づけ',
          hint: '認定申請、KDB、見える化システムなど。手で数えたものは「手計算」と書きそえてください',
        },
      ],
    },
  ],
}
