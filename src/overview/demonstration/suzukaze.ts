import type { Story } from './demonstration.ts'

/** すずかぜ市: a city whose project has gone quiet after 事前MTG②. */
export const suzukaze: Story = {
  organisationId: 'org-942057',
  writer: 'nagi',
  begunAt: '2025-07-25 14:03',
  theme: '急なときに、救急車の前に相談できる先をつくる',
  saves: [
    {
      at: '2025-08-20 19:40',
      who: 'nagi',
      fields: {
        reason:
          '施設からの救急搬送が3年で2割増え、消防から「夜間の問い合わせに答えられる人が施設にいない」と言われました。看取りの希望を聞いていた方が、夜勤の職員の判断で搬送された例が昨年度に7件あります。施設と医療機関がふだんから話していれば避けられたと、関係者の誰もが感じています。',
        hopes:
          '施設、訪問診療、消防が同じ席に着いたことがありません。どの順番で声をかけ、何を一緒に見ればよいかを教えてほしいです。',
        theme: '急なときに、救急車の前に相談できる先をつくる',
        supportKind: 'scene',
        scenes: ['emergency', 'endoflife'],
        issues: [
          { id: 'row1', text: '夜勤の職員が一人で搬送を決めている', scene: 'emergency', weight: '3', ease: '1' },
          {
            id: 'row2',
            text: '本人の希望を書いた紙が、救急隊に伝わらない',
            scene: 'endoflife',
            weight: '3',
            ease: '2',
          },
        ],
        typicalCase:
          '特別養護老人ホームで暮らす方が、夜中に熱と息苦しさを訴える。夜勤は2人で、看護師は自宅で待機している。電話がつながらず、救急車を呼ぶ。病院で治療の希望を聞かれ、家族が「施設で最期までと話していた」と伝える。',
        partners: [
          { id: 'doctors', state: 'regular', note: '在宅医の会が月1回' },
          { id: 'hospitals', state: 'regular', note: '市立病院と2か月に1回' },
          { id: 'emergency', state: 'sometimes', note: '搬送の数字をもらっている' },
          { id: 'care_providers', state: 'not_yet', note: '施設長会に声をかけたことがない' },
        ],
        progress: [
          { id: 'analysis', state: 'done', note: '搬送の件数を5年分' },
          { id: 'extraction', state: 'doing', note: '' },
          { id: 'training', state: 'done', note: '看取りの研修を年3回' },
        ],
        department: '長寿支援課 地域包括ケア係',
        manager: 'yes',
        medicalStaff: 'yes',
        coordinator: 'yes',
        healthCenter: 'no',
        training: 'taken',
        contactName: '凪 さやか',
        contactPost: '長寿支援課 地域包括ケア係長',
        contactMail: 'houkatsu@suzukaze.example',
        contactTel: '00-0000-4205',
      },
    },
  ],
  submittedAt: '2025-08-21 16:30',
  consent: { who: 'minami', at: '2025-08-25 09:15', answer: 'agreed', section: '長寿政策課', note: '' },
  scores: {
    haru: [
      [5, '7件という数と、夜勤の職員の立場が書かれている'],
      [4, '在宅医の会と市立病院との場がある'],
      [3, '保健所がまだ関わっていない'],
    ],
    mika: [
      [4, '場面が二つにまたがるが、困りごとは一つ'],
      [4, '消防とのつながりが強み'],
      [3, '係長が中心。課長は最初の回に出る'],
    ],
  },
  decision: {
    selected: true,
    reason: '搬送の数字を5年分持ち、消防との関係がある。市の規模でも、困りごとが施設の夜に絞られている。',
  },
  team: [{ who: 'yui', role: 'advisor' }],
  meetings: [
    {
      step: 'orientation',
      on: '2025-10-10',
      time: '15:00',
      mode: 'online',
      plannedAt: '2025-09-24 10:30',
      record: {
        at: '2025-10-10 16:40',
        situation: ['昨年度の7件を、施設ごとに見た。5件は同じ2つの施設からだった。'],
        decided: ['まず2つの施設の夜勤の職員に話を聞く。'],
        keywords: ['施設の夜'],
        advice: [
          {
            by: 'yui',
            text: '施設長より先に、夜勤の方に聞いてみましょう。困っている時刻が分かります。',
            answer: { who: 'nagi', at: '2025-10-15 18:20', answer: 'taken', reason: '夜勤明けの2人に会えました。' },
          },
        ],
        promises: [
          {
            text: '2つの施設で、夜勤の職員に話を聞く',
            side: 'town',
            owner: '凪',
            dueOn: '2025-10-24',
            done: {
              who: 'nagi',
              at: '2025-10-23 17:30',
              on: '2025-10-23',
              type: 'listen',
            },
          },
        ],
        fixedAt: '2025-10-14 09:00',
      },
    },
    {
      step: 'pre1',
      on: '2025-10-17',
      time: '15:00',
      mode: 'online',
      plannedAt: '2025-10-10 16:50',
      lines: {
        who: 'nagi',
        at: '2025-10-14 12:20',
        stuck: '関係者の日程が合わず、話し合いがまだ開けていない。',
      },
      record: {
        at: '2025-10-17 16:20',
        situation: ['夜の電話がつながるまでの時間を、施設が書きとめ始めた。'],
        decided: ['支援1に、訪問診療の医師を一人招く。'],
        keywords: ['電話の待ち時間'],
        advice: [],
        promises: [],
        fixedAt: '2025-10-20 11:30',
      },
    },
    {
      step: 's1',
      on: '2025-10-30',
      time: '18:30',
      mode: 'both',
      place: 'すずかぜ市役所 別館',
      plannedAt: '2025-10-17 16:30',
      record: {
        at: '2025-10-30 20:45',
        situation: [
          '書きとめた14回のうち、15分以内に看護師につながったのは5回だった。',
          '訪問診療の医師は「先に一本電話があれば、様子を見る目安を伝えられる」と話した。',
        ],
        decided: ['夜の相談の順番（看護師 → 訪問診療 → 救急車）を1枚にして、2つの施設で試す。'],
        keywords: ['相談の順番'],
        advice: [
          {
            by: 'yui',
            text: '1枚の紙は、夜勤の方に書いてもらいましょう。市が書くと「守る決まり」になります。',
            answer: {
              who: 'nagi',
              at: '2025-11-05 12:10',
              answer: 'taken',
              reason: '2施設とも、夜勤の職員が下書きを作っています。',
            },
          },
        ],
        promises: [
          {
            text: '相談の順番を1枚にする（夜勤の職員が書く）',
            side: 'town',
            owner: '2つの施設・凪',
            dueOn: '2025-11-21',
            done: { who: 'nagi', at: '2025-11-20 17:15', on: '2025-11-20', type: 'write' },
          },
        ],
        fixedAt: '2025-11-04 10:20',
      },
    },
    {
      step: 'pre2',
      on: '2025-11-25',
      time: '15:00',
      mode: 'online',
      plannedAt: '2025-10-30 20:50',
      lines: {
        who: 'mika',
        at: '2025-11-19 10:00',
        saidOn: '2025-11-18',
        good: '電話で聞いた言葉：ケアマネジャー3人に、まず10分ずつ話を聞けた。',
        next: '次は、訪問看護の人にも同じことを聞いてみたい。',
      },
      record: {
        at: '2025-11-25 16:30',
        situation: ['1枚の紙ができた。1つの施設では施設長がまだ見ていない。'],
        decided: ['支援2の前に、施設長会で説明する。'],
        note: ['係長が年末の事業で手いっぱいの様子。日程は事務局から先に声をかける。'],
        keywords: ['施設長会'],
        advice: [{ by: 'yui', text: '施設長会では、紙より先に「夜の14回」の数字を見てもらうとよいと思います。' }],
        promises: [
          { text: '施設長会に15分の時間をもらう', side: 'town', owner: '凪', dueOn: '2025-12-05' },
          {
            text: '南原県から施設長会の会長に一言伝える',
            side: 'support',
            owner: '南原県 長寿政策課',
            dueOn: '2025-12-10',
          },
        ],
      },
    },
    { step: 'joint', on: '2026-02-18', time: '13:00', mode: 'online', plannedAt: '2025-12-02 09:45' },
  ],
}
