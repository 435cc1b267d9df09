import { z } from 'zod'
import type { Circle } from '../../access/circles.ts'
import { needed, oneOf, text } from '../../platform/web/forms.ts'
import { dueField } from '../../programme/days/days.ts'
import { OWNERS } from '../owners/owners.ts'
import { circleField } from '../records/records.ts'

export const promiseForm = (allowed: readonly Circle[]) =>
  z.object({
    text: needed('することを書いてください', 1000),
    ownerRole: oneOf(OWNERS, 'だれが行うかを選んでください'),
    owner: text(100),
    due: dueField,
    circle: circleField(allowed),
  })

export const waiverForm = z.object({ reason: needed('しないことにした理由を書いてください', 400) })
