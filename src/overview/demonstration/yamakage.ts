import type { Story } from './demonstration.ts'

/** やまかげ町・かわの村: two small municipalities of one valley, applying together. */
export const yamakage: Story = {
  organisationId: 'org-934011',
  writer: 'kaede',
  begunAt: '2025-08-01 09:30',
  joint: [{ organisationId: 'org-934020', writer: 'tetsu' }],
  theme: '谷ぜんたいで、訪問看護が届くしくみを考える',
  saves: [
    {
      at: '2025-08-08 16:00',
      who: 'kaede',
      fields: {
        reason:
          '谷に一つだけの訪問看護が、看護師の退職で来春に縮小すると聞きました。二つの町村を合わせて利用者は34人です。冬は峠が通れない日があり、隣の市の事業所には頼れません。町と村が別々に考えていては間に合わないため、一緒に応募します。',
        hopes:
          '人を増やす話だけでは進まないことは分かっています。いまある人で何を守るかを、医師・看護・ヘルパー・住民と決める進め方を支えてほしいです。',
        theme: '谷ぜんたいで、訪問看護が届くしくみを考える',
        supportKind: 'scene',
        scenes: ['daily', 'endoflife'],
        members: [{ id: 'row1', name: 'かわの村', code: '934020', contact: '川辺 哲' }],
        department: '健康福祉課',
        manager: 'yes',
        medicalStaff: 'yes',
        coordinator: 'no',
        healthCenter: 'yes',
      },
    },
    {
      at: '2025-08-19 13:15',
      who: 'tetsu',
      fields: {
        typicalCase:
          '山の集落で二人暮らしの夫婦。妻が夫の食事と薬をみている。訪問看護は週1回。雪で2週間来られなかった間に、夫の飲み込みが悪くなり、春に入院した。同じような家が谷に6軒ある。',
        issues: [
          { id: 'row1', text: '雪で訪問できない期間の見守りが決まっていない', scene: 'daily', weight: '3', ease: '2' },
          { id: 'row2', text: '訪問看護が来春に縮小する', scene: 'daily', weight: '3', ease: '1' },
        ],
        partners: [
          { id: 'doctors', state: 'regular', note: '診療所の医師が毎月の会に出る' },
          { id: 'nurses', state: 'regular', note: '看護師4人（来春は2人）' },
          { id: 'welfare_council', state: 'regular', note: '配食と見守りを担う' },
        ],
        progress: [{ id: 'neighbours', state: 'doing', note: '町と村で月1回の打ち合わせ' }],
        contactName: '楓 ゆきの',
        contactPost: 'やまかげ町 健康福祉課 保健師',
        contactMail: 'kenkou@yamakage.example',
        contactTel: '00-0000-3401',
      },
    },
  ],
  submittedAt: '2025-08-22 11:55',
  consent: {
    who: 'shira',
    at: '2025-08-26 15:00',
    answer: 'agreed',
    section: '高齢者支援課',
    note: '冬の現地の回は、県の車を出せます。',
  },
  scores: {
    haru: [
      [5, '34人、6軒、来春という数と時期がはっきりしている'],
      [4, '顔の見える人数で動いている'],
      [3, 'コーディネーターがいない'],
    ],
    mika: [
      [4, '二つの町村で応募する理由が具体的'],
      [5, '診療所・看護・社協が毎月会っている'],
      [3, '担当は保健師一人'],
    ],
  },
  decision: {
    selected: true,
    reason: '期限のある困りごとで、二つの町村が初めて一緒に決めようとしている。1万人未満の地域の進め方の手本になる。',
  },
  team: [{ who: 'yui', role: 'advisor' }],
  meetings: [
    {
      step: 'orientation',
      on: '2025-10-14',
      time: '13:30',
      mode: 'onsite',
      place: 'やまかげ町 保健センター',
      plannedAt: '2025-09-26 11:00',
      record: {
        at: '2025-10-14 16:30',
        situation: [
          '峠が閉じる日数は、昨冬に11日だった。',
          '看護師は「行けない日に電話で聞く3つのこと」をすでに持っていた。',
        ],
        decided: ['6軒について、雪の2週間を誰がどう支えるかを一軒ずつ書き出す。'],
        keywords: ['雪', '見守り'],
        advice: [
          {
            by: 'yui',
            text: '6軒のうち2軒から始めましょう。町から1軒、村から1軒。',
            answer: { who: 'kaede', at: '2025-10-20 10:10', answer: 'taken', reason: '峠の手前の2軒にしました。' },
          },
        ],
        promises: [
          {
            text: '2軒の冬の2週間を紙に書く',
            side: 'town',
            owner: '楓・川辺',
            dueOn: '2025-11-05',
            done: { who: 'tetsu', at: '2025-11-04 17:00', on: '2025-11-04', type: 'write' },
          },
        ],
        fixedAt: '2025-10-16 09:00',
      },
    },
    {
      step: 'pre1',
      on: '2025-12-04',
      time: '13:30',
      mode: 'online',
      plannedAt: '2025-11-10 14:00',
      record: {
        at: '2025-12-04 15:10',
        situation: ['2軒分の紙ができた。村では郵便局と配食が同じ日に通っていた。'],
        decided: ['支援1は雪の前に現地で開く。日は調整する。'],
        keywords: ['郵便局', '配食'],
        advice: [
          { by: 'yui', text: '郵便局の方には、見守りをお願いする前に、いつもと違うと感じたことを聞いてみてください。' },
        ],
        promises: [
          { text: '支援1の候補日を3つ出す', side: 'support', owner: '事務局', dueOn: '2025-12-15' },
          { text: '郵便局の人に話を聞く', side: 'town', owner: '川辺', dueOn: '2025-12-22' },
        ],
        fixedAt: '2025-12-08 10:00',
      },
    },
    { step: 's1', on: null, time: null, mode: 'onsite', place: 'かわの村 公民館', plannedAt: '2025-12-08 10:05' },
    { step: 'joint', on: '2026-02-18', time: '13:00', mode: 'online', plannedAt: '2025-12-02 09:45' },
  ],
}
