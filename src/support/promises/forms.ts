import { z } from 'zod'
import type { Circle } from '../../access/circles.ts'
import { needed, oneOf, text } from '../../platform/web/forms.ts'
import { dayField, dueField } from '../../programme/days/days.ts'
import { circleField } from '../records/records.ts'
import { SIDES } from './promises.ts'

export const promiseForm = (allowed: readonly Circle[]) =>
  z.object({
    text: needed('することを書いてください', 1000),
    side: oneOf(SIDES, 'どちらが行うかを選んでください'),
    owner: text(100),
    due: dueField,
    circle: circleField(allowed),
  })

export const outcomeForm = (today: string) =>
  z.object({
    heldOn: dayField('済んだ日', '済んだ日を入れてください').refine(
      (day) => day === null || day <= today,
      '済んだ日は、きょうまでの日を入れてください',
    ),
  })
