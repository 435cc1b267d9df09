import { z } from 'zod'
import type { Circle } from '../../access/circles.ts'
import { needed, oneOf, several, text } from '../../platform/web/forms.ts'
import { dueField } from '../../programme/days/days.ts'
import { OWNERS } from '../owners/owners.ts'
import { circleField } from '../records/records.ts'

interface Choices {
  circles: readonly Circle[]
  meetingIds: readonly string[]
  toolIds: readonly string[]
}

const among = (ids: readonly string[]) => (id: string) => ids.includes(id)

export const assignmentForm = ({ circles, meetingIds, toolIds }: Choices) =>
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
