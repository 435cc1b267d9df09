import { z } from 'zod'
import { text } from '../../platform/web/forms.ts'
import { saidFields } from '../opinions/forms.ts'

export const opinionForm = z.object({ ...saidFields, seen: text(40) })
