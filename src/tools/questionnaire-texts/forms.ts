import { z } from 'zod'
import { needed, oneOf } from '../../platform/web/forms.ts'
import { VERDICTS } from './questionnaire-texts.ts'

export const lookForm = z.object({
  answerId: needed('どの言葉かが分かりません。画面を開き直してください', 40),
  questionKey: needed('どの言葉かが分かりません。画面を開き直してください', 40),
  verdict: oneOf(VERDICTS, 'どうするかを選んでください'),
})
