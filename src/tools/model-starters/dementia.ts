import type { Starter } from './model-starters.ts'

/** 認知症の対応: written by us in plain words; a region rewrites them as its own. */
export const dementia: Starter = {
  scene: 'dementia',
  label: '認知症の対応',
  finals: [
    {
      key: 'dementia-f1',
      text: '認知症になっても、住民が役割と楽しみを持って住み慣れた地域で暮らしている',
      subject: '住民',
      indicators: [
        {
          text: '「自分の思いが大切にされている」と答えた本人の割合',
          type: 'outcome',
          source: '本人ミーティング・本人への聞き取り',
          method: '「そう思う」 ÷ 聞けた人',
          watch: '認知症地域支援推進員が、年に一度聞く',
        },
        {
          text: '認知症のある人が、診断から3年後も在宅で暮らしている割合',
          type: 'outcome',
          source: '要介護認定データ（保険者）',
          method: '3年後も在宅の人 ÷ 3年前に日常生活自立度Ⅱ以上になった人',
        },
      ],
    },
  ],
  intermediates: [
    {
      key: 'dementia-m1',
      text: '認知症の初めのころの住民と家族が、早く相談し、支えとつながっている',
      subject: '住民',
      indicators: [
        {
          text: '初めて相談したとき、日常生活自立度Ⅰ以下だった人の割合',
          type: 'outcome',
          source: '地域包括支援センターの相談記録',
          method: '自立度Ⅰ以下 ÷ 認知症の新しい相談',
          watch: '地域包括支援センターが、相談票で数える',
        },
        {
          text: '相談から専門の診察までの日数（中央値）',
          type: 'outcome',
          source: '初期集中支援チームの記録',
          method: '相談日から初診日までの日数の中央値',
        },
      ],
    },
    {
      key: 'dementia-m2',
      text: '認知症のある住民が、医療と介護の両方から切れ目なく支えられている',
      subject: '住民',
      indicators: [
        {
          text: 'かかりつけ医とケアマネジャーが、本人の様子を年2回以上伝え合った割合',
          type: 'process',
          source: 'ケアマネジャーの記録',
          method: '2回以上の人 ÷ 認知症のある利用者',
          watch: 'ケアマネジャーが、更新のときに見る',
        },
        {
          text: '身体の病気で入院した認知症の人の、在院日数',
          type: 'outcome',
          source: 'KDB（医科レセプト）',
          method: '認知症のある人の平均在院日数',
        },
      ],
    },
    {
      key: 'dementia-m3',
      text: '家族が、一人で抱えこまずに介護できている',
      subject: '住民',
      indicators: [
        {
          text: '「相談できる相手がいる」と答えた家族の割合',
          type: 'outcome',
          source: '家族への質問票',
          method: '「いる」 ÷ 答えた人',
        },
        {
          text: '認知症カフェや家族会に来た家族の実人数',
          type: 'process',
          source: '開いた団体の記録',
          method: '1年の実人数（重なりを除く）',
        },
      ],
    },
  ],
}
