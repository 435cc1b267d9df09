import { wareki } from '../../platform/time.ts'
import type { FormState } from '../../platform/web/forms.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import {
  ANSWER_WORDS,
  ANSWERS,
  type Answer,
  answerKey,
  type Busy,
  type Invitee,
  openSlots,
  overlaps,
  type PollView,
} from '../dates/dates.ts'
import { answerBy } from '../dates/mail.ts'
import { dayOff } from '../holidays/holidays.ts'
import { MODES, type Mode } from '../meetings/meetings.ts'
import { nameOf, type Occasion, spanWords } from '../occasions/occasions.ts'

interface SlotField {
  name: string
  legend: string
  marks: string[]
}

export interface PollAnswerPage extends PageBase {
  lead: string
  facts: { term: string; text: string }[]
  /** Why no answer is taken any more, or null. */
  closed: string | null
  given: string[]
  slots: SlotField[]
  options: { value: string; label: string }[]
  form: FormState
  sendTo: string
  button: string
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'support/poll-answers/show': PollAnswerPage
  }
}

export interface AnswerView {
  occasion: Occasion
  view: PollView
  invitee: Invitee
  /** What the invitee is already wanted for. */
  busy: readonly Busy[]
  closed: string | null
  form: FormState | null
  sendTo: string
  frame: 'full' | 'plain'
  isOnBehalf: boolean
  now: Date
}

/** What was said before stands in the form. */
export const answersForm = ({ view, invitee }: Pick<AnswerView, 'view' | 'invitee'>): FormState => ({
  values: {
    note: invitee.note,
    ...Object.fromEntries(
      view.slots.map(({ id }) => [`answer.${id}`, view.answers.get(answerKey(id, invitee.id)) ?? '']),
    ),
  },
  errors: {},
})

export function pollAnswerPage(given: AnswerView): PollAnswerPage {
  const { occasion, view, invitee, busy, closed, now, isOnBehalf } = given
  const answerOf = (id: string): Answer | undefined => view.answers.get(answerKey(id, invitee.id))
  const slots = openSlots(view, now).map((slot) => {
    const off = dayOff(slot.heldOn)
    const clashes = busy.filter((b) => overlaps(b, slot) && !b.isTentative)
    return {
      name: `answer.${slot.id}`,
      legend: spanWords(slot),
      marks: [...(off ? [off] : []), ...clashes.map((b) => `${b.words}と重なります`)],
    }
  })
  return {
    title: isOnBehalf ? `${invitee.name}さんの返事を記録する` : '日程のご都合',
    frame: given.frame,
    lead: isOnBehalf
      ? `電話やメールで聞いた、${invitee.name}さんの都合を書きます。`
      : `${invitee.name}さんのご都合をお聞かせください。決まるまでは、何度でも答え直せます。`,
    facts: [
      { term: '回', text: nameOf(occasion) },
      { term: '答える人', text: `${invitee.name}（${invitee.organisation}）` },
      { term: '形', text: MODES[view.poll.mode as Mode] },
      { term: '返事の期限', text: wareki(answerBy(view.poll)) },
      ...(view.poll.note ? [{ term: '事務局から', text: view.poll.note }] : []),
    ],
    closed: closed ?? (slots.length === 0 ? '候補の日時がすべて過ぎました。事務局から、改めてご連絡します。' : null),
    given: view.slots.flatMap((slot) => {
      const answer = answerOf(slot.id)
      return answer ? [`${ANSWERS[answer]} ${spanWords(slot, true)}`] : []
    }),
    slots,
    options: Object.entries(ANSWER_WORDS).map(([value, label]) => ({ value, label })),
    form: given.form ?? answersForm(given),
    sendTo: given.sendTo,
    button: isOnBehalf ? '返事を記録する' : '返事を送る（事務局に届きます）',
  }
}
