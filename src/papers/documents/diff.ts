import type { Body } from '../templates/templates.ts'
import { isRecord, isRows, joined, pruned, type RowOfAny, same } from './body.ts'
import type { Answers, Clash, Merged } from './documents.ts'

interface Sides {
  base: unknown
  theirs: unknown
  mine: unknown
}
interface Merging {
  answers: Answers
  clashes: Clash[]
}

/** Three-way, place by place: changed on one side is taken, the same on both is taken, different is a clash; so is deleting what the other edited. */
export function merge(
  sides: { base: Body; theirs: Body; mine: Body },
  answers: Answers = new Map(),
): Omit<Merged, 'changes'> {
  const merging: Merging = { answers, clashes: [] }
  const body = mergeAt(
    {
      base: pruned(sides.base),
      theirs: pruned(sides.theirs),
      mine: pruned(sides.mine),
    },
    '',
    merging,
  )
  return { body: (body ?? {}) as Body, clashes: merging.clashes }
}

function mergeAt({ base, theirs, mine }: Sides, path: string, merging: Merging): unknown {
  if (same(theirs, mine) || same(base, mine)) return theirs
  if (same(base, theirs)) return mine
  if ([base, theirs, mine].every(isRows)) return mergeRows(sidesAsRows({ base, theirs, mine }), path, merging)
  const inside = [theirs, mine].every(isRecord) && (base === undefined || isRecord(base))
  if (inside) return mergeRecords({ base: base ?? {}, theirs, mine }, path, merging)
  return clashAt({ base, theirs, mine }, path, merging)
}

function clashAt(sides: Sides, path: string, { answers, clashes }: Merging): unknown {
  const answer = answers.get(path)
  if (answer) return (answer.pick === 'own' ? answer.own : sides[answer.pick]) || undefined
  const { base = null, theirs = null, mine = null } = sides
  clashes.push({ path, base, theirs, mine })
  return sides.theirs
}

function mergeRecords(sides: Sides, path: string, merging: Merging): unknown {
  const { base, theirs, mine } = sides as Record<keyof Sides, Record<string, unknown>>
  const merged: Record<string, unknown> = {}
  for (const key of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
    const value = mergeAt({ base: base[key], theirs: theirs[key], mine: mine[key] }, joined(path, key), merging)
    if (value !== undefined) merged[key] = value
  }
  return merged
}

type RowSides = Record<keyof Sides, RowOfAny[]>
const sidesAsRows = ({ base, theirs, mine }: Sides): RowSides =>
  ({ base: base ?? [], theirs: theirs ?? [], mine: mine ?? [] }) as RowSides

function mergeRows(sides: RowSides, path: string, merging: Merging): unknown {
  const at = (rows: readonly RowOfAny[], id: string) => rows.find((row) => row.id === id)
  const kept = mergedOrder(sides, path, merging).flatMap((id) => {
    const row = {
      base: at(sides.base, id),
      theirs: at(sides.theirs, id),
      mine: at(sides.mine, id),
    }
    const merged = mergeAt(row, joined(path, id), merging)
    return merged === undefined ? [] : [merged]
  })
  return kept.length > 0 ? kept : undefined
}

/** The order of whoever moved something; the other's new rows stand behind the row they were put behind. */
function mergedOrder({ base, theirs, mine }: RowSides, path: string, merging: Merging): string[] {
  const ids = (rows: readonly RowOfAny[]) => rows.map((row) => row.id)
  const [b, t, m] = [ids(base), ids(theirs), ids(mine)] as const
  const common = (list: readonly string[]) => list.filter((id) => b.includes(id) && t.includes(id) && m.includes(id))
  const moved = {
    theirs: !same(common(b), common(t)),
    mine: !same(common(b), common(m)),
  }
  if (moved.theirs && moved.mine && !same(common(t), common(m))) {
    const answer = clashAt({ base: b, theirs: t, mine: m }, `order:${path}`, merging)
    const first = Array.isArray(answer) ? (answer as string[]) : t
    return woven(woven(first, t), m)
  }
  return moved.mine ? woven(m, t) : woven(t, m)
}

/** `list` with the ids that only `other` has, each behind its neighbour there. */
function woven(list: readonly string[], other: readonly string[]): string[] {
  const order = [...list]
  other.forEach((id, i) => {
    if (order.includes(id)) return
    const before = other.slice(0, i).findLast((known) => order.includes(known))
    const isLast = before !== undefined && !other.slice(other.indexOf(before) + 1).some((next) => order.includes(next))
    order.splice(isLast || before === undefined ? order.length : order.indexOf(before) + 1, 0, id)
  })
  return order
}
