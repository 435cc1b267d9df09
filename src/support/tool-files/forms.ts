import { z } from 'zod'
import { needed, text } from '../../platform/web/forms.ts'

export const toolForm = z.object({ name: needed('ツールの名前を書いてください', 100), about: text(1000) })
export const versionForm = z.object({ note: text(400) })
