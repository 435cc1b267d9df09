import type { Starter } from './model-starters.ts'

/** 急変時の対応: written by us in plain words; a region rewrites them as its own. */
export const emergency: Starter = {
  scene: 'emergency',
  label: '急変時の対応',
  finals: [
    {
      key: 'emergency-f1',
      text: '具合が急に悪くなっても、住民が本人の望みにそった手当てを受けている',
      subject: '住民',
      indicators: [
        {
          text: '急変時に、本人の望みが搬送先に伝わった割合',
          type: 'outcome',
          source: '消防本部と救急病院の記録（1か月）',
          method: '望みを書いた紙や聞き取りがあった件数 ÷ 在宅療養者の搬送',
          watch: '救急病院の看護師が、受け入れ時に見る',
        },
        {
          text: '「急変したときの対応に納得している」と答えた家族の割合',
          type: 'outcome',
          source: '家族への質問票',
          method: '「納得している」 ÷ 答えた人',
        },
      ],
    },
  ],
  intermediates: [
    {
      key: 'emergency-m1',
      text: '在宅で療養する住民と家族が、急変したとき最初に誰に連絡するかを決めている',
      subject: '住民',
      indicators: [
        {
          text: '連絡先と望む対応を紙に書いてある人の割合',
          type: 'outcome',
          source: 'ケアマネジャーの記録',
          method: '書いてある人 ÷ 在宅の要介護3以上',
          watch: 'ケアマネジャーが、更新のときに見る',
        },
        {
          text: '往診・電話相談で済み、救急車を呼ばなかった件数',
          type: 'outcome',
          source: '在宅医療機関の記録',
          method: '時間外の往診・電話対応のうち搬送しなかった件数（月）',
        },
      ],
    },
    {
      key: 'emergency-m2',
      text: '望まない救急搬送をされる住民が減っている',
      subject: '住民',
      indicators: [
        {
          text: '心肺停止で運ばれ、のちに「蘇生を望んでいなかった」と分かった件数',
          type: 'outcome',
          source: '消防本部・救急病院の記録',
          method: '1年の件数',
          watch: '消防本部が、年に一度、病院と突き合わせる',
        },
        {
          text: '介護施設からの救急搬送件数（定員100人あたり）',
          type: 'outcome',
          source: '消防本部の搬送データ',
          method: '施設からの搬送 ÷ 定員 × 100',
        },
        {
          text: '往診を受けた件数（75歳以上1,000人あたり）',
          type: 'outcome',
          source: 'KDB（国保データベース）',
          method: '往診の算定件数 ÷ 75歳以上人口 × 1,000',
        },
      ],
    },
  ],
}
