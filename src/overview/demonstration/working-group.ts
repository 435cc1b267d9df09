import { paths } from '../../paths/paths.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import { programmeSeen } from '../../programme/programmes/store.ts'
import { makeBody } from '../../support/bodies/actions.ts'
import type { WgBody } from '../../support/bodies/bodies.ts'
import { bodiesOf, seatsOf } from '../../support/bodies/store.ts'
import { slotsOfYear } from '../../support/meetings/store.ts'
import { scheduleMeeting } from '../../support/schedules/actions.ts'
import { endSeat, giveSeat } from '../../support/seats/actions.ts'
import { answerOpinion, passOn, tellAuthors } from '../../support/wg-answers/actions.ts'
import { sayOpinion } from '../../support/wg-opinions/actions.ts'
import { opinionsOf, reviewedRegions } from '../../support/wg-opinions/store.ts'
import type { OpinionState, WgAnswer } from '../../support/wg-opinions/wg-opinions.ts'
import { writeYearAgenda } from '../../support/year-agendas/actions.ts'
import { handOut } from '../../support/year-materials/actions.ts'
import { occasionOf } from '../../support/year-meetings/year-meetings.ts'
import { releaseModel } from '../model-releases/actions.ts'
import { markRead } from '../reviews/store.ts'
import type { Cast } from './cast.ts'
import type { At } from './demonstration.ts'
import type { PersonKey } from './people.ts'

type Deed = { at: At; run(): Promise<unknown> }

