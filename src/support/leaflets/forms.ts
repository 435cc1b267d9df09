import { z } from 'zod'
import { needed, text } from '../../platform/web/forms.ts'

export const leafletForm = z.object({ name: needed('リーフレットの名前を書いてください', 100), about: text(1000) })
