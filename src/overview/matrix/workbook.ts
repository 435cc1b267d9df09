import { type Column, type List, listOf } from '../../platform/office/csv.ts'
import { dayOf } from '../../platform/time.ts'
import type { Step } from '../../programme/programmes/programmes.ts'
import { isWaiting } from '../../support/advice/advice.ts'
import { shownState } from '../../support/meetings/meetings.ts'
import { latePromises, lateRecords, quietDays, type Situation } from '../situations/situations.ts'

/** Two columns a step, so that days stay days. */
export function matrixList(steps: readonly Step[], situations: readonly Situation[], now: Date): List {
  const slotAt = (s: Situation, step: Step) => s.slots.find(({ stepId }) => stepId === step.id)
  const ofStep = (step: Step): Column<Situation>[] => [
    [
      `${step.label}・状態`,
      12,
      (s) => {
        const slot = slotAt(s, step)
        return slot && shownState(slot).word
      },
    ],
    [`${step.label}・日`, 12, (s) => slotAt(s, step)?.meeting?.heldOn],
  ]
  const columns: Column<Situation>[] = [
    ['地域', 24, ({ region }) => region.name],
    ...steps.filter(({ level }) => level === 'region').flatMap(ofStep),
    ['期限を過ぎた記録', 12, (s) => lateRecords(s, now).length],
    ['期限を過ぎた約束', 12, (s) => latePromises(s, now).length],
    ['返事を待つ助言', 12, (s) => s.advice.filter(isWaiting).length],
    ['最後に動いた日', 12, ({ lastMoveAt }) => lastMoveAt && dayOf(lastMoveAt)],
    ['動きのない日数', 12, (s) => quietDays(s, now)],
    ['休止・中止', 10, ({ region }) => region.pause && (region.pause.kind === 'stop' ? '中止' : '休止')],
  ]
  return listOf(columns, situations)
}
