import { z } from 'zod'
import { half } from '../../papers/values/values.ts'
import { type Body, oneOf, text } from '../../platform/web/forms.ts'
import { dayField } from '../../programme/days/days.ts'
import { ROUNDS } from '../questionnaires/questionnaires.ts'
import { LARGEST_MOST } from './questionnaire-links.ts'

const most = text(10).transform((typed, context): number => {
  const n = Number(half(typed).replace(/[,件]/g, ''))
  if (Number.isInteger(n) && n >= 1 && n <= LARGEST_MOST) return n
  context.addIssue({ code: 'custom', message: `受け付ける数は、1から${LARGEST_MOST}までの数にしてください` })
  return z.NEVER
})

/** Until when, and how many: both can be changed later. */
export const linkForm = z.object({
  closesOn: dayField('締め切り', '締め切りの日を入れてください').transform((day) => day ?? ''),
  mostAnswers: most,
})

export const openForm = linkForm.extend({ round: oneOf(ROUNDS, '前か後かを選んでください') })

/** Several such forms stand on one page: each begins the names of its fields with its own mark. */
export const unmarked = (body: Body): Body =>
  Object.fromEntries(Object.entries(body).map(([name, value]) => [name.split('.').at(-1) ?? name, value]))
