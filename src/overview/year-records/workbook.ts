import { type List, listOf } from '../../platform/office/csv.ts'
import { minuteOf } from '../../platform/time.ts'
import { LETTER_TEXTS, type LetterKey, textOf } from '../../programme/letter-texts/letter-texts.ts'
import type { Programme, Step } from '../../programme/programmes/programmes.ts'
import { STEP_KINDS } from '../../programme/programmes/programmes.ts'
import type { Criterion } from '../../programme/scoring/scoring.ts'
import type { JointQuestion } from '../joint-questions/joint-questions.ts'

export const stepList = (steps: readonly Step[]): List =>
  listOf<Step>(
    [
      ['順', 6, ({ position }) => position],
      ['段', 24, ({ label }) => label],
      ['種類', 20, ({ kind }) => STEP_KINDS[kind]],
      ['どこの会か', 12, ({ level }) => (level === 'region' ? '地域' : '年度')],
      ['ひとことをお願いする', 12, ({ asksReport }) => (asksReport ? 'はい' : '')],
      ['ねらい', 50, ({ guide }) => guide.aim],
    ],
    steps,
  )

export const criterionList = (criteria: readonly Criterion[]): List =>
  listOf<Criterion>(
    [
      ['観点', 30, ({ label }) => label],
      ['説明', 50, ({ description }) => description],
      ...[0, 1, 2, 3, 4].map((at): [string, number, (one: Criterion) => string | undefined] => [
        `${at + 1}点`,
        24,
        ({ words }) => words[at],
      ]),
    ],
    criteria,
  )

export const letterTextList = (programme: Programme): List =>
  listOf<LetterKey>(
    [
      ['手紙', 30, (key) => LETTER_TEXTS[key].label],
      ['いつ、だれに', 40, (key) => LETTER_TEXTS[key].when],
      ['件名', 40, (key) => textOf(programme, key).subject],
      ['本文', 80, (key) => textOf(programme, key).body],
    ],
    Object.keys(LETTER_TEXTS) as LetterKey[],
  )

interface Said {
  question: JointQuestion
  at: string
  text: string
  by: string
  isAnswer: boolean
}

/** 合同報告会: every question with its answers; who wished not to be named is marked. */
export function jointQuestionList(questions: readonly JointQuestion[], names: ReadonlyMap<string, string>): List {
  const rows = questions.flatMap((question): Said[] => [
    {
      question,
      at: question.askedAt,
      text: question.text,
      by: `${question.askedFrom} ${question.askedBy}`,
      isAnswer: false,
    },
    ...question.answers.map((a) => ({
      question,
      at: a.answeredAt,
      text: a.text,
      by: `${a.byFrom} ${a.byName}`,
      isAnswer: true,
    })),
  ])
  return listOf<Said>(
    [
      ['地域', 20, ({ question }) => (question.regionId ? names.get(question.regionId) : '全体')],
      ['種類', 10, ({ isAnswer }) => (isAnswer ? '答え' : '質問')],
      ['言葉', 80, ({ text }) => text],
      ['だれが', 30, ({ by }) => by],
      ['名前を出さない', 12, ({ question, isAnswer }) => (!isAnswer && question.isHidden ? 'はい' : '')],
      ['日時', 18, ({ at }) => minuteOf(at)],
    ],
    rows,
  )
}
