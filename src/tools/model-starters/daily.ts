import type { Starter } from './model-starters.ts'

/** 日常の療養支援: written by us in plain words; a region rewrites them as its own. */
export const daily: Starter = {
  scene: 'daily',
  label: '日常の療養支援',
  finals: [
    {
      key: 'daily-f1',
      text: '医療と介護がいる住民が、望む場所で自分らしい暮らしを続けている',
      subject: '住民',
      indicators: [
        {
          text: '在宅療養に「満足している」と答えた本人の割合',
          type: 'outcome',
          source: '在宅療養者への質問票（年1回）',
          method: '「満足」「やや満足」と答えた人 ÷ 答えた人',
          watch: '質問票を集めた課が、年に一度数える',
        },
        {
          text: '要介護3以上の人のうち、自宅で暮らす人の割合',
          type: 'outcome',
          source: '介護保険の給付実績（保険者）',
          method: '居宅サービスの利用者 ÷ 要介護3以上の認定者（毎年10月）',
        },
        {
          text: '自宅で最期を迎えた人の割合',
          type: 'outcome',
          source: '人口動態統計（死亡の場所）',
          method: '自宅での死亡数 ÷ 全死亡数（1年）',
        },
      ],
    },
  ],
  intermediates: [
    {
      key: 'daily-m1',
      text: '在宅で療養する住民が、困ったときに医療と介護の両方の助けをすぐ受けている',
      subject: '住民',
      indicators: [
        {
          text: '「困ったとき、誰に言えばよいか分かる」と答えた本人・家族の割合',
          type: 'outcome',
          source: '在宅療養者と家族への質問票',
          method: '「分かる」と答えた人 ÷ 答えた人',
          watch: 'ケアマネジャーが、年に一度の訪問で聞く',
        },
        {
          text: '訪問診療を受けた患者数（75歳以上1,000人あたり）',
          type: 'outcome',
          source: 'KDB（国保データベース）',
          method: '1か月に訪問診療を受けた実人数 ÷ 75歳以上人口 × 1,000',
        },
        {
          text: '訪問看護を受けた人数（75歳以上1,000人あたり）',
          type: 'outcome',
          source: 'KDBと介護保険の給付実績',
          method: '医療保険と介護保険の実人数の合計 ÷ 75歳以上人口 × 1,000',
        },
      ],
    },
    {
      key: 'daily-m2',
      text: '弱り始めた住民が、元の暮らしに戻るための支えを早く受けている',
      subject: '住民',
      indicators: [
        {
          text: '新しく要支援になった人のうち、1年後に悪くなっていない人の割合',
          type: 'outcome',
          source: '要介護認定データ（保険者）',
          method: '1年後に維持・改善した人 ÷ 新規の要支援認定者',
        },
        {
          text: '通いの場や短期集中サービスを終えて、自分の活動に移った人の割合',
          type: 'outcome',
          source: '地域包括支援センターの記録',
          method: '終えた後3か月の活動がある人 ÷ 終えた人',
          watch: '地域包括支援センターが、終了3か月後に電話で聞く',
        },
      ],
    },
    {
      key: 'daily-m3',
      text: '家族が、介護と自分の暮らしを両立できている',
      subject: '住民',
      indicators: [
        {
          text: '介護のために仕事をやめた・やめそうな家族の割合',
          type: 'outcome',
          source: '在宅介護実態調査',
          method: '「やめた」「続けるのが難しい」 ÷ 働いている介護者',
        },
        {
          text: '「夜、休めている」と答えた家族の割合',
          type: 'outcome',
          source: '家族への質問票',
          method: '「休めている」と答えた人 ÷ 答えた人',
        },
      ],
    },
  ],
}
