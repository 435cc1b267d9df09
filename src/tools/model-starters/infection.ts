import type { Starter } from './model-starters.ts'

/** 感染症発生時の対応: written by us in plain words; a region rewrites them as its own. */
export const infection: Starter = {
  scene: 'infection',
  label: '感染症発生時の対応',
  finals: [
    {
      key: 'infection-f1',
      text: '感染症が広がっても、在宅や施設の住民が必要な医療と介護を受け続けている',
      subject: '住民',
      indicators: [
        {
          text: '流行の期間に、サービスが止まって困った人の割合',
          type: 'outcome',
          source: 'ケアマネジャーへの質問票（流行の後）',
          method: '代わりが見つからず1週間以上止まった人 ÷ 利用者',
          watch: 'ケアマネジャーが、流行の後1か月以内に数える',
        },
        {
          text: '施設内で広がったときに、施設の中で療養できた人の割合',
          type: 'outcome',
          source: '保健所・施設の記録',
          method: '入院せずに治った人 ÷ 感染した入所者',
        },
      ],
    },
  ],
  intermediates: [
    {
      key: 'infection-m1',
      text: '感染した住民が、家や施設にいながら診察と看護を受けられている',
      subject: '住民',
      indicators: [
        {
          text: '往診・オンライン診療を受けられるまでの日数',
          type: 'outcome',
          source: '在宅医療機関の記録',
          method: '連絡から診察までの日数の中央値',
        },
        {
          text: '流行時に往診すると約束した医療機関の数',
          type: 'structure',
          source: '医師会と市町村の協定・名簿',
          method: '年度末の数',
        },
      ],
    },
    {
      key: 'infection-m2',
      text: '事業所が休んでも、住民の暮らしが別の事業所に引きつがれている',
      subject: '住民',
      indicators: [
        {
          text: '代わりの事業所が決まるまでの日数',
          type: 'outcome',
          source: 'ケアマネジャーの記録',
          method: '休業の知らせから代わりの利用までの日数の中央値',
          watch: 'ケアマネジャーが、その都度書きとめる',
        },
        {
          text: 'ほかの事業所と助け合いの取り決めがある事業所の割合',
          type: 'structure',
          source: '事業所への質問票',
          method: '取り決めがある ÷ 答えた事業所',
        },
        {
          text: '取り決めを使った練習を1年以内にした事業所の割合',
          type: 'process',
          source: '事業所への質問票',
          method: '練習をした ÷ 答えた事業所',
        },
      ],
    },
  ],
}
