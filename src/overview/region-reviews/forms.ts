import { z } from 'zod'
import { opinionText } from '../../support/wg-opinions/forms.ts'

export const reviewForm = z.object({ text: opinionText })
