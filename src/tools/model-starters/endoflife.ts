import type { Starter } from './model-starters.ts'

/** 看取り: written by us in plain words; a region rewrites them as its own. */
export const endoflife: Starter = {
  scene: 'endoflife',
  label: '看取り',
  finals: [
    {
      key: 'endoflife-f1',
      text: '住民が、望んだ場所で、望んだように最期を迎えている',
      subject: '住民',
      indicators: [
        {
          text: '本人が望んだ場所で亡くなった人の割合',
          type: 'outcome',
          source: '看取り後のふりかえり票（訪問看護・ケアマネジャー）',
          method: '望みと同じ場所の人 ÷ 望みが分かっていた人',
          watch: '関わった職種が、亡くなった後1か月以内に書く',
        },
        {
          text: '自宅と介護施設で亡くなった人の割合',
          type: 'outcome',
          source: '人口動態統計（死亡の場所）',
          method: '自宅・老人ホーム等での死亡数 ÷ 全死亡数（1年）',
        },
        {
          text: '「本人らしい最期だった」と答えた遺族の割合',
          type: 'outcome',
          source: '遺族への質問票',
          method: '「そう思う」「ややそう思う」 ÷ 答えた人',
        },
      ],
    },
  ],
  intermediates: [
    {
      key: 'endoflife-m1',
      text: '住民が、元気なうちから、大切にしたいことを身近な人と話している',
      subject: '住民',
      indicators: [
        {
          text: '「家族と話したことがある」と答えた住民の割合',
          type: 'outcome',
          source: '介護予防・日常生活圏域ニーズ調査',
          method: '「話したことがある」 ÷ 答えた人',
          watch: '3年に一度の調査に一問入れる',
        },
        {
          text: '話した内容を書きとめている人の割合',
          type: 'outcome',
          source: 'ケアマネジャーの記録',
          method: '記録がある人 ÷ 在宅の要介護者',
        },
      ],
    },
    {
      key: 'endoflife-m2',
      text: '看取りの時期の本人と家族が、夜も休日も支えられている',
      subject: '住民',
      indicators: [
        {
          text: 'ターミナルケア加算（訪問看護）の算定人数',
          type: 'process',
          source: '介護保険・医療保険の給付実績',
          method: '1年の実人数 ÷ 死亡数 × 100',
        },
        {
          text: '「夜や休日も連絡がついた」と答えた遺族の割合',
          type: 'outcome',
          source: '遺族への質問票',
          method: '「ついた」 ÷ 答えた人',
          watch: '訪問看護が、お悔やみの訪問で渡す',
        },
        {
          text: '看取りまで受け持つ診療所・施設の数',
          type: 'structure',
          source: '医療・介護資源の調べ（市町村）',
          method: '年度末に「受け持つ」と答えた数',
        },
      ],
    },
  ],
}