const text = (...lines: string[]) => Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`, 'utf8')

const review = text(
  '前年度のふり返り（見本）',
  '',
  '・4地域のうち3地域で、支援のあとも月1回の話し合いが続いている。',
  '・様式を埋めることに時間を使いすぎた、という声が2地域からあった。',
  '・県の担当者が進め方を見ていた地域では、翌年に県の研修へつながった。',
)
const outcome = text(
  'オリエンテーションの結果（見本）',
  '',
  '・4地域とも、はじめのテーマを話し合いの中で言いかえた。',
  '・「連携の強化」のような大きな言葉が、だれの何が変わるかの言葉になった。',
)
export const groupBytes = [review, outcome]

const KNOWN = { person: '', email: '', isChair: false, sure: false, toOn: null }
const SEATS = [
  {
    ...{ name: '秋葉 みのり', kana: 'あきば みのり', affiliation: '白嶺看護大学 地域看護学', title: '准教授' },
    fromOn: '2025-07-01',
  },
  {
    ...{ name: '夏川 透', kana: 'なつかわ とおる', affiliation: '東浜県介護支援専門員会', title: '副会長' },
    fromOn: '2025-07-01',
  },
] as const
const SUCCESSOR = {
  ...{ name: '冬木 恵', kana: 'ふゆき めぐみ', affiliation: '東浜県介護支援専門員会', title: '理事' },
  fromOn: '2025-10-01',
}

const AGENDAS = {
  wg1: [
    ['14:00', '開会、委員の紹介', '事務局'],
    ['14:10', '前年度のふり返り', '森野 美香'],
    ['14:30', '今年度の進め方と募集要項', '森野 美香'],
    ['15:10', '地域を選ぶときの観点', '座長'],
    ['15:40', '役割と日程の確認', '事務局'],
  ],
  wg2: [
    ['14:00', '開会', '座長'],
    ['14:05', 'オリエンテーションの結果（テーマの前と後）', '森野 美香'],
    ['14:25', '4地域の支援経過を読んで', '座長'],
    ['15:25', 'シートとツールの見直し', '早瀬 俊'],
    ['15:50', '次の会までの宿題', '事務局'],
  ],
} as const
type Meeting = keyof typeof AGENDAS

async function stage(cast: Cast, who: PersonKey, at: At, programmeId: string) {
  const ctx = await cast.as(who, at)
  const programme = (await programmeSeen(cast.db, ctx.actor, programmeId)) as Programme
  return { ctx, programme }
}
type Stage = Awaited<ReturnType<typeof stage>>

const bodyOf = async ({ ctx, programme }: Stage) => (await bodiesOf(ctx.db, programme.id))[0] as WgBody

async function meetingOf({ ctx, programme }: Stage, key: Meeting) {
  const slot = (await slotsOfYear(ctx.db, programme.id, ctx.now)).find((one) => one.stepKey === key)
  if (!slot) throw new Error(`no meeting ${key}`)
  return occasionOf(programme, slot)
}

async function regionOf({ ctx, programme }: Stage, name: string) {
  const region = (await reviewedRegions(ctx.db, ctx.actor, programme.id)).find((one) => one.name.includes(name))
  if (!region) throw new Error(`no region ${name}`)
  return region
}

async function found(s: Stage, cast: Cast): Promise<void> {
  await makeBody(s.ctx, s.programme.id, { kind: 'wg', name: '連携支援WG' })
  const body = await bodyOf(s)
  const chair = { ...KNOWN, person: cast.ids.haru, name: '春山 遥', kana: 'はるやま はるか', isChair: true }
  const at = { programme: s.programme, body, origin: cast.origin }
  const input = { ...chair, affiliation: '南原大学 公衆衛生学', title: '教授', fromOn: '2025-07-01' }
  await giveSeat(s.ctx, { ...at, input })
  for (const seat of SEATS) await giveSeat(s.ctx, { ...at, input: { ...KNOWN, ...seat } })
}

async function succeed(s: Stage, cast: Cast): Promise<void> {
  const { ctx, programme } = s
  const body = await bodyOf(s)
  const seat = (await seatsOf(ctx.db, [body.id])).find((one) => one.name === SEATS[1].name)
  if (!seat) throw new Error('no seat')
  await endSeat(ctx, { programme, body, seat, toOn: '2025-09-30', endReason: '会の役員の交代のため' })
  await giveSeat(ctx, { programme, body, input: { ...KNOWN, ...SUCCESSOR }, origin: cast.origin })
}

async function plan(s: Stage, key: Meeting, heldOn: string): Promise<void> {
  const where = { mode: 'online' as const, place: '', url: '' }
  await scheduleMeeting(
    s.ctx,
    await meetingOf(s, key),
    { heldOn, time: '14:00', minutes: 120, ...where },
    { origin: null },
  )
  const rows = AGENDAS[key].map(([time, words, who], at) => ({ id: `${key}-${at}`, time, text: words, who }))
  await writeYearAgenda(s.ctx, await meetingOf(s, key), { rows, base: '' })
}

async function lay(s: Stage, key: Meeting, paper: { title: string; bytes: Buffer }): Promise<void> {
  const { title, bytes } = paper
  const file = { name: `${title}.txt`, type: 'text/plain', bytes }
  await handOut(s.ctx, await meetingOf(s, key), { title, file })
}

interface Said {
  text: string
  meeting: Meeting
  region?: string
  /** Heard in the room, of a member known by name. */
  heardOf?: string
  saidOn: string
}

async function say(s: Stage, { text: words, meeting, region, heardOf, saidOn }: Said): Promise<void> {
  const { ctx, programme } = s
  const { slot } = await meetingOf(s, meeting)
  const author = heardOf ? { id: null, name: heardOf } : { id: ctx.actor.personId, name: ctx.actor.name }
  const about = region ? await regionOf(s, region) : null
  await sayOpinion(ctx, { programme, text: words, region: about, slot, author, isHeard: Boolean(heardOf), saidOn })
}

type Words = Pick<WgAnswer, 'topic' | 'response' | 'landing' | 'landingWords' | 'landingHref'> & {
  status: OpinionState
}

async function answer(s: Stage, begins: string, words: Words): Promise<void> {
  const one = (await opinionsOf(s.ctx.db, s.programme.id)).find(({ text: said }) => said.startsWith(begins))
  if (one) await answerOpinion(s.ctx, one, { summary: '', ...words, base: one.answer?.id ?? '' })
}

async function pass(s: Stage, begins: string, words: string): Promise<void> {
  const one = (await opinionsOf(s.ctx.db, s.programme.id)).find(({ text: said }) => said.startsWith(begins))
  if (one) await passOn(s.ctx, one, words)
}

const APART = '本人の望みと、まわりの人の受けとめを、'
const PAUSE = '事前の打ち合わせと支援の日が近いと、'
const NIGHT = '土曜と夜の退院を、'

/** 連携支援WG: WG① in summer with what became of it, WG② a week ahead with four regions to read. */
export function groupDeeds(cast: Cast, programmeId: string): Deed[] {
  const deed = (at: At, run: (s: Stage) => Promise<unknown>, who: PersonKey = 'mika'): Deed => ({
    at,
    run: async () => run(await stage(cast, who, at, programmeId)),
  })
  const sheet = {
    ...{ status: 'done' as const, topic: 'シートの書きやすさ', landing: 'sheet' as const },
    response: '状態シートで、本人の要望とまわりの受けとめを別の欄にしました。書けるほうだけで出せます。',
    landingWords: '状態シートの「本人の要望」と「周りの受け止め」を別の欄にした',
    landingHref: paths.sheetTemplates(programmeId),
  }
  const setting = {
    ...{ status: 'done' as const, topic: '回のあいだの長さ', landing: 'setting' as const },
    response: '支援と次の事前の打ち合わせのあいだを、3週間以上あけることを日程の目安にしました。',
    landingWords: '動きが止まったとみる日数を21日にし、日程の目安に加えた',
    landingHref: paths.programmeSettings(programmeId),
  }
  const doing = {
    ...{ status: 'doing' as const, topic: '夜と土日の退院', landing: '' as const, landingWords: '', landingHref: '' },
    response: '支援3の前に、みどり町の事前の打ち合わせで取り上げます。結果はWG③でお伝えします。',
  }
  return [
    deed('2025-07-01 09:30', (s) => found(s, cast)),
    deed('2025-07-01 10:10', (s) => plan(s, 'wg1', '2025-07-08')),
    deed('2025-07-03 15:00', (s) => lay(s, 'wg1', { title: '前年度のふり返り', bytes: review })),
    deed(
      '2025-07-08 17:20',
      (s) =>
        say(s, {
          text: `${APART}分けて書ける欄がほしい。いまの様式では混ざってしまう。`,
          meeting: 'wg1',
          saidOn: '2025-07-08',
        }),
      'haru',
    ),
    deed('2025-07-09 09:40', (s) =>
      say(s, {
        ...{ text: `${PAUSE}現場で試す時間がない。あいだを3週間以上あけてはどうか。`, meeting: 'wg1' },
        ...{ heardOf: '秋葉 みのり', saidOn: '2025-07-08' },
      }),
    ),
    deed('2025-07-18 16:00', (s) => answer(s, APART, sheet)),
    deed('2025-07-18 16:20', (s) => answer(s, PAUSE, setting)),
    deed('2025-07-22 10:00', (s) => tellAuthors(s.ctx, s.programme, cast.origin)),
    deed('2025-10-01 09:10', (s) => succeed(s, cast)),
    deed('2025-12-05 13:00', (s) => plan(s, 'wg2', '2025-12-22')),
    deed('2025-12-08 11:10', async (s) => releaseModel(s.ctx, await regionOf(s, 'みどり町'))),
    deed('2025-12-08 11:30', (s) => lay(s, 'wg2', { title: 'オリエンテーションの結果', bytes: outcome })),
    deed('2025-12-12 20:40', async (s) => markRead(s.ctx, (await regionOf(s, 'みどり町')).id), 'haru'),
    deed(
      '2025-12-12 20:45',
      (s) =>
        say(s, {
          ...{ text: `${NIGHT}だれが受けるのかがまだ見えない。病院の当直と話せているか。`, meeting: 'wg2' },
          ...{ region: 'みどり町', saidOn: '2025-12-12' },
        }),
      'haru',
    ),
    deed('2025-12-12 21:05', async (s) => markRead(s.ctx, (await regionOf(s, 'すずかぜ市')).id), 'haru'),
    deed(
      '2025-12-12 21:10',
      (s) =>
        say(s, {
          ...{ text: '聞きとりの相手が専門職に寄っている。家族の話も一人でよいので聞けるとよい。', meeting: 'wg2' },
          ...{ region: 'すずかぜ市', saidOn: '2025-12-12' },
        }),
      'haru',
    ),
    deed('2025-12-15 11:00', (s) => answer(s, NIGHT, doing)),
    deed('2025-12-15 11:05', (s) =>
      pass(s, NIGHT, '土曜と夜の退院をだれが受けるかを、病院の当直の方にも聞いてみてはどうでしょうか。'),
    ),
  ]
}
