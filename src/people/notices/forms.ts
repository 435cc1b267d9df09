import { z } from 'zod'
import { oneOf } from '../../platform/web/forms.ts'
import { CHOICES } from './notices.ts'

export const noticeForm = z.object({ notices: oneOf(CHOICES, '知らせの受け取り方を選んでください') })
