import { paths } from '../../paths/paths.ts'
import { type Evidence, isInferredIn } from '../evidence/evidence.ts'
import type { PaperKind } from '../papers/papers.ts'
import { type Cause, pathTo } from './body.ts'
import { placeOf, sentencesOf, shownAt } from './diff.ts'

export type { Cause } from './body.ts'
export { causesOf } from './body.ts'

const TITLE = '真因の仮説'

export const causesKind: PaperKind = {
  kind: 'causes',
  title: TITLE,
  circleDefault: 'region',
  writers: 'paper.write',
  home: (regionId) => paths.causes(regionId),
  words: {
    title: TITLE,
    place: placeOf,
    shown: shownAt,
    isPicked: (path) => !/\/(?:text|withdrawn|method|sourceText|period)$/.test(path),
    sentences: sentencesOf,
  },
}

export const CAUSE_STATES = {
  hypothesis: '仮説',
  heard: '意見をもらった',
  backed: '裏づけあり',
  withdrawn: '取り下げ',
  merged: '別の仮説に統合',
} as const
export type CauseState = keyof typeof CAUSE_STATES

/** For the part /parts/chip. */
export const STATE_LOOKS: Record<CauseState, string | null> = {
  hypothesis: null,
  heard: 'new',
  backed: 'key',
  withdrawn: 'gone',
  merged: 'gone',
}

/** A bundle's cause may tell that it was shown to people, without their words. */
function wasChecked({ rest }: Cause): boolean {
  if (!rest.includes('checkedWith')) return false
  try {
    const { checkedWith } = JSON.parse(rest) as { checkedWith?: unknown }
    return Array.isArray(checkedWith) ? checkedWith.length > 0 : Boolean(checkedWith)
  } catch {
    return false
  }
}

/** Worked out from what there is: nobody sets it. */
export function causeState(
  cause: Cause,
  { evidence, opinions }: { evidence: readonly Evidence[]; opinions: readonly { causeId: string }[] },
): CauseState {
  if (cause.mergedInto !== '') return 'merged'
  if (cause.withdrawn !== '') return 'withdrawn'
  const heard = wasChecked(cause) || opinions.some((opinion) => opinion.causeId === cause.id)
  if (!heard) return 'hypothesis'
  return evidence.some((one) => one.cause === cause.id && one.side === 'for') ? 'backed' : 'heard'
}

/** Still thought about: neither withdrawn nor part of another. */
export const stands = (cause: Cause): boolean => cause.withdrawn === '' && cause.mergedInto === ''

export const isInferred = (cause: Cause): boolean => isInferredIn(cause.rest)

export interface Branch {
  cause: Cause
  /** Among those beside it. */
  isFirst: boolean
  isLast: boolean
  branches: Branch[]
}

/** The why-tree, in the order of the rows. Two who moved at once may have closed a circle: it is cut open at its first row. */
export function treeOf(causes: readonly Cause[]): Branch[] {
  const drawn = new Set<string>()
  const isTop = ({ parent }: Cause) => !causes.some((cause) => cause.id === parent)
  const drawnUnder = (list: readonly Cause[]): Branch[] =>
    list.flatMap((cause, at): Branch[] => {
      if (drawn.has(cause.id)) return []
      drawn.add(cause.id)
      const under = causes.filter((one) => one.parent === cause.id && !drawn.has(one.id))
      return [{ cause, isFirst: at === 0, isLast: at === list.length - 1, branches: drawnUnder(under) }]
    })
  const tree = drawnUnder(causes.filter(isTop))
  for (const cause of causes) if (!drawn.has(cause.id)) tree.push(...drawnUnder([cause]))
  return tree
}

/** Those that lie in a circle, so that people can be asked to open it. */
export const circular = (causes: readonly Cause[]): Cause[] =>
  causes.filter((cause) => {
    const top = pathTo(causes, cause.id).at(-1)
    return causes.some((one) => one.id === top && causes.some((other) => other.id === one.parent))
  })

/** Where it may be moved: anywhere but beneath itself. */
export const parentsFor = (causes: readonly Cause[], id: string): Cause[] =>
  causes.filter((one) => one.id !== id && !pathTo(causes, one.id).includes(id))

export const shortly = (text: string, most = 40): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return [...line].length > most ? `${[...line].slice(0, most).join('')}…` : line
}
