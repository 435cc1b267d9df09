import { z } from 'zod'
import type { Circle } from '../../access/circles.ts'
import { needed, oneOf, text } from '../../platform/web/forms.ts'
import { circleField } from '../records/records.ts'
import { ANSWERS } from './advice.ts'

export const adviceForm = (allowed: readonly Circle[]) =>
  z.object({
    text: needed('助言を書いてください', 2000),
    circle: circleField(allowed),
  })

export const answerForm = z.object({
  answer: oneOf(ANSWERS, '返事を1つ選んでください'),
  reason: text(1000),
})
