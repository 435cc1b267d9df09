import type { Body } from '../../papers/templates/templates.ts'
import { paths } from '../../paths/paths.ts'
import type { CarryNote } from '../carries/store.ts'
import { originShown } from '../cause-starts/cause-starts.ts'
import { pathTo } from '../causes/body.ts'
import { CAUSE_STATES, type Cause, causeState, causesOf, shortly } from '../causes/causes.ts'
import { evidenceOf } from '../evidence/evidence.ts'
import { counts, type Opinion } from '../opinions/opinions.ts'

export interface Named {
  text: string
  href: string
}

/** A hypothesis in its region's paper. */
export interface Placed {
  region: { id: string }
  at: { head: { body: Body } }
  cause: Cause
}

export function factsOf({
  region,
  cause,
  issues,
}: Placed & { issues: { value: string; label: string }[] }): { term: string; text: string; href?: string }[] {
  const issue = issues.find((one) => one.value === cause.issue)
  const origin = originShown(region.id, cause.origin)
  return [
    ...(issue ? [{ term: '結びつく課題', text: issue.label }] : []),
    ...(origin ? [{ term: 'はじまり', ...origin }] : []),
  ]
}

export function endOf({ region, at, cause }: Placed): { text: string; href: string | null } | null {
  const into = causesOf(at.head.body).find((one) => one.id === cause.mergedInto)
  if (into) return { text: `「${shortly(into.text)}」に統合しました`, href: paths.cause(region.id, into.id) }
  return cause.withdrawn ? { text: `取り下げた理由：${cause.withdrawn}`, href: null } : null
}

/** What it answers, from the top down, and what was asked of it. */
export function branchOf({ region, at, cause }: Placed, opinions: readonly Opinion[]) {
  const causes = causesOf(at.head.body)
  const told = { evidence: evidenceOf(at.head.body), opinions: opinions.filter(counts) }
  const named = (one: Cause): Named => ({
    text: one.text || '（まだ文がありません）',
    href: paths.cause(region.id, one.id),
  })
  const above = pathTo(causes, cause.id).slice(1).toReversed()
  return {
    above: above.flatMap((id) => causes.filter((one) => one.id === id).map(named)),
    below: causes
      .filter((one) => one.parent === cause.id && one.id !== cause.id)
      .map((one) => ({ ...named(one), state: CAUSE_STATES[causeState(one, told)] })),
  }
}

/** The paths of a cause and of what was laid beside it. */
export const placesOf = ({ head }: Placed['at'], causeId: string): string[] => [
  `causes/${causeId}`,
  ...evidenceOf(head.body).flatMap((one) => (one.cause === causeId ? [`evidence/${one.id}`] : [])),
]

/** A carried wording, for the part /tools/carries/note. */
export const carryShown = (note: CarryNote | null, mayWrite: boolean) =>
  note && {
    ...{ from: note.from, href: note.href, was: note.was, now: note.now },
    state: note.isGone ? '元の文は消されました' : note.isStale ? '元が変わりました' : '',
    answerTo: note.isStale && mayWrite ? note.updateTo : null,
  }
