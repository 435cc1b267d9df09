import { type Actor, type Membership, type RegionFacts, ROLES, type Role } from '../../access/actor.ts'
import { CIRCLES, type Circle, circlesReadBy } from '../../access/circles.ts'

/** 使い方: one page per role, five steps each. */
export interface RoleHelp {
  lead: string
  steps: readonly string[]
  ask: string
}

export const HELP: Record<Role, RoleHelp> = {
  secretariat: {
    lead: '募集から報告まで、地域が止まらないように声をかけ、記録を確定する役割です。',
    steps: [
      '年度事業をつくり、日付、募集要項、手紙の文を整えて、募集ページを公開します。',
      '届いたエントリーを読み、承諾のないところにもう一度お願いします。',
      '選定のページで並べて読み、理由を書いて決め、手紙を確かめてから知らせます。',
      '回の日にちを決め、終わった回の記録を確定します。',
      '毎週はじめに「月曜日の一覧」を見て、待っている人と止まっている地域に声をかけます。',
    ],
    ask: '画面や権限のことは、管理担当者にお聞きください。',
  },
  advisor: {
    lead: '問いかけ、聞き、助言する役割です。答えを決めるのは地域の人です。',
    steps: [
      'ホームの「前回の訪問から動いたこと」で、担当する地域の動きを読みます。',
      '回の前に、エントリーシートとこれまでの記録に目を通します。',
      '回のあとに、状況、助言、おたがいの約束を記録します。',
      '助言への返事を読み、次の問いを考えます。',
      '地域に見せない気づきは「支援チーム」に書きます。市町村と都道府県には見えません。',
    ],
    ask: '日程や担当のことは、事務局にご相談ください。',
  },
  municipality: {
    lead: '主役です。応募し、回のあいだに実践し、気づいたことを短く書きます。',
    steps: [
      'エントリーシートを書きます。途中で保存でき、Excelで書いて取りこむこともできます。',
      '提出すると、事務局と県に届きます。締切までは書き直せます。',
      '採択されたら、次の回の日時と、市町村が行う約束をホームで確かめます。',
      '約束は、済んだら「分かったこと」をひとこと添えて記録します。',
      '届いた助言に「取り入れた」「見送った」などで返します。見送ってもかまいません。',
    ],
    ask: '書き方に迷ったら、担当の都道府県か事務局にご相談ください。',
  },
  partner: {
    lead: '市町村と一緒に取り組む立場で、分けてもらった記録を読みます。',
    steps: [
      'ホームで、次の回と、あなたの地域の動きを読みます。',
      '回の記録と助言を読み、自分の仕事に関わるところを確かめます。',
      '気づいたことは、回の場で話すか、市町村の担当者に伝えます。',
      '提出や承諾は市町村と都道府県が行います。あなたがすることはありません。',
      '「市町村の内輪」に書かれたものは見えません。見えなくて正しい動きです。',
    ],
    ask: '見えるはずのものが見えないときは、市町村の担当者にお聞きください。',
  },
  prefecture: {
    lead: '応募を承諾し、回を見守り、県内に広げるやり方を学ぶ役割です。保健所の方も同じです。',
    steps: [
      'メールのリンクかホームから、県内の応募への承諾にこたえます。1分で終わります。',
      '承諾の前に、提出されたエントリーシートを読めます。',
      '採択された地域の回の日時を確かめ、できるだけ同席します。',
      '県や保健所への約束（団体への橋渡し、データなど）は、済んだら記録します。',
      '県が主導するときは、エントリーを書き、協力市町村の了承をそろえます。',
    ],
    ask: '承諾に迷うときは「相談したい」を選ぶと、事務局から連絡します。',
  },
  wg_member: {
    lead: '地域の経過を読み、意見を述べる役割です。選定では点をつけることもあります。',
    steps: [
      'お願いが届いたら、ホームの「次にやること」から選定のページをひらきます。',
      'エントリーを並べて読み、観点ごとに1から5の点と理由を書きます。',
      'ほかの委員の点は、全員がそろって開くまで見えません。',
      'WGの前に「読む地域」が届いたら、1地域1枚の支援経過を順に読み、その場で意見を書けます。',
      '意見への対応は、ホームと「WGの意見と対応」に出ます。',
    ],
    ask: '採点の期限や観点のことは、事務局にお聞きください。',
  },
  observer: {
    lead: '事業の進みぐあいを読む立場です。',
    steps: [
      'ホームで、近い回と、動きのあった地域を読みます。',
      '地域の一覧から、採択された地域のページをひらきます。',
      '「WGにも」見せると決められた記録を読めます。',
      '報告書にもとづく見本も読めます。',
      '書きこむことや、返事をすることはありません。',
    ],
    ask: '地域に聞きたいことがあるときは、事務局を通してください。',
  },
}

