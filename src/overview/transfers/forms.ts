import { z } from 'zod'
import { addDays } from '../../platform/time.ts'
import { text } from '../../platform/web/forms.ts'
import { dayField } from '../../programme/days/days.ts'

/** A move is known some months ahead, and told some weeks late. */
export const transferForm = (today: string) =>
  z.object({
    to: text(40).refine((id) => id !== '', '引き継ぐ相手を選んでください'),
    fromOn: dayField('いつから', 'いつからかを入れてください').refine(
      (day) => day === null || (day >= addDays(today, -60) && day <= addDays(today, 366)),
      '60日前から1年先までの日を入れてください',
    ),
    leaves: text(1).transform((value) => value === '1'),
  })
