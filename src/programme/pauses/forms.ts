import { z } from 'zod'
import { needed, oneOf } from '../../platform/web/forms.ts'
import { PAUSE_KINDS } from './pauses.ts'

export const pauseForm = z.object({
  kind: oneOf(PAUSE_KINDS, '休止か中止かを選んでください'),
  reason: needed('理由を書いてください', 1000),
})

export const resumeForm = z.object({ reason: needed('再開する理由を書いてください', 1000) })
