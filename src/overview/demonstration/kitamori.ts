import type { Story } from './demonstration.ts'

/** 北森県: the prefecture leads, three municipalities cooperate. */
export const kitamori: Story = {
  organisationId: 'org-920002',
  writer: 'hoku',
  begunAt: '2025-07-29 13:20',
  cooperating: [
    { organisationId: 'org-922030', who: 'mori', at: '2025-08-25 10:00' },
    { organisationId: 'org-923613', who: 'sumire', at: '2025-08-25 16:45' },
    { organisationId: 'org-924211', who: 'yuki', at: '2025-08-27 09:05' },
  ],
  theme: '小さな町村の相談に、県がどう応えるかを形にする',
  saves: [
    {
      at: '2025-08-20 11:30',
      who: 'hoku',
      fields: {
        reason:
          '県内35市町村のうち21が人口1万人未満で、担当者が一人の町村からの相談が昨年度は48件ありました。県の研修は毎年開いていますが、参加した町村のその後を追えていません。3つの市町村と一緒に半年歩き、県が何を手伝えば町村が自分で進められるかを確かめたいと考えています。',
        hopes: '県の職員が話を聞く力をつけたいです。保健所と本庁の役割の分け方も、一緒に見てください。',
        theme: '小さな町村の相談に、県がどう応えるかを形にする',
        supportKind: 'prefecture_method',
        scenes: ['daily', 'discharge'],
        issues: [
          {
            id: 'row1',
            text: '町村からの相談が、本庁と保健所のどちらに来るか決まっていない',
            weight: '3',
            ease: '2',
            scene: '',
          },
          { id: 'row2', text: '研修のあと、町村で何が変わったかを県が知らない', weight: '2', ease: '3', scene: '' },
        ],
        typicalCase:
          '人口4千人の村の担当者から「何から始めればよいか」と電話が来る。県は資料を送るが、その後の連絡はない。翌年、担当者が替わり、同じ電話が来る。',
        partners: [{ id: 'doctors', state: 'regular', note: '県医師会と年4回' }],
        progress: [
          { id: 'training', state: 'done', note: '市町村研修を年2回' },
          { id: 'neighbours', state: 'doing', note: '圏域の会議' },
        ],
        department: '地域医療課',
        manager: 'yes',
        medicalStaff: 'yes',
        healthCenter: 'yes',
        cooperating: [
          { id: 'row1', name: 'もりなか市', code: '922030', agreed: 'yes', contact: '杜 直樹' },
          { id: 'row2', name: 'そらの町', code: '923613', agreed: 'yes', contact: '空木 すみれ' },
          { id: 'row3', name: 'ゆきみ村', code: '924211', agreed: 'yes', contact: '雪野 由紀' },
        ],
        contactName: '北 あかり',
        contactPost: '地域医療課 主任',
        contactMail: 'chiiki@pref-92.example',
        contactTel: '00-0000-9200',
      },
    },
  ],
  submittedAt: '2025-08-20 17:10',
  scores: {
    haru: [
      [4, '48件の相談のその後を追う、という問いがよい'],
      [3, '医師会とは話しているが、町村との間はこれから'],
      [4, '保健所が加わる'],
    ],
    mika: [
      [4, '県の役割を確かめたいという目的がはっきりしている'],
      [4, '3市町村の了承がとれている'],
      [4, '課長と保健所が最初から出る'],
    ],
  },
  decision: {
    selected: true,
    reason: '県が市町村を支える方法を確かめる応募は1件だけで、ほかの県への手がかりになる。協力市町村の規模もさまざま。',
  },
  team: [{ who: 'ken', role: 'advisor' }],
  meetings: [
    {
      step: 'orientation',
      on: '2025-10-20',
      time: '10:00',
      mode: 'online',
      plannedAt: '2025-09-29 15:00',
      record: {
        at: '2025-10-20 11:50',
        situation: ['48件の相談を種類ごとに数えた。「何から始めればよいか」が19件で最も多かった。'],
        decided: ['相談を受けた人が、1週間後にもう一度電話をかけることを試す。'],
        keywords: ['相談のその後'],
        advice: [
          {
            by: 'ken',
            text: '電話では教えずに、「この1週間で何が動きましたか」とだけ聞いてみてください。',
            answer: { who: 'hoku', at: '2025-10-28 09:30', answer: 'taken', reason: '3市町村で試しています。' },
          },
        ],
        promises: [
          {
            text: '3市町村に1週間後の電話をかける',
            side: 'town',
            owner: '北',
            dueOn: '2025-11-07',
            done: { who: 'hoku', at: '2025-11-06 17:40', on: '2025-11-06', type: 'listen' },
          },
        ],
        fixedAt: '2025-10-22 10:00',
      },
    },
    {
      step: 'pre1',
      on: '2025-11-10',
      time: '10:00',
      mode: 'online',
      plannedAt: '2025-10-20 12:00',
      record: {
        at: '2025-11-10 11:30',
        situation: ['電話をかけた3件のうち2件で、村が自分から次の一歩を決めていた。'],
        decided: ['支援1には3市町村にも出てもらう。'],
        keywords: ['電話'],
        advice: [],
        promises: [],
        fixedAt: '2025-11-12 09:10',
      },
    },
    {
      step: 's1',
      on: '2025-12-03',
      time: '10:00',
      mode: 'both',
      place: '北森県庁 会議室',
      plannedAt: '2025-11-10 11:40',
      record: {
        at: '2025-12-03 12:20',
        situation: [
          'ゆきみ村では、診療所の看護師と役場が初めて月1回会うようになった。',
          '保健所は「本庁が先に聞いたことを知らずに訪ねていた」と話した。',
        ],
        decided: ['相談の記録を、本庁と保健所で一つの表にする。'],
        keywords: ['本庁と保健所'],
        advice: [
          {
            by: 'ken',
            text: '表の列は、町村の言葉のままにしてください。県の事業の名前で分けると、町村が読めなくなります。',
            answer: {
              who: 'hoku',
              at: '2025-12-09 14:00',
              answer: 'partly',
              reason: '列は町村の言葉にします。県の集計用に一列だけ事業名を残します。',
            },
          },
        ],
        promises: [
          { text: '相談の表を本庁と保健所で使い始める', side: 'town', owner: '北・保健所', dueOn: '2025-12-26' },
          { text: '表の例をほかの県から一つもらう', side: 'support', owner: '岡田アドバイザー', dueOn: '2025-12-19' },
        ],
        fixedAt: '2025-12-05 09:45',
      },
    },
    { step: 'pre2', on: '2025-12-19', time: '10:00', mode: 'online', plannedAt: '2025-12-03 12:30' },
    { step: 'joint', on: '2026-02-18', time: '13:00', mode: 'online', plannedAt: '2025-12-02 09:45' },
  ],
}
