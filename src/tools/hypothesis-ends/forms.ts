import { z } from 'zod'
import { needed } from '../../platform/web/forms.ts'

export const endForm = z.object({
  reason: needed('取り下げる理由を書いてください（例：訪問看護に聞くと、情報は前から届いていた）', 2_000),
})

export const mergerForm = z.object({ into: needed('どの仮説に統合するかを選んでください', 60) })
