import { z } from 'zod'
import { oneOf, text } from '../../platform/web/forms.ts'
import { dayField } from '../days/days.ts'
import { NAMED_PARTS } from './teams.ts'

export const memberForm = z
  .object({
    person: text(40).refine((value) => value !== '', '加える人を選んでください'),
    role: oneOf(NAMED_PARTS, '役割を選んでください'),
    title: text(60),
    fromOn: dayField('いつから', 'いつからかを入れてください'),
    toOn: dayField('いつまで'),
  })
  .refine((v) => !v.toOn || !v.fromOn || v.toOn >= v.fromOn, {
    path: ['toOn'],
    message: '「いつまで」は「いつから」よりあとの日にしてください',
  })
export type MemberInput = z.output<typeof memberForm>

export const endForm = z.object({ toOn: dayField('最後の日', '最後の日を入れてください') })
