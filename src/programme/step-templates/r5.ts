import type { StepTemplate } from './step-templates.ts'

/** Two planning meetings, two interim reports, one final report. */
export const r5Steps: readonly StepTemplate[] = [
  {
    key: 'committee',
    label: '委員会',
    shortLabel: '委員会',
    kind: 'committee',
    level: 'programme',
    sheets: [],
    asksReport: false,
    offsets: { papers: -7 },
    guide: {
      aim: '支援する地域と進め方を決め、途中で出た問いを引きとります。',
      timetable: ['進み具合の報告 30分', '意見 40分', '対応の確認 20分'],
      questions: ['支援する側が変えられることは何ですか'],
      stumbles: [
        {
          stumble: '意見が記録だけで終わる',
          answer: '意見ごとに、だれがいつまでに対応するかを書きます',
        },
      ],
      sheets: ['支援経過（1枚）'],
      next: ['意見への対応を各地域に伝える'],
    },
  },
  {
    key: 'plan1',
    label: '連携支援前打合せ及び実施計画策定①',
    shortLabel: '計画①',
    kind: 'planning',
    level: 'region',
    sheets: ['entry', 'profile'],
    asksReport: false,
    offsets: { papers: -3, record: 14 },
    guide: {
      aim: '地域の状況を聞き、何に取り組むかの方針を一緒に立てます。',
      timetable: ['自己紹介 15分', '地域の状況 30分', '取り組みたい課題 35分', '方針の下書き 20分'],
      questions: ['この課題で困っているのはだれですか', 'すでにある取組で使えるものは何ですか'],
      stumbles: [
        {
          stumble: '課題が多くて決まらない',
          answer: '重要度と取り組みやすさを3段階で付けて並べます',
        },
      ],
      sheets: ['エントリーシート', '自治体概要'],
      next: ['方針を庁内で確かめる'],
    },
  },
  {
    key: 'plan2',
    label: '連携支援前打合せ及び実施計画策定②',
    shortLabel: '計画②',
    kind: 'planning',
    level: 'region',
    sheets: ['issues'],
    asksReport: true,
    offsets: { report: -7, papers: -3, record: 14 },
    guide: {
      aim: '方針を、だれがいつ何をするかの計画にします。',
      timetable: ['前回からの動き 15分', '計画の読みあわせ 45分', '最初の一歩 20分'],
      questions: ['最初の一か月でできることは何ですか', '断られそうな相手には何と話しますか'],
      stumbles: [
        {
          stumble: '計画が事業の一覧になる',
          answer: '一つの事業について、終わったとき何が変わるかを尋ねます',
        },
      ],
      sheets: ['課題整理シート'],
      next: ['最初の一歩を始める'],
    },
  },
  {
    key: 'mid1',
    label: '中間報告会①',
    shortLabel: '中間①',
    kind: 'interim',
    level: 'region',
    sheets: ['logic_model'],
    asksReport: true,
    offsets: { report: -7, papers: -3, record: 14 },
    guide: {
      aim: '動いてみて分かったことを持ちより、やり方を直します。',
      timetable: ['状況と変化 25分', 'うまくいかないこと 25分', '次の一手 30分'],
      questions: ['前の回から、何が変わりましたか', '思ったより時間がかかっているのは何ですか'],
      stumbles: [
        {
          stumble: '予定どおりの報告で終わる',
          answer: '予定と違ったことを一つ挙げてもらいます',
        },
      ],
      sheets: ['ロジックモデル', '実践の記録'],
      next: ['やり方を一つ変えて試す'],
    },
  },
  {
    key: 'mid2',
    label: '中間報告会②',
    shortLabel: '中間②',
    kind: 'interim',
    level: 'region',
    sheets: ['logic_model'],
    asksReport: true,
    offsets: { report: -7, papers: -3, record: 14 },
    guide: {
      aim: '変化の兆しを確かめ、まとめに向けて残すことを選びます。',
      timetable: ['状況と変化 25分', '変化の確かめ方 25分', 'まとめの見通し 30分'],
      questions: ['だれの行動が変わりましたか', '数字で言えることと、言葉でしか言えないことは何ですか'],
      stumbles: [
        {
          stumble: '効果を件数だけで示す',
          answer: '件数の先で、住民の何が変わったかを一言添えます',
        },
      ],
      sheets: ['ロジックモデル'],
      next: ['まとめの下書きを書く'],
    },
  },
  {
    key: 'final',
    label: '最終報告会',
    shortLabel: '最終',
    kind: 'final',
    level: 'region',
    sheets: ['closing'],
    asksReport: false,
    offsets: { papers: -7, record: 14 },
    guide: {
      aim: '支援の前と後をくらべ、得られた手法と今後の方針を言葉にします。',
      timetable: ['結果の報告 30分', '得られた手法 25分', '今後の方針 25分'],
      questions: ['ほかの市町村に伝えたいことは何ですか', '来年度、だれが続けますか'],
      stumbles: [
        {
          stumble: '変わらなかったことが書けない',
          answer: '次に活きる記録であることを伝え、理由を一緒に考えます',
        },
      ],
      sheets: ['まとめ'],
      next: ['まとめを仕上げる', '関係者に結果を届ける'],
    },
  },
]
