import { rowsIn, textIn } from '../../papers/templates/templates.ts'
import { daysBetween } from '../../platform/time.ts'
import {
  type Check,
  cell,
  type Facts,
  kindOfRef,
  type MeetingFact,
  papersOf,
  type Spot,
  saysNothing,
  short,
} from '../checks/checks.ts'

/** Meetings have no paper: their ref leads to the meeting itself. */
const meetingSpot = (meeting: MeetingFact, message: string, path = ''): Spot => ({
  ...{ ref: `meeting.${meeting.number}`, path, label: meeting.label, message },
})
const meetingsIn = (facts: Facts): readonly MeetingFact[] => facts.meetings ?? []

/** Too near each other for anything to have happened. */
const isSoon = (a: MeetingFact, b: MeetingFact): boolean =>
  a.heldOn !== null && b.heldOn !== null && daysBetween(a.heldOn, b.heldOn) < 7

const withoutPractice = (facts: Facts): Spot[] =>
  meetingsIn(facts).flatMap((meeting, at, all) => {
    const before = all[at - 1]
    if (!before || meeting.practices !== 0 || isSoon(before, meeting)) return []
    return [
      meetingSpot(
        meeting,
        `${before.label}から${meeting.label}までの間に、調べた・出向いた・話を聞いた・話し合ったことは？ 短くて構いません`,
      ),
    ]
  })

/** 都道府県の声 not heard at the last two meetings. */
const silentPrefecture = (facts: Facts): Spot[] => {
  const [before, last] = meetingsIn(facts).slice(-2)
  if (!before || !last || before.prefectureSpoke !== false || last.prefectureSpoke !== false) return []
  return [meetingSpot(last, '県・保健所に頼めることは？ ほかの市町村の例、データ、関係団体への声かけなどを頼めます')]
}

const FORUM: [column: string, label: string][] = [
  ['function', '機能'],
  ['theme', 'テーマ'],
  ['members', '相手'],
]

const vagueForums = (facts: Facts): Spot[] =>
  papersOf(facts, 'forum').flatMap(([ref, body]) =>
    rowsIn(body, 'forums').flatMap((row): Spot[] => {
      const missing = FORUM.filter(([column]) => saysNothing(cell(row, column))).map(([, label]) => label)
      if (missing.length === 0) return []
      const name = short(cell(row, 'theme') || cell(row, 'purpose')) || 'まだ名前のない協議の場'
      const message = `この場に何をさせたいですか。誰と始めますか。「${missing.join('」「')}」がまだ空いています`
      return [
        {
          ref,
          path: `forums/${row.id}`,
          label: `協議の場「${name}」`,
          message,
          about: FORUM.map(([c]) => cell(row, c)).join('\n'),
        },
      ]
    }),
  )

interface Wanted {
  kind: string
  title: string
  keys: [key: string, label: string, message: string][]
}
const SURVEY: Wanted = {
  kind: 'survey_plan',
  title: '調査計画',
  keys: [
    [
      'hypothesis',
      '確かめたい仮説',
      '何を確かめる調査ですか。「〜だから〜になっているのでは」の形で書けると、聞くことが減らせます',
    ],
    ['use', '結果の使い道', '結果を、誰と、どう使いますか。使い道が先にあると、答える人にも説明できます'],
  ],
}
const STUDY: Wanted = {
  kind: 'study_plan',
  title: '勉強会計画',
  keys: [
    ['purpose', '目的', '何に困っていて、なぜ勉強会ですか。一文で構いません'],
    ['achieve', '達成したいこと', '終わったとき、何が変わっていれば成功ですか'],
  ],
}
const wanting =
  ({ kind, title, keys }: Wanted) =>
  (facts: Facts): Spot[] =>
    papersOf(facts, kind).flatMap(([ref, body]) =>
      keys.flatMap(([key, label, message]): Spot[] =>
        saysNothing(textIn(body, key)) ? [{ ref, path: key, label: `${title}「${label}」`, message }] : [],
      ),
    )

/** Always said, never timed: nobody has to fill everything. */
const MANY_BOXES = 6
const manyBoxes = (facts: Facts): Spot[] =>
  Object.keys(facts.bodies).flatMap((ref): Spot[] =>
    (facts.optionalBoxes?.[ref] ?? facts.optionalBoxes?.[kindOfRef(ref)] ?? 0) >= MANY_BOXES
      ? [
          {
            ref,
            path: '',
            label: 'シート全体',
            message: '全部埋めなくて大丈夫です。今日は、書けるところだけで構いません',
          },
        ]
      : [],
  )

export const planChecks: readonly Check[] = [
  {
    id: 'P1',
    level: 'A',
    find: (facts) =>
      meetingsIn(facts)
        .filter((meeting) => meeting.hasLines === false)
        .map((meeting) =>
          meetingSpot(
            meeting,
            '手ごたえ・うまくいかなかったこと・次にしたいことを、一行ずつ書けますか。一つだけでも助かります',
            'lines',
          ),
        ),
  },
  { id: 'P2', level: 'A', find: withoutPractice },
  { id: 'P3', level: 'A', find: vagueForums },
  { id: 'P4', level: 'A', find: wanting(SURVEY) },
  { id: 'P5', level: 'A', find: wanting(STUDY) },
  { id: 'P6', level: 'A', find: manyBoxes },
  { id: 'P7', level: 'A', find: silentPrefecture },
]
