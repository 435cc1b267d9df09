import { z } from 'zod'
import { needed, oneOf } from '../../platform/web/forms.ts'
import { SIDES } from '../evidence/evidence.ts'

export const evidenceForm = z.object({
  figure: needed('どの数字かを選んでください', 100),
  cause: needed('どの真因の仮説かを選んでください', 60),
  side: oneOf(SIDES, '裏づけになるか、合わないかを選んでください'),
})
