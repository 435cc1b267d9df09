import { z } from 'zod'
import { needed, text } from '../../platform/web/forms.ts'
import { dayField } from '../../programme/days/days.ts'

export const opinionText = needed('意見を書いてください', 4000)

/** A member's own words, about a region or the year. */
export const ownForm = z.object({ text: opinionText, region: text(40), meeting: text(4) })
export type OwnInput = z.output<typeof ownForm>

/** What the secretariat writes down for somebody. */
export const heardForm = (today: string) =>
  ownForm
    .extend({
      who: text(40),
      name: text(100),
      isHeard: text(5).transform((value) => value === '1'),
      saidOn: dayField('言われた日', 'いつの意見かを入れてください').refine(
        (day) => day === null || day <= today,
        'きょうまでの日を入れてください',
      ),
    })
    .refine(({ who, name }) => who !== '' || name !== '', {
      path: ['who'],
      message: 'だれの意見かを選ぶか、名前を書いてください',
    })
export type HeardInput = z.output<ReturnType<typeof heardForm>>

export const withdrawalForm = z.object({ reason: needed('取り下げる理由を書いてください', 400) })
