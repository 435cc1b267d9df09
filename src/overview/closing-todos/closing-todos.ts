import { type Actor, belongs, runs } from '../../access/actor.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import type { Slot } from '../../support/meetings/meetings.ts'
import { isAlive, type Situation } from '../situations/situations.ts'
import type { Todo } from '../todo/todo.ts'

const ENDS: readonly Slot['kind'][] = ['final', 'joint-report']

/** The meeting at which the region tells what came of it, and the one before: once that is fixed the まとめ can be begun. */
function lastSteps(slots: readonly Slot[]): { before: Slot; final: Slot | null } | null {
  const own = slots.filter(({ state }) => state !== 'cancelled')
  const at = own.findLastIndex(({ kind }) => ENDS.includes(kind))
  const before = at < 0 ? own.at(-1) : own[at - 1]
  return before ? { before, final: at < 0 ? null : (own[at] ?? null) } : null
}

/** Time to begin: the last step before the final one is fixed, and nothing is written yet. */
export function isClosingTime(s: Situation, begun: boolean): boolean {
  if (!isAlive(s) || begun) return false
  return lastSteps(s.slots)?.before.state === 'done'
}

export function closingTodos(s: Situation, actor: Actor, begun: ReadonlySet<string>): Todo[] {
  if (!isClosingTime(s, begun.has(s.region.id)) || !may(actor, 'paper.write', s.region)) return []
  const final = lastSteps(s.slots)?.final
  const about = { subject: s.region.name, regionId: s.region.id, href: paths.sheet(s.region.id, 'closing') }
  const dueOn = final?.meeting?.heldOn ?? null
  const detail = '課題・回の記録・取組・ロジックモデルから、下書きが入ります'
  if (belongs(actor, s.region))
    return [{ ...about, dueOn, detail, what: 'のまとめを書きはじめられます', whoseTurn: null, act: 'まとめをひらく' }]
  if (!runs(actor, s.region)) return []
  return [
    {
      ...about,
      dueOn,
      detail,
      what: 'のまとめが、まだ書かれていません',
      whoseTurn: s.region.name,
      act: 'まとめをひらく',
    },
  ]
}

/** On the region's overview: the same offer, with the button itself. */
export const closingOffer = (s: Situation, actor: Actor, begun: boolean): { to: string; href: string } | null =>
  isClosingTime(s, begun) && may(actor, 'paper.write', s.region)
    ? { to: paths.firstDraft(s.region.id, 'closing'), href: paths.sheet(s.region.id, 'closing') }
    : null
