import { z } from 'zod'
import { needed, text } from '../../platform/web/forms.ts'

export const memberForm = z.object({
  organisation: needed('市町村の名前かコードを書いてください', 100),
  organisationId: text(40),
})
