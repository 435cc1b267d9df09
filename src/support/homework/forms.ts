import { z } from 'zod'
import type { Circle } from '../../access/circles.ts'
import { needed, oneOf, several, text } from '../../platform/web/forms.ts'
import { dayField, dueField } from '../../programme/days/days.ts'
import { OWNERS } from '../owners/owners.ts'
import { circleField } from '../records/records.ts'
import { HAND_IN_ANSWERS } from './homework.ts'

interface Choices {
  circles: readonly Circle[]
  meetingIds: readonly string[]
  toolIds: readonly string[]
}

const among = (ids: readonly string[]) => (id: string) => ids.includes(id)

export const askForm = ({ circles, meetingIds, toolIds }: Choices) =>
  z.object({
    text: needed('出してほしいものを書いてください', 1000),
    why: needed('何のための宿題かを書いてください', 2000),
    ownerRole: oneOf(OWNERS, 'だれの宿題かを選んでください'),
    owner: text(100),
    due: dueField,
    meetingId: text(40).refine((id) => id === '' || meetingIds.includes(id), '回を選び直してください'),
    tools: several(z.string()).transform((ids) => ids.filter(among(toolIds))),
    circle: circleField(circles),
  })

export const handInForm = (today: string) =>
  z.object({
    text: text(20_000),
    drop: text(40),
    draft: text(1),
    arrivedOn: dayField('届いた日').refine(
      (day) => day === null || day <= today,
      '届いた日は、きょうまでの日を入れてください',
    ),
  })

export const answerForm = z
  .object({
    answer: oneOf(HAND_IN_ANSWERS, '返事を1つ選んでください'),
    answerText: text(10_000),
  })
  .refine((given) => given.answer !== 'returned' || given.answerText !== '', {
    path: ['answerText'],
    message: 'どこを、どう直すとよいかを書いてください',
  })
