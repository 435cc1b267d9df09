import { freshQuestion, type Question } from '../asked-questions/asked-questions.ts'
import type { Purpose, Questionnaire } from '../questionnaires/questionnaires.ts'

type Start = Pick<Questionnaire, 'lead' | 'thanks' | 'isPaired' | 'smallest' | 'questions'>

const options = (...labels: string[]) => labels.map((label, i) => ({ key: `o${i + 1}`, label }))
const numbered = (questions: Partial<Question>[]): Question[] =>
  questions.map((question, i) => freshQuestion(`q${i + 1}`, question))

const THANKS = 'ありがとうございました。いただいた答えは、次に何をするかを決めるときに使います。'

/** Something to begin with, for each purpose; every word can be changed. */
export const STARTERS: Record<Purpose, Start> = {
  survey: {
    lead: 'ふだんの仕事で困っていることを教えてください。お名前は聞きません。3分ほどで終わります。',
    ...{ thanks: THANKS, isPaired: false, smallest: 5 },
    questions: numbered([
      { kind: 'yesno', label: 'この1年に、連絡がつかずに困ったことがありましたか', needed: true },
      {
        kind: 'choices',
        label: 'どの場面で困りましたか',
        hint: 'いくつでも選べます',
        options: options('日常の療養支援', '入退院支援', '急変時の対応', '看取り', '困ったことはない'),
      },
      { kind: 'number', label: '困ったのは、この1年に何回くらいですか', unit: '回' },
      { kind: 'long', label: 'そのとき、何があれば助かりましたか', hint: '患者さんや同僚の名前は書かないでください' },
    ]),
  },
  study: {
    lead: '勉強会の前と後に、同じことを聞きます。お名前は聞きません。2分ほどで終わります。',
    ...{ thanks: THANKS, isPaired: true, smallest: 5 },
    questions: numbered([
      { kind: 'scale', label: 'このテーマを、人に説明できますか', low: 'できない', high: 'できる', needed: true },
      { kind: 'yesno', label: '困ったときに相談する相手の顔が浮かびますか', needed: true },
      { kind: 'scale', label: 'あすからの仕事で、やってみようと思いますか', low: '思わない', high: '思う' },
      { kind: 'long', label: '聞いてみたいこと、気づいたこと', hint: '患者さんや同僚の名前は書かないでください' },
    ]),
  },
  effect: {
    lead: '取り組みの前と後で、変わったかどうかを教えてください。お名前は聞きません。',
    ...{ thanks: THANKS, isPaired: true, smallest: 5 },
    questions: numbered([
      { kind: 'yesno', label: 'この1か月に、知らせを受けとれないまま退院を知ったことがありましたか', needed: true },
      {
        kind: 'scale',
        label: 'ほかの職種に、ためらわずに連絡できますか',
        low: 'できない',
        high: 'できる',
        needed: true,
      },
      { kind: 'long', label: '変わったと感じたこと、変わらないと感じたこと' },
    ]),
  },
  other: {
    ...{ lead: 'お名前は聞きません。', thanks: THANKS, isPaired: false, smallest: 5 },
    questions: [],
  },
}
