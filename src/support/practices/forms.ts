import { z } from 'zod'
import type { Circle } from '../../access/circles.ts'
import { needed, oneOf, several, text } from '../../platform/web/forms.ts'
import { dayField } from '../../programme/days/days.ts'
import { OWNERS } from '../owners/owners.ts'
import { PROMISE_TYPES, type Touch } from '../promises/promises.ts'
import { circleField } from '../records/records.ts'
import type { Cause } from './practices.ts'

const fields = (causes: readonly Cause[], today: string) => ({
  type: oneOf(PROMISE_TYPES, '何をしたか（調べる・出向く・話を聞く・話し合う など）を選んでください'),
  heldOn: dayField('行った日', '行った日を入れてください').refine(
    (day) => day === null || day <= today,
    '行った日は、きょうまでの日を入れてください',
  ),
  withWhom: text(400),
  learned: text(10_000),
  touches: several(z.string()).transform((refs): Touch[] => causes.filter(({ ref }) => refs.includes(ref))),
  touchWords: text(400),
  isEvidence: text(1),
})

/** What was agreed and is done now. */
export const practiceForm = (causes: readonly Cause[], today: string) => z.object(fields(causes, today))

/** What was done without having been agreed. */
export const freePracticeForm = (causes: readonly Cause[], today: string, circles: readonly Circle[]) =>
  z.object({
    text: needed('したことを書いてください', 1000),
    ...fields(causes, today),
    ownerRole: oneOf(OWNERS, 'だれが行ったかを選んでください'),
    circle: circleField(circles),
  })

/** The named causes, and the words for what has no name yet. */
export const touchesOf = (given: { touches: Touch[]; touchWords: string }): Touch[] => [
  ...given.touches,
  ...(given.touchWords ? [{ label: given.touchWords, ref: null }] : []),
]
