import { z } from 'zod'
import { needed, text } from '../../platform/web/forms.ts'

export const commentForm = z.object({ text: needed('意見を書いてください', 2000), version: text(10) })
export const answerForm = z.object({ answer: text(2000), deed: text(10) })
export const noteForm = z.object({ note: text(400) })
