import { z } from 'zod'
import { oneOf, text } from '../../platform/web/forms.ts'
import { SIDES } from '../evidence/evidence.ts'

/** Which 真因の仮説 the counted number speaks for or against. */
export const evidenceForm = (causeIds: readonly string[]) =>
  z.object({
    cause: text(40).refine((id) => causeIds.includes(id), 'どの仮説の材料にするかを選んでください'),
    side: oneOf(SIDES, '裏づけになるか、合わないかを選んでください'),
  })
