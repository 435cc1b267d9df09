import { z } from 'zod'
import type { Circle } from '../../access/circles.ts'
import { needed, oneOf, text } from '../../platform/web/forms.ts'
import { dayField, dueField } from '../../programme/days/days.ts'
import { OWNERS } from '../../support/owners/owners.ts'
import { circleField } from '../../support/records/records.ts'
import { KINDS, WAYS } from './filings.ts'

export const filingForm = (allowed: readonly Circle[], today: string) =>
  z
    .object({
      kind: oneOf(KINDS, '何を記録するかを選んでください'),
      text: needed('伝えられたことを書いてください', 4000),
      who: text(40),
      name: text(100),
      saidOn: dayField('元の日付', '伝えられた日を入れてください').refine(
        (day) => day === null || day <= today,
        '伝えられた日は、きょうまでの日を入れてください',
      ),
      way: oneOf(WAYS, '受け取り方を選んでください'),
      meeting: text(4),
      ownerRole: oneOf(OWNERS, '行う人を選んでください'),
      due: dueField,
      circle: circleField(allowed),
    })
    .refine((given) => given.who !== '' || given.name !== '', {
      path: ['who'],
      message: 'だれが伝えたかを選ぶか、名前を書いてください',
    })
    .refine((given) => given.kind !== 'line' || given.meeting !== '', {
      path: ['meeting'],
      message: 'どの回の記録かを選んでください',
    })
export type FilingInput = z.output<ReturnType<typeof filingForm>>
