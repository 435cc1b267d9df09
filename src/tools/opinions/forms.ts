import { z } from 'zod'
import { needed, oneOf, text } from '../../platform/web/forms.ts'
import { dayField } from '../../programme/days/days.ts'
import { PROFESSIONS } from '../professions/professions.ts'
import { STANCES_ASKED, WAYS } from './opinions.ts'

const { link: _, ...HEARD } = WAYS
/** How an opinion may reach those who write it down. */
export const HEARD_WAYS = HEARD

export const saidFields = {
  stance: oneOf(STANCES_ASKED, '「同じ」「違う」「分からない」のどれかを選んでください'),
  text: text(2_000),
  profession: oneOf(PROFESSIONS, '職種を選んでください'),
}

/** Written down for somebody who said it. */
export const heardForm = (today: string) =>
  z.object({
    ...saidFields,
    way: oneOf(HEARD, 'どうやって聞いたかを選んでください'),
    heardOn: dayField('聞いた日', '聞いた日を入れてください').refine(
      (day) => day === null || day <= today,
      '聞いた日は、きょうまでの日を入れてください',
    ),
  })

export const asideForm = z.object({ reason: needed('数えない理由を書いてください（例：同じ人が二度答えた）', 400) })
