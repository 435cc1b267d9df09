import { z } from 'zod'
import type { Circle } from '../../access/circles.ts'
import { needed, text } from '../../platform/web/forms.ts'
import { circleField } from '../records/records.ts'

export const adviceForm = (allowed: readonly Circle[]) =>
  z.object({
    text: needed('助言を書いてください', 2000),
    circle: circleField(allowed),
    /** The advisor whose words these are, when somebody else types them. */
    advisor: text(40),
    meeting: text(40),
    /** `promise:0123`, `document:0123:issues/r1/text` */
    about: text(300),
  })
