import type { Starter } from './model-starters.ts'

/** 入退院支援: written by us in plain words; a region rewrites them as its own. */
export const discharge: Starter = {
  scene: 'discharge',
  label: '入退院支援',
  finals: [
    {
      key: 'discharge-f1',
      text: '入院した住民が、退院したあとも望む暮らしを続けている',
      subject: '住民',
      indicators: [
        {
          text: '退院して3か月後に、退院先で暮らし続けている人の割合',
          type: 'outcome',
          source: 'ケアマネジャーの記録（市町村で集計）',
          method: '3か月後も同じ場所で暮らす人 ÷ 退院した要介護者',
          watch: 'ケアマネジャーが、3か月後のモニタリングで見る',
        },
        {
          text: '退院後30日以内に、予定外に再入院した人の割合',
          type: 'outcome',
          source: 'KDB（医科レセプト）',
          method: '30日以内の予定外の入院 ÷ 退院した65歳以上',
        },
        {
          text: '「思っていた暮らしに近い」と答えた本人の割合',
          type: 'outcome',
          source: '退院した人への質問票',
          method: '「近い」「やや近い」 ÷ 答えた人',
        },
      ],
    },
  ],
  intermediates: [
    {
      key: 'discharge-m1',
      text: '入院した住民と家族が、退院後の暮らしを自分で選んでいる',
      subject: '住民',
      indicators: [
        {
          text: '退院前に、本人が入った話し合いが開かれた割合',
          type: 'process',
          source: 'ケアマネジャーの記録',
          method: '本人が入った退院前カンファレンス ÷ 退院した要介護者',
          watch: '病院の連携室とケアマネジャーが、月ごとに数える',
        },
        {
          text: '退院時共同指導料の算定件数',
          type: 'process',
          source: 'NDBオープンデータ・KDB',
          method: '1年の算定件数 ÷ 75歳以上人口 × 1,000',
        },
      ],
    },
    {
      key: 'discharge-m2',
      text: '入院した住民の、家での暮らしぶりが、入院先にその日のうちに伝わっている',
      subject: '住民',
      indicators: [
        {
          text: '入院から3日以内に情報が届いた割合',
          type: 'process',
          source: '入退院の連携調査（ケアマネジャー・病院）',
          method: '3日以内に届いた件数 ÷ 入院した要介護者',
          watch: '病院の連携室が、1か月間の受けとりを数える',
        },
        {
          text: '入院時情報連携加算の算定件数',
          type: 'process',
          source: '介護保険の給付実績',
          method: '1年の算定件数 ÷ 居宅介護支援の利用者',
        },
        {
          text: '退院の連絡がないまま家に戻った人の割合（退院調整もれ）',
          type: 'outcome',
          source: 'ケアマネジャーへの質問票',
          method: '連絡がなかった件数 ÷ 退院した要介護者',
        },
      ],
    },
  ],
}
