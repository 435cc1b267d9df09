import type { Save, Story } from './demonstration.ts'

/** ひばり村: under 3,000 people; well meant, not yet concrete. */
export const hibari: Story = {
  organisationId: 'org-924628',
  writer: 'hibiki',
  begunAt: '2025-08-05 10:00',
  saves: [
    {
      at: '2025-08-18 15:30',
      who: 'hibiki',
      fields: {
        reason:
          '担当が一人で、在宅医療・介護連携のどこから手をつければよいか分かりません。診療所が週3日だけになり、これからの暮らしが心配です。',
        hopes: '他の小さな村がどのように進めているかを知りたいです。',
        supportKind: 'all_scenes',
        scenes: ['daily', 'discharge', 'emergency', 'endoflife'],
        department: '住民課 福祉係',
        manager: 'no',
        medicalStaff: 'no',
        healthCenter: 'no',
        training: 'planned',
        contactName: '麦野 響',
        contactMail: 'fukushi@hibari.example',
        consentOn: '2025-08-15',
        consentBy: '北森県 地域医療課',
      },
    },
  ],
  submittedAt: '2025-08-18 16:20',
  reasonToGoOn: '担当が一人で、どの場面から始めるかを決めるところから手伝ってほしいため。',
  scores: {
    haru: [
      [2, '心配は伝わるが、誰に何が起きたかがまだ書かれていない'],
      [2, '診療所の名前は挙がっている'],
      [1, '担当一人。これから'],
    ],
    mika: [
      [2, '4場面すべてにしるしがある'],
      [2, '話し合う場はこれから'],
      [2, '研修を受ける予定'],
    ],
  },
  decision: {
    selected: false,
    reason:
      '困りごとを一つに絞る前の段階のため、今年は見送る。北森県の取組の中で、県と保健所が先に話を聞くことをお願いした。',
  },
  team: [],
  meetings: [],
}

/** はなぞの町: the same bureau's area as みどり町, handed in late after a reopening. */
export const hanazono: Story = {
  organisationId: 'org-913421',
  writer: 'rin',
  begunAt: '2025-08-12 11:10',
  saves: [
    {
      at: '2025-08-21 18:50',
      who: 'rin',
      fields: {
        reason:
          '認知症の方が入院すると、退院のときに施設を探すことになり、家に帰れた人は昨年度8人のうち2人でした。入院中に家の様子を病院へ伝えるしくみがありません。',
        hopes: '病院と町のやりとりの始め方を考えたいです。',
        theme: '認知症の人が入院しても、家に帰れる道をつくる',
        supportKind: 'scene',
        scenes: ['dementia', 'discharge'],
        typicalCase: '物忘れのある方が肺炎で入院し、夜に落ち着かなくなる。家での過ごし方を知る人が病院にいない。',
        department: '介護福祉課',
        medicalStaff: 'yes',
      },
    },
    {
      at: '2025-08-27 14:05',
      who: 'rin',
      fields: {
        issues: [
          { id: 'row1', text: '入院中に、家での過ごし方が病院に伝わらない', scene: 'dementia', weight: '3', ease: '2' },
        ],
        partners: [{ id: 'hospitals', state: 'sometimes', note: '東浜中央病院。困ったときに電話する' }],
        contactName: '花園 凛',
        contactMail: 'kaigo@hanazono.example',
        contactTel: '00-0000-1342',
      },
    },
  ],
  reopened: {
    at: '2025-08-25 09:00',
    untilOn: '2025-08-29',
    reason: '締切の日に町の回線が止まり、提出できなかったと連絡があったため',
  },
  submittedAt: '2025-08-27 14:20',
  consent: { who: 'ren', at: '2025-08-28 10:30', answer: 'agreed', section: '長寿社会課', note: '' },
  scores: {
    haru: [
      [4, '8人のうち2人という数がある'],
      [2, '病院とは電話だけ'],
      [2, '課長の参加が書かれていない'],
    ],
    mika: [
      [4, '場面がはっきりしている'],
      [2, 'みどり町と同じ病院。来年につなげたい'],
      [2, '体制はこれから'],
    ],
  },
  decision: {
    selected: false,
    reason:
      '同じ厚生局の地域から、同じ病院との取組で進むみどり町を採択したため。みどり町の連絡カードを保健所から案内し、来年度の応募を待つ。',
  },
  team: [],
  meetings: [],
}

/** みなと町: handed in, but the prefecture wants to talk first; never received. */
export const minato: Story = {
  organisationId: 'org-943819',
  writer: 'nami',
  begunAt: '2025-08-11 09:40',
  saves: [
    {
      at: '2025-08-22 16:10',
      who: 'nami',
      fields: {
        reason:
          '港の集落で一人暮らしの方が亡くなり、3日後に見つかりました。訪問看護も配食も入っていましたが、曜日がかたよっていました。関わる人どうしで予定を見せ合うしくみをつくりたいです。',
        hopes: '個人の情報の扱いと、関わる人の集め方を相談したいです。',
        theme: '一週間のうち、誰も訪ねない日をなくす',
        supportKind: 'scene',
        scenes: ['daily'],
        typicalCase: '一人暮らしで、月・水・金にサービスが集まっている方。土日に体調が変わることが多い。',
        department: '保健福祉課',
        manager: 'no',
        medicalStaff: 'yes',
        contactName: '港 なみ',
        contactMail: 'hoken@minato.example',
      },
    },
  ],
  submittedAt: '2025-08-22 16:58',
  consent: {
    who: 'minami',
    at: '2025-08-29 17:10',
    answer: 'wants_talk',
    section: '長寿政策課',
    note: '県の見守り事業と重なるため、役割の分け方を先に相談したいです。',
  },
  scores: null,
  decision: null,
  team: [],
  meetings: [],
}

/** みなと町 again, for next year: just begun. */
export const draftOfMinato = {
  organisationId: 'org-943819',
  who: 'nami' as const,
  at: '2025-12-12 16:20' as const,
  fields: {
    reason: '今年の応募のあと、県の見守り事業と役割を分ける相談をしました。今度は一緒に応募したいと考えています。',
    theme: '一週間のうち、誰も訪ねない日をなくす',
    scenes: ['daily'],
    department: '保健福祉課',
  },
} satisfies Save & { organisationId: string }
