import { nobody } from '../../access/actor.ts'
import type { Body } from '../../papers/templates/templates.ts'
import { freshQuestion } from '../../tools/asked-questions/asked-questions.ts'
import type { Profession } from '../../tools/professions/professions.ts'
import { giveAnswers } from '../../tools/questionnaire-answers/actions.ts'
import { endLink, openLink } from '../../tools/questionnaire-links/actions.ts'
import { linksOf } from '../../tools/questionnaire-links/store.ts'
import { makeQuestionnaire } from '../../tools/questionnaires/actions.ts'
import type { Questionnaire, Round } from '../../tools/questionnaires/questionnaires.ts'
import { questionnairesOf } from '../../tools/questionnaires/store.ts'
import { type Cast, moment, seen } from './cast.ts'
import type { At } from './demonstration.ts'

/** みどり町's lecture on the news of a discharge: asked before and after, 24 and 22 answers. */
interface Where {
  programmeId: string
  regionId: string
}

const TITLE = '退院の知らせの勉強会'
const label = (...labels: string[]) => labels.map((one, i) => ({ key: `o${i + 1}`, label: one }))
const questions = [
  freshQuestion('ahead', {
    ...{ kind: 'scale', label: '受け持つ人の退院の時期を、前もって知ることができていますか', needed: true },
    ...{ low: 'できていない', high: 'できている' },
  }),
  freshQuestion('face', { kind: 'yesno', label: '困ったときに電話する、病院の相手の顔が浮かびますか', needed: true }),
  freshQuestion('from', {
    ...{ kind: 'choices', label: '退院の知らせは、どこから届きますか', hint: 'いくつでも選べます' },
    options: label('病院から', '家族から', 'ケアマネジャーから', '届かないことがある'),
  }),
  freshQuestion('words', { kind: 'long', label: '気づいたこと', hint: '患者さんや同僚の名前は書かないでください' }),
]

/** 職種, scale, face, where from: one letter each, in one line per person. */
const WHO: Record<string, Profession> = {
  c: 'care_manager',
  h: 'home_nurse',
  w: 'hospital_nurse',
  p: 'pharmacist',
  d: 'doctor',
}
const BEFORE = [
  ...['c2n24', 'c1n2', 'c2n2', 'c2n23', 'c1n24', 'c2n2', 'c2n24', 'c1n3', 'c1n2', 'h2n3', 'h1n34', 'h3y3'],
  ...['h2n3', 'h1n4', 'h2n23', 'w4y1', 'w4y1', 'w3n1', 'w5y1', 'w3y1', 'p1n4', 'p2n4', 'p1n24', 'd3y12'],
]
const AFTER = [
  ...['c3y12', 'c4y2', 'c4y1', 'c4y13', 'c4y2', 'c5y12', 'c4y1', 'c4y13', 'h3y3', 'h4y13', 'h4y3', 'h4y3'],
  ...['h4y13', 'h2y34', 'w4y1', 'w5y1', 'w4y1', 'w4y1', 'p2n4', 'p3n3', 'p2n24', 'd4y1'],
]
const WORDS: Partial<Record<Round, readonly string[]>> = {
  before: [
    '退院の前の日に、家族からの電話で知ることが多い。',
    '病棟に電話しても、だれを呼べばよいか分からない。',
    '田所さんの退院のときは、薬の変更を知らないまま訪問した。',
  ],
  after: [
    '連絡票を病棟の看護師さんが書いてくれると分かった。顔が見えると電話しやすい。',
    '薬局には、まだ知らせが来ない。連絡先に薬局も入れてほしい。',
    '次は夜間と休日のことを話したい。',
  ],
}

function answerIn(line: string, words: string | undefined): { profession: Profession; values: Body } {
  const [who = '', ahead = '', face = '', ...from] = line
  const values = { ahead, face: face === 'y' ? 'yes' : 'no', from: from.map((digit) => `o${digit}`) }
  return { profession: WHO[who] ?? 'other', values: { ...values, ...(words && { words }) } }
}

async function make(cast: Cast, at: At, { programmeId, regionId }: Where): Promise<void> {
  const ctx = await cast.as('aoi', at)
  const { region } = await seen(ctx, programmeId, regionId)
  const lead = '11月18日の勉強会の前と後に、同じことを聞きます。お名前は聞きません。2分ほどで終わります。'
  const thanks = 'ありがとうございました。集まった答えは、勉強会のおわりと次の打合せでお見せします。'
  const from = { id: null, title: '', lead, thanks, isPaired: true, smallest: 5, questions }
  const contact = 'みどり町 高齢福祉課（在宅医療・介護連携の担当）'
  await makeQuestionnaire(ctx, region, { title: TITLE, purpose: 'study', contact, from })
}

const find = async (cast: Cast, regionId: string): Promise<Questionnaire> => {
  const q = (await questionnairesOf(cast.db, regionId)).find(({ title }) => title === TITLE)
  if (!q) throw new Error('no questionnaire')
  return q
}

async function open(cast: Cast, at: At, { regionId }: Where): Promise<void> {
  const round = at < '2025-11-15' ? ('before' as const) : ('after' as const)
  const closesOn = round === 'before' ? '2025-11-18' : '2025-11-28'
  const link = await openLink(await cast.as('aoi', at), await find(cast, regionId), {
    round,
    closesOn,
    mostAnswers: 100,
  })
  const guest = {
    db: cast.db,
    actor: nobody,
    now: moment(round === 'before' ? '2025-11-13 18:30' : '2025-11-19 08:50'),
  }
  const lines = round === 'before' ? BEFORE : AFTER
  for (const [i, line] of lines.entries()) await giveAnswers(guest, link, answerIn(line, WORDS[round]?.[i]))
}

async function close(cast: Cast, at: At, { regionId }: Where): Promise<void> {
  const q = await find(cast, regionId)
  const link = (await linksOf(cast.db, [q.id])).at(-1)
  if (link) await endLink(await cast.as('aoi', at), q, link)
}

const DEEDS: readonly [At, typeof make][] = [
  ['2025-11-07 15:20', make],
  ['2025-11-10 09:10', open],
  ['2025-11-18 17:40', close],
  ['2025-11-18 19:30', open],
  ['2025-11-28 17:20', close],
]

export const questionnaireDeeds = (cast: Cast, where: Where): { at: At; run(): Promise<unknown> }[] =>
  DEEDS.map(([at, tell]) => ({ at, run: () => tell(cast, at, where) }))
