import { z } from 'zod'
import { needed, text } from '../../platform/web/forms.ts'
import { dayField } from '../days/days.ts'

export const withdrawalForm = z.object({ reason: needed('取り下げる理由を書いてください', 1000) })

export const reopeningForm = z.object({
  untilOn: dayField('いつまで', 'いつまで提出できるようにするか、日を入れてください').transform((day) => day ?? ''),
  reason: needed('もう一度開く理由を書いてください', 1000),
})

export const submissionForm = z.object({ revision: text(10).transform(Number) })
