import { z } from 'zod'
import type { Circle } from '../../access/circles.ts'
import { needed } from '../../platform/web/forms.ts'
import { circleField } from '../records/records.ts'

export const questionForm = (allowed: readonly Circle[]) =>
  z.object({ question: needed('相談したいことを書いてください', 4000), circle: circleField(allowed) })

export const replyForm = z.object({ text: needed('返事を書いてください', 4000) })
