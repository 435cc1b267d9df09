import { z } from 'zod'
import { needed, text } from '../../platform/web/forms.ts'

export const materialForm = z.object({ title: needed('資料の名前を書いてください', 200), note: text(400) })
export const versionForm = z.object({ note: text(400) })
