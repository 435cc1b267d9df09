import { z } from 'zod'
import { half } from '../../papers/values/values.ts'
import { needed, oneOf, text } from '../../platform/web/forms.ts'
import { dayField, timeField } from '../../programme/days/days.ts'
import { MODES } from './meetings.ts'

const mode = oneOf(MODES, '形（オンライン・現地）を選んでください')

const minutes = text(20).transform((typed, context): number | null => {
  const number = Number(half(typed).replace(/分$/, ''))
  if (typed === '') return null
  if (Number.isInteger(number) && number >= 5 && number <= 600) return number
  context.addIssue({ code: 'custom', message: '長さは、5から600までの分で入れてください' })
  return z.NEVER
})

const url = text(500).refine((v) => v === '' || URL.canParse(v), '会議のURLは、https:// から貼りつけてください')
const safeUrl = url.refine((v) => v === '' || /^https?:\/\//.test(v), '会議のURLは、https:// から貼りつけてください')

export const scheduleForm = z.object({
  heldOn: dayField('日'),
  time: timeField,
  minutes,
  mode,
  place: text(200),
  url: safeUrl,
})
export type Schedule = z.output<typeof scheduleForm>

export const extraForm = scheduleForm.extend({ label: needed('回の名前を書いてください（例：個別相談）', 60) })

export const cancellationForm = z.object({ reason: needed('中止の理由を書いてください', 1000) })
