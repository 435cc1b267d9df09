import { z } from 'zod'
import { readNumber } from '../../papers/values/values.ts'
import { several, text } from '../../platform/web/forms.ts'
import { LARGEST_MOST, LONGEST_DAYS, USUAL_DAYS, USUAL_MOST } from './opinion-doors.ts'

const whole = (label: string, usual: number, most: number) =>
  text(20).transform((typed, context): number => {
    const read = typed === '' ? String(usual) : readNumber(typed)
    const number = Number(read)
    if (read !== null && Number.isInteger(number) && number >= 1 && number <= most) return number
    context.addIssue({ code: 'custom', message: `${label}は、1から${most}までの数にしてください` })
    return z.NEVER
  })

export const doorForm = z.object({
  whom: text(100),
  days: whole('日数', USUAL_DAYS, LONGEST_DAYS),
  most: whole('件数', USUAL_MOST, LARGEST_MOST),
  evidence: several(z.string().max(60)),
  email: text(254).refine(
    (typed) => typed === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(typed),
    'メールアドレスの形が違うようです（例：kango@example.jp）',
  ),
  sure: text(1),
})
