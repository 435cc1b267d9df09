import { z } from 'zod'
import { half } from '../../papers/values/values.ts'
import { needed, oneOf, several, text } from '../../platform/web/forms.ts'
import { STEP_KINDS, type StepGuide } from '../programmes/programmes.ts'
import { STEP_SHEETS } from '../step-templates/step-templates.ts'

const lines = text(4000).transform((typed) =>
  typed
    .split('\n')
    .map((line) => line.replace(/^[・\-*•]\s*/, '').trim())
    .filter(Boolean)
    .slice(0, 40),
)

/** 「つまずき → 返し方」, one a line; a line without an arrow is a stumble nobody has answered yet. */
const stumbles = lines.transform((rows) =>
  rows.map((row) => {
    const [stumble = '', ...answer] = row.split(/\s*(?:→|⇒|->|＞|｜)\s*/)
    return { stumble, answer: answer.join(' ') }
  }),
)

export const newStepForm = z.object({
  label: needed('回の名前を書いてください', 60),
  kind: oneOf(STEP_KINDS, '回の種類を選んでください'),
})

export const stepForm = z
  .object({
    label: needed('回の名前を書いてください', 60),
    shortLabel: needed('表に出す短い名前を書いてください', 10),
    asksReport: text(1).transform((value) => value === '1'),
    reportDays: text(10).transform((typed, context) => {
      const days = Number(half(typed).replace(/日前?$/, '') || '7')
      if (Number.isInteger(days) && days >= 0 && days <= 60) return days
      context.addIssue({ code: 'custom', message: '何日前かを0から60までの数字で入れてください' })
      return z.NEVER
    }),
    sheets: several(z.string()).transform((keys) => keys.filter((key) => key in STEP_SHEETS)),
    aim: text(1000),
    timetable: lines,
    questions: lines,
    stumbles,
    guideSheets: lines,
    next: lines,
  })
  .transform(({ aim, timetable, questions, stumbles: rows, guideSheets, next, ...plain }) => {
    const guide: StepGuide = { aim, timetable, questions, stumbles: rows, sheets: guideSheets, next }
    return { ...plain, guide }
  })
export type StepGiven = z.output<typeof stepForm>
