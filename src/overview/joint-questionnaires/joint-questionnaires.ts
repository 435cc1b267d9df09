import { freshQuestion, type Question } from '../../tools/asked-questions/asked-questions.ts'
import type { Questionnaire } from '../../tools/questionnaires/questionnaires.ts'

const asked = (questions: Partial<Question>[]): Question[] =>
  questions.map((question, i) => freshQuestion(`q${i + 1}`, question))

const SCALE = { kind: 'scale', low: 'そう思わない', high: 'そう思う' } as const

/** Something to begin with: what was taken home from the others; every word can be changed. */
export const JOINT_START: Pick<Questionnaire, 'lead' | 'thanks' | 'isPaired' | 'smallest' | 'questions'> = {
  lead: '会に参加して感じたことを教えてください。お名前は聞きません。2分ほどで終わります。',
  thanks: 'ありがとうございました。いただいた答えは、来年度の会の進め方に生かします。',
  ...{ isPaired: false, smallest: 5 },
  questions: asked([
    { ...SCALE, label: 'ほかの地域の報告に、自分の地域で使えることがありましたか', needed: true },
    { ...SCALE, label: '自分の地域で次にすることが、見えてきましたか' },
    { ...SCALE, label: '質問や意見を出しやすい会でしたか' },
    {
      kind: 'choice',
      label: '時間の長さはいかがでしたか',
      options: ['短い', 'ちょうどよい', '長い'].map((label, i) => ({ key: `o${i + 1}`, label })),
    },
    { kind: 'long', label: '持ち帰りたいこと、よかったこと', hint: '住民や患者の名前は書かないでください' },
    { kind: 'long', label: '来年度に向けて、直したほうがよいこと' },
  ]),
}
