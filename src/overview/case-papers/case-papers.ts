import type { Circle } from '../../access/circles.ts'
import { isRows, pruned, same } from '../../papers/documents/body.ts'
import type { Body } from '../../papers/templates/templates.ts'
import { kindNamed } from '../../tools/kinds/kinds.ts'
import type { PaperKind } from '../../tools/papers/papers.ts'
import { refOf } from '../../tools/papers/papers.ts'
import type { Cells, Item } from '../case-format/bundle.ts'
import { isItem, itemsOf, rowIds } from '../case-lenses/case-lenses.ts'
import type { CaseRows } from '../case-records/bundle.ts'
import { type Bodies, landed, lifted, type Parts } from './bundle.ts'

export const circleOf = (kind: Pick<PaperKind, 'circleDefault'>): Circle => kind.circleDefault

/** A paper written out whole: what the format has no keys for. */
const isWhole = (value: unknown): value is Item & { kind: string; body: Body } =>
  isItem(value) &&
  typeof value.kind === 'string' &&
  kindNamed(value.kind) !== undefined &&
  isItem(value.body) &&
  Object.values(value.body).every((one) => typeof one === 'string' || isTexts(one) || isCells(one))

const isTexts = (value: unknown) => Array.isArray(value) && value.every((one) => typeof one === 'string')
const isCells = (value: unknown) =>
  isRows(value) && (value ?? []).every((row) => Object.values(row).every((cell) => typeof cell === 'string'))

const refOfWhole = (one: Item & { kind: string }): string =>
  refOf({ kind: one.kind }, typeof one.part === 'string' && /^[\w-]{1,40}$/.test(one.part) ? one.part : undefined)

/** Those a town walks with: in a record they stand among the participants. */
const PARTNERS: readonly unknown[] = ['partner', 'practitioner', 'expert', 'contractor']

/** 関係者表 as the participants of a record begin it; from then on it is a paper of its own. */
function partnersOf(participants: readonly Cells[]): Bodies {
  const own = participants.filter(({ role, org }) => PARTNERS.includes(role) && org)
  const ids = rowIds(
    own.map(({ bundleKey }) => ({ id: bundleKey })),
    'participant',
  )
  const partners = own.map(({ role, org, note }, n) =>
    pruned({
      id: ids[n] ?? '',
      name: String(org),
      now: String(note ?? ''),
      contract: role === 'contractor' ? 'exists' : '',
    }),
  )
  return partners.length > 0 ? { partners: { partners } } : {}
}

/** The papers a bundle brings: those written out whole, else what its parts say. */
export function bodiesFrom(parts: Parts, participants: readonly Cells[]): Bodies {
  const whole = itemsOf(parts.documents).filter(isWhole)
  return {
    ...partnersOf(participants),
    ...landed(parts),
    ...Object.fromEntries(whole.map((one) => [refOfWhole(one), one.body])),
  }
}

/** What has to be written out whole, because the parts alone would not bring it back. */
export function wholePapers(parts: Parts, bodies: Bodies, participants: readonly Cells[]): Item[] {
  const kept = new Map(
    itemsOf(parts.documents)
      .filter(isWhole)
      .map((one) => [refOfWhole(one), one]),
  )
  const fromParts = { ...partnersOf(participants), ...landed(parts) }
  return Object.entries(bodies).flatMap(([ref, body]): Item[] => {
    const was = kept.get(ref)
    if (was && same(was.body, body)) return [was]
    if (same(fromParts[ref] ?? {}, body)) return []
    const [kind = '', part] = ref.split('.')
    return [{ kind, ...(part && { part }), body }]
  })
}

const KEYS = [
  ...['profile', 'issuesAtEntry', 'policy', 'personaSheet', 'hypotheses', 'evidence', 'logicModel', 'closing'],
  ...['lessonsForOthers', 'deliverables', 'documents'],
]

/** The kept parts of a record as its papers stand now. */
export function keptNow(
  { kept, participants }: Pick<CaseRows, 'kept' | 'participants'>,
  bodies: Bodies,
): CaseRows['kept'] {
  const ours = kept.filter(({ key }) => KEYS.includes(key))
  const parts: Parts = Object.fromEntries(ours.map(({ key, json }) => [key, JSON.parse(json)]))
  const now: Parts = { ...lifted(parts, bodies), documents: documentsNow(parts, bodies, participants) }
  const added = KEYS.filter((key) => now[key] !== undefined && !ours.some((part) => part.key === key))
  const brought = kept.map((part) =>
    KEYS.includes(part.key) && now[part.key] !== parts[part.key]
      ? { ...part, json: JSON.stringify(now[part.key]) }
      : part,
  )
  return [...brought, ...added.map((key) => ({ key, json: JSON.stringify(now[key]) }))]
}

/** The list under `documents`: others' entries stay where they are, ours are brought up to date. */
export function documentsNow(parts: Parts, bodies: Bodies, participants: readonly Cells[]): unknown {
  const now = wholePapers(parts, bodies, participants)
  const before: unknown[] = Array.isArray(parts.documents) ? parts.documents : []
  const refs = new Set(now.map((one) => refOfWhole(one as Item & { kind: string })))
  const others = before.flatMap((one) => {
    if (!isWhole(one) || !(refOfWhole(one) in bodies)) return [one]
    return now.filter((n) => refOfWhole(n as Item & { kind: string }) === refOfWhole(one))
  })
  const known = new Set(before.filter(isWhole).map(refOfWhole))
  const added = now.filter((one) => !known.has(refOfWhole(one as Item & { kind: string })) && refs.size > 0)
  const all = [...others, ...added]
  return same(all, before) ? parts.documents : all
}
