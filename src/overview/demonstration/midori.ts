import type { Story } from './demonstration.ts'

/** みどり町: the richest record. A town of 18,000 that hears of discharges too late. */
export const midori: Story = {
  organisationId: 'org-913413',
  writer: 'aoi',
  begunAt: '2025-07-18 10:12',
  theme: '退院の知らせを受けとる道をつくる',
  saves: [
    {
      at: '2025-07-18 10:40',
      who: 'aoi',
      fields: {
        reason:
          '6月、町外の病院を退院した方の家に、ベッドが届く前にご本人が帰ってきました。ケアマネジャーが退院を知ったのは当日の朝です。病院の相談員に聞くと「町のどこへ知らせればよいか分からなかった」とのことでした。同じことがこの1年で少なくとも4件あり、担当者の努力だけでは防げないと感じています。病棟の再編で町外への入院が増える今年のうちに、知らせが届く道をつくりたいと考えています。',
        theme: '退院の知らせを受けとる道をつくる',
        supportKind: 'scene',
        scenes: ['discharge'],
      },
    },
    {
      at: '2025-08-04 15:22',
      who: 'aoi',
      fields: {
        hopes:
          '病院・ケアマネジャー・役場の三者で話す場がなく、困りごとがそれぞれの職場で止まっています。何から手をつければよいか、誰に先に話せばよいかを一緒に考えてほしいです。様式を作ること自体が目的にならないよう、進め方も見ていただきたいです。',
        issues: [
          {
            id: 'row1',
            text: '町外の病院から、退院の知らせが届かないことがある',
            scene: 'discharge',
            weight: '3',
            ease: '2',
          },
          {
            id: 'row2',
            text: '病院の相談員が、町の連絡先を知らない',
            scene: 'discharge',
            weight: '3',
            ease: '3',
          },
          {
            id: 'row3',
            text: '退院前の話し合いに、訪問看護が呼ばれない',
            scene: 'discharge',
            weight: '2',
            ease: '2',
          },
          {
            id: 'row4',
            text: '夜間に具合が悪くなったとき、家族がすぐ救急車を呼ぶ',
            scene: 'emergency',
            weight: '2',
            ease: '1',
          },
        ],
        typicalCase:
          '足の骨折で町外の病院に入院し、3週間ほどで退院する一人暮らしの方。入院前は要支援で、退院のときには立ち上がりに手助けが要る。退院の日が金曜に決まり、土日はサービスが入らないまま過ごして、月曜に転倒の連絡が入る。似た例が月に1、2件ある。',
        difficultCase: '家族が遠方で、病院との連絡はすべて電話。退院の日が3回変わり、最後の変更が町に届かなかった。',
        department: '福祉課 高齢者支援係',
        manager: 'yes',
        medicalStaff: 'yes',
        coordinator: 'yes',
        healthCenter: 'yes',
        teamNote:
          '高齢者支援係は3人（うち保健師1人）で、介護保険と兼務です。課長は最初の回から出席します。医師会の窓口に委託のコーディネーターが1人います。',
        contractors: [{ id: 'row1', name: 'みどり医師会', work: '在宅医療の相談窓口、年2回の多職種の勉強会' }],
        training: 'taken',
        trainingNote: '県の市町村職員向け研修（令和6年度）',
      },
    },
    {
      at: '2025-08-18 17:05',
      who: 'daichi',
      fields: {
        partners: [
          { id: 'doctors', state: 'regular', note: '年2回の勉強会。会長は往診もしている' },
          { id: 'hospitals', state: 'sometimes', note: '困ったときに電話する。顔を合わせたことはない' },
          { id: 'nurses', state: 'sometimes', note: '町内に1か所。所長とは話せる' },
          { id: 'care_managers', state: 'regular', note: '毎月の連絡会（12人）' },
          { id: 'support_centers', state: 'regular', note: '役場の同じ階にある' },
          { id: 'care_providers', state: 'not_yet', note: '' },
          { id: 'emergency', state: 'none', note: '広域の消防。話したことがない' },
        ],
        progress: [
          { id: 'analysis', state: 'doing', note: '認定申請のきっかけを手作業で数え始めた' },
          { id: 'extraction', state: 'doing', note: '困った例を連絡会で集めている' },
          { id: 'planning', state: 'not_yet', note: '' },
          { id: 'measures', state: 'not_yet', note: '連絡先の一覧はあるが、3年前のまま' },
          { id: 'training', state: 'done', note: '年2回' },
          { id: 'evaluation', state: 'unknown', note: '' },
        ],
        contactName: '青木 葵',
        contactPost: '福祉課 高齢者支援係 主査',
        contactMail: 'kourei@midori.example',
        contactTel: '00-0000-1341',
      },
    },
  ],
  submittedAt: '2025-08-19 09:48',
  consent: {
    who: 'ren',
    at: '2025-08-20 11:20',
    answer: 'agreed',
    section: '長寿社会課',
    note: '保健所も最初の回から参加します。',
  },
  scores: {
    haru: [
      [5, '退院当日の朝に知った、という出来事から始まっていて、誰が困っているかが目に浮かぶ'],
      [3, 'ケアマネとは毎月話しているが、病院とはこれから'],
      [4, '課長が最初から出る。町の医療職は1人'],
    ],
    mika: [
      [5, '月に1、2件という数まで書かれている'],
      [4, '医師会との関係ができていて、病院へつなげそう'],
      [4, '保健所の参加が決まっている'],
    ],
  },
  decision: {
    selected: true,
    reason:
      '困りごとが一つに絞られ、課長級と保健所が最初から加わるため。町外の病院との関わりは、近隣の町の手がかりにもなる。',
  },
  team: [
    { who: 'ken', role: 'advisor' },
    { who: 'saki', role: 'prefecture' },
    { who: 'sora', role: 'partner' },
  ],
  meetings: [
    {
      step: 'orientation',
      on: '2025-10-08',
      time: '10:00',
      mode: 'online',
      plannedAt: '2025-09-22 13:10',
      record: {
        at: '2025-10-08 12:05',
        situation: [
          '応募のきっかけになった4件の退院を、課長と担当者から聞いた。',
          '町外の病院は3つ。いちばん多いのは東浜中央病院で、年に60件ほどと見ている（手計算）。',
        ],
        decided: ['最初の半年は、東浜中央病院からの退院だけを扱う。', '様式づくりは、話を聞き終えるまで始めない。'],
        keywords: ['退院', '町外の病院'],
        advice: [
          {
            by: 'ken',
            text: '4件を一枚の紙に並べてみましょう。どの件で、誰が、いつ知っていれば間に合ったか。',
            answer: {
              who: 'aoi',
              at: '2025-10-14 16:40',
              answer: 'taken',
              reason: '並べたら、4件とも入院の知らせが届いていないことに気づきました。',
            },
          },
        ],
        promises: [
          {
            text: '4件の退院を一枚に並べる',
            side: 'town',
            owner: '青木',
            dueOn: '2025-10-14',
            done: {
              who: 'aoi',
              at: '2025-10-14 16:35',
              on: '2025-10-14',
              type: 'research',
            },
          },
        ],
        fixedAt: '2025-10-10 09:20',
      },
    },
    {
      step: 'pre1',
      on: '2025-10-15',
      time: '13:30',
      mode: 'online',
      plannedAt: '2025-10-08 13:00',
      lines: {
        who: 'aoi',
        at: '2025-10-09 17:40',
        good: '4件の退院を並べてみたら、どれも入院の知らせが届いていなかった。',
        stuck: '病院のだれに聞けばよいか分からず、まだ電話していない。',
        next: '支援1までに、病院の相談員に会いに行きたい。',
      },
      record: {
        at: '2025-10-15 15:10',
        situation: ['4件を並べた紙をもとに話した。入院を知った日は、早くて3日後、遅い例で退院の当日だった。'],
        decided: ['次の支援1では、東浜中央病院の相談員の話を聞いた結果を持ち寄る。'],
        note: ['課長が「様式を配れば済む」と考えている。先に病院の困りごとを聞くように、次回も促す。'],
        keywords: ['入院の知らせ'],
        advice: [
          {
            by: 'ken',
            text: '病院に行くときは、お願いの紙を持たずに、相談員さんが困っていることだけを聞いてきてください。',
            answer: {
              who: 'daichi',
              at: '2025-10-17 09:12',
              answer: 'taken',
              reason: '課長と保健師の二人で行きます。',
            },
          },
        ],
        promises: [
          {
            text: '東浜中央病院の相談員に話を聞きに行く',
            side: 'town',
            owner: '大地課長・青木',
            dueOn: '2025-10-21',
            done: {
              who: 'aoi',
              at: '2025-10-21 17:20',
              on: '2025-10-20',
              type: 'listen',
            },
          },
        ],
        fixedAt: '2025-10-17 10:00',
      },
    },
    {
      step: 's1',
      on: '2025-10-22',
      time: '13:30',
      mode: 'both',
      place: 'みどり町役場 2階会議室',
      plannedAt: '2025-10-15 16:00',
      record: {
        at: '2025-10-22 16:10',
        situation: [
          '病院の相談員5人のうち、町の窓口を知っていたのは1人。残りの4人は家族に任せていた。',
          '相談員も「退院の日が決まるのが遅く、知らせる相手を探す時間がない」と困っていた。',
          'ケアマネジャーは、入院を知ってもどこへ連絡すればよいか分からないと話している。',
        ],
        decided: [
          '窓口を一つにする。まず高齢者支援係の電話を、病院の相談員5人に直接知らせる。',
          '入院の知らせを受けたら、係がその日のうちに担当ケアマネジャーへ電話する。1か月だけ試す。',
        ],
        note: ['病院側の師長が協力的。次の段階で会えるとよい。'],
        keywords: ['窓口を一つ', '試しに1か月'],
        advice: [
          {
            by: 'ken',
            text: '試す1か月は、届いた件数よりも「届かなかった件」を数えてください。どこで止まったかが次の手がかりになります。',
            answer: {
              who: 'aoi',
              at: '2025-10-24 11:02',
              answer: 'taken',
              reason: '毎週金曜に、病院へ退院数を聞いて突き合わせます。',
            },
          },
          {
            by: 'ken',
            text: '課長が人事の都合で抜けるおそれがあるなら、係長にも今から加わってもらいましょう。',
            circle: 'town',
            answer: {
              who: 'daichi',
              at: '2025-10-27 08:50',
              answer: 'partly',
              reason: '次回から係長も同席します。全部の回は難しいです。',
            },
          },
        ],
        promises: [
          {
            text: '病院の相談員5人に、窓口の電話番号を書いたカードを手渡す',
            side: 'town',
            owner: '青木',
            dueOn: '2025-10-31',
            done: {
              who: 'aoi',
              at: '2025-10-30 15:45',
              on: '2025-10-29',
              type: 'visit',
            },
          },
          {
            text: 'ほかの町で入院の知らせを受けている例を2つ紹介する',
            side: 'support',
            owner: '岡田アドバイザー',
            dueOn: '2025-11-07',
            done: { who: 'ken', at: '2025-11-06 20:10', on: '2025-11-06', type: 'research' },
          },
          {
            text: '東浜中央病院の師長に、県から取組の趣旨を伝える',
            side: 'support',
            owner: '東浜県 長寿社会課',
            dueOn: '2025-11-10',
            done: { who: 'ren', at: '2025-11-07 14:30', on: '2025-11-07', type: 'visit' },
          },
        ],
        fixedAt: '2025-10-24 09:30',
      },
    },
    {
      step: 'pre2',
      on: '2025-11-12',
      time: '13:30',
      mode: 'online',
      plannedAt: '2025-10-22 16:20',
      lines: {
        who: 'aoi',
        at: '2025-11-05 18:10',
        good: '窓口のカードを渡した翌週から、入院の知らせが届きはじめた（6件）。',
        stuck: '土曜の入院2件は、退院の日まで分からなかった。',
        next: '土日の入院をどう受けとるか、病院の人と話したい。',
      },
      record: {
        at: '2025-11-12 15:00',
        situation: [
          '3週間で入院の知らせが6件届いた。届かなかったのは2件で、どちらも土曜の入院だった。',
          'ケアマネジャーから「早く分かると、退院前に家を見に行ける」という声があった。',
        ],
        decided: ['支援2では、土日の入院をどう受けとるかを考える。'],
        keywords: ['土日の入院'],
        advice: [
          {
            by: 'ken',
            text: '2件がなぜ土曜だったかを、病院の人と一緒に見てください。町だけで答えを出さないこと。',
            answer: {
              who: 'aoi',
              at: '2025-11-17 10:15',
              answer: 'taken',
              reason: '師長と20日に会うことになりました。',
            },
          },
        ],
        promises: [
          {
            text: '土曜に入院した2件を、師長と一緒にふり返る',
            side: 'town',
            owner: '青木・係長',
            dueOn: '2025-11-25',
            done: {
              who: 'aoi',
              at: '2025-11-20 18:05',
              on: '2025-11-20',
              type: 'discuss',
            },
          },
        ],
        fixedAt: '2025-11-14 11:00',
      },
    },
    {
      step: 's2',
      on: '2025-11-26',
      time: '14:00',
      mode: 'onsite',
      place: '東浜中央病院 会議室',
      plannedAt: '2025-11-12 15:20',
      record: {
        at: '2025-11-26 17:00',
        situation: [
          '初めて病院で開いた。師長、相談員2人、ケアマネジャー3人、訪問看護の所長が加わった。',
          '入院の知らせは、ふた月足らずで11件。ベッドが間に合わなかった例は0件だった。',
          '病棟の看護師は「誰に知らせるかが分かれば、土曜でも紙一枚は書ける」と話した。',
        ],
        decided: [
          '土曜の入院は、病棟の看護師が連絡カードに3項目だけ書き、月曜の朝に相談員が町へ知らせる。',
          '退院前の話し合いに、訪問看護も呼ぶかどうかを相談員がその場で決める。',
        ],
        note: ['町の担当者が自分の言葉で進行できていた。次は進行を任せる。'],
        keywords: ['連絡カード', '病棟', '訪問看護'],
        advice: [
          {
            by: 'ken',
            text: 'カードは3項目のまま増やさないでください。増やしたくなったら、減らせるものを先に探しましょう。',
            answer: {
              who: 'aoi',
              at: '2025-12-01 13:25',
              answer: 'taken',
              reason: '病棟から増やしたいと言われましたが、裏面に自由に書く欄を置いて3項目のままにしました。',
            },
          },
          {
            by: 'ken',
            text: 'うまくいった11件のうち一つを、経過図にしてみませんか。ほかの病院へ話すときに役立ちます。',
          },
        ],
        promises: [
          {
            text: '連絡カードを病棟で1か月試してもらう',
            side: 'town',
            owner: '青木',
            dueOn: '2026-01-09',
          },
          {
            text: 'カードを使った看護師3人に、書くのにかかった時間を聞く',
            side: 'town',
            owner: '空野（みどり医師会）',
            dueOn: '2025-12-12',
          },
          {
            text: '隣のはなぞの町にも、同じ病院への知らせ方を案内する',
            side: 'support',
            owner: '東浜保健所',
            dueOn: null,
            dueText: '年度末までに',
          },
        ],
        fixedAt: '2025-11-28 10:40',
      },
    },
    { step: 'pre3', on: '2025-12-24', time: '13:30', mode: 'online', plannedAt: '2025-11-26 17:15' },
    { step: 's3', on: '2026-01-21', time: '13:30', mode: 'both', place: 'みどり町役場', plannedAt: '2025-12-02 09:40' },
    { step: 'joint', on: '2026-02-18', time: '13:00', mode: 'online', plannedAt: '2025-12-02 09:45' },
  ],
}
