import { z } from 'zod'
import { needed } from '../../platform/web/forms.ts'

export const wordingForm = z.object({ text: needed('助言を書いてください', 2000) })