export const isRole = (text: string): text is Role => Object.hasOwn(ROLES, text)

const region: RegionFacts = {
  id: 'region',
  programmeId: 'programme',
  ownerId: 'secretariat',
  prefectureId: 'prefecture',
  applicantIds: ['municipality'],
  cooperatingIds: [],
  isSample: false,
  isSubmitted: true,
  isSelected: true,
}
const bound: Partial<Record<Role, Partial<Membership>>> = {
  advisor: { regionId: 'region' },
  partner: { regionId: 'region' },
  wg_member: { programmeId: 'programme' },
  observer: { programmeId: 'programme' },
}

/** Asked of the circles' own rules, so that the table cannot say something else than the house does. */
export function readsAs(role: Role): Record<Circle, boolean> {
  const membership = { id: role, role, organisationId: role, programmeId: null, regionId: null, fromOn: '', toOn: null }
  const actor: Actor = {
    personId: role,
    name: '',
    isAdministrator: false,
    memberships: [{ ...membership, ...bound[role] }],
  }
  const read = circlesReadBy(actor, region)
  return Object.fromEntries((Object.keys(CIRCLES) as Circle[]).map((c) => [c, read.includes(c)])) as Record<
    Circle,
    boolean
  >
}

export const WORDS: readonly [word: string, meaning: string][] = [
  ['支援地域', '応募の単位です。1つの市町村、同じ県のいくつかの市町村、または県と協力市町村です。'],
  ['回', '支援のために集まる1回ずつのことです。オリエンテーション、事前MTG、支援、合同報告会などがあります。'],
  ['約束', '回で決めた「だれが、いつまでに、何をするか」です。市町村の側と支援する側の両方にあります。'],
  ['実践', '約束を果たして分かったことの記録です。調べる、出向く、話を聞く、話し合うなどがあります。'],
  ['助言', 'アドバイザーからの言葉です。市町村は取り入れても、見送ってもかまいません。'],
  ['記録の確定', '事務局が回の記録を締めることです。そのあとは書きかえられません。'],
  ['承諾', '応募してよいという、都道府県の返事です。'],
  ['状態シート', 'よくある一人を思いうかべて、どこで、なぜ弱るのかを書くシートです。いくつでも作れます。'],
  ['真因の仮説', 'うまくいかない理由の見立てです。知っている人に確かめ、数字や記録で裏づけます。'],
  ['経過図', '名前のない一人の数年を、出来事と要介護度で並べた図です。ペイシェントジャーニーとも言います。'],
  ['関係者表', '動いてほしい相手の関心と、お願いしたいことの表です。市町村の内輪だけが読みます。'],
  ['ロジックモデル', '取組が、だれの何を変えて、目指す姿につながるかを描いた図です。図の四角を「箱」と呼びます。'],
  ['再掲', '同じ取組を、別のつなぎ先のそばにもう一度示すことです。数えるのは一度だけです。'],
  ['問い', '書いたものへの問いかけです。答えなくても、直さなくても、先へ進めます。'],
  ['読む人の範囲', '文ごとに決まっている、読める人の広さです。上の表のとおりです。'],
]
