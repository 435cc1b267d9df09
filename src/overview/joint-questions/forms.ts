import { z } from 'zod'
import { needed, text } from '../../platform/web/forms.ts'

export const askForm = z.object({
  to: text(60),
  text: needed('聞きたいことを書いてください', 2000),
  hidden: text(5),
  sure: text(2000),
})

export const answerForm = z.object({ text: needed('答えを書いてください', 4000), behalf: text(60), sure: text(4000) })
