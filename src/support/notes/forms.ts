import { z } from 'zod'
import { needed } from '../../platform/web/forms.ts'

export const noteForm = z.object({ text: needed('メモを書いてください', 4000) })
