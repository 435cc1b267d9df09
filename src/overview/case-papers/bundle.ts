import { pruned, same } from '../../papers/documents/body.ts'
import { type Body, rowsIn, textIn } from '../../papers/templates/templates.ts'
import { landCauses, liftCauses } from '../case-causes/bundle.ts'
import type { Item } from '../case-format/bundle.ts'
import {
  isItem,
  itemLens,
  type ListLens,
  landList,
  liftList,
  liftText,
  numberOr,
  restOf,
  textOf,
  wordOf,
} from '../case-lenses/case-lenses.ts'
import { landModel, liftModel } from '../case-models/bundle.ts'

/** Parts of a bundle by key, and the papers of a region by ref. */
export type Parts = Readonly<Record<string, unknown>>
export type Bodies = Readonly<Record<string, Body>>

/** The bundle has one 状態シート; a region may have several. */
export const PERSONA_REF = 'status_sheet.p1'

const NUMBERS = ['population', 'agingRate65', 'agingRate75', 'careCertRate'] as const
const WORDS = ['asOf', 'department'] as const
const SINGLES = ['medical', 'care', 'currentStatus'] as const
const LISTS = ['strengths', 'issues', 'survey'] as const
const PERSONA = ['subject', 'course', 'trigger', 'wishes', 'surroundings', 'supportScope'] as const

const contractorLens: ListLens = {
  prefix: 'contractors',
  toRow: (item, id) => ({ id, name: textOf(item), rest: restOf(item, ['id', 'text']) }),
  fromRow: (row, was) => (was ? { ...was, text: row.name ?? '' } : (row.name ?? '')),
}

const fields = (keys: readonly string[], value: Item): Body =>
  Object.fromEntries(keys.map((key) => [key, textOf(value[key])]))

function landProfile(value: Item): Body {
  const lists = Object.fromEntries(LISTS.map((key) => [key, landList(value[key], itemLens(key))]))
  const facts = fields([...NUMBERS, ...WORDS, ...SINGLES], value)
  return { ...facts, contractors: landList(value.contractors, contractorLens), ...lists }
}

function liftProfile(value: Item | null, body: Body): unknown {
  const was: Item = value ?? {}
  const profile: Item = { ...was }
  const put = (key: string, now: unknown) => {
    if (now !== was[key]) profile[key] = now
  }
  for (const key of NUMBERS) put(key, textOf(was[key]) === textIn(body, key) ? was[key] : numberOr(textIn(body, key)))
  for (const key of WORDS) put(key, textOf(was[key]) === textIn(body, key) ? was[key] : textIn(body, key) || null)
  for (const key of SINGLES) put(key, liftText(was[key], textIn(body, key)))
  put('contractors', liftList(was.contractors, rowsIn(body, 'contractors'), contractorLens))
  for (const key of LISTS) put(key, liftList(was[key], rowsIn(body, key), itemLens(key)))
  return profile
}

const changeLens: ListLens = {
  ...itemLens('change'),
  toRow: (item, id) => ({
    ...itemLens('change').toRow(item, id),
    ...(isItem(item) && { answers: (Array.isArray(item.answers) ? item.answers : []).map(wordOf).join(',') }),
    rest: restOf(item, ['id', 'text', 'answers']),
  }),
  fromRow: (row, was) => ({
    ...(was ?? { src: [], inf: false, id: row.id }),
    text: row.text ?? '',
    answers: (row.answers ?? '').split(',').filter((id) => id !== ''),
  }),
}
const CLOSING: readonly [string, ListLens][] = [
  ['before', itemLens('before')],
  ['changes', changeLens],
  ['next', itemLens('next', { due: 'due', dueText: 'dueText' })],
]

const OUTLINE: readonly [ref: string, of: (parts: Parts) => unknown][] = [
  ['methods', ({ lessonsForOthers: l }) => (isItem(l) ? l.methods : undefined)],
  ['supportNeeds', ({ lessonsForOthers: l }) => (isItem(l) ? l.supportNeeds : undefined)],
  ['policy', ({ policy }) => policy],
  ['deliverables', ({ deliverables }) => deliverables],
]

/** What a bundle says, in the tools that hold it: empty papers are left out. */
export function landed(parts: Parts): Bodies {
  const closing = isItem(parts.closing) ? parts.closing : {}
  const persona = isItem(parts.personaSheet) ? parts.personaSheet : {}
  const bodies: Bodies = {
    profile: isItem(parts.profile) ? landProfile(parts.profile) : {},
    issues: {
      issues: landList(parts.issuesAtEntry, itemLens('issue', { scene: 'scene', weight: 'importance', ease: 'ease' })),
    },
    support_outline: Object.fromEntries(OUTLINE.map(([key, of]) => [key, landList(of(parts), itemLens(key))])),
    [PERSONA_REF]: fields(PERSONA, persona),
    causes: landCauses(parts),
    logic_model: landModel(parts.logicModel),
    closing: Object.fromEntries(CLOSING.map(([key, lens]) => [key, landList(closing[key], lens)])),
  }
  const entries = Object.entries(bodies).map(([ref, body]) => [ref, pruned(body)] as const)
  return Object.fromEntries(entries.filter(([, body]) => Object.keys(body).length > 0))
}

/** The parts of the bundle as the papers stand now: a paper nobody touched gives back the very part it came from. */
export function lifted(parts: Parts, bodies: Bodies): Record<string, unknown> {
  const before = landed(parts)
  const out: Record<string, unknown> = { ...parts }
  const changed = (ref: string) => bodies[ref] !== undefined && !same(before[ref] ?? {}, bodies[ref])
  const body = (ref: string) => bodies[ref] ?? {}
  if (changed('profile')) out.profile = liftProfile(isItem(parts.profile) ? parts.profile : null, body('profile'))
  if (changed('issues'))
    out.issuesAtEntry = liftList(
      parts.issuesAtEntry,
      rowsIn(body('issues'), 'issues'),
      itemLens('issue', { scene: 'scene', weight: 'importance', ease: 'ease' }),
    )
  if (changed('support_outline')) liftOutline(out, parts, body('support_outline'))
  if (changed(PERSONA_REF)) out.personaSheet = liftPersona(parts.personaSheet, body(PERSONA_REF))
  if (changed('causes')) Object.assign(out, liftCauses(parts, body('causes')))
  if (changed('logic_model')) out.logicModel = liftModel(parts.logicModel, body('logic_model'))
  if (changed('closing')) out.closing = liftClosing(parts.closing, body('closing'))
  return out
}

function liftOutline(out: Record<string, unknown>, parts: Parts, body: Body): void {
  const now = (key: string, value: unknown) => liftList(value, rowsIn(body, key), itemLens(key))
  const lessons = isItem(parts.lessonsForOthers) ? parts.lessonsForOthers : {}
  const methods = now('methods', lessons.methods)
  const supportNeeds = now('supportNeeds', lessons.supportNeeds)
  if (methods !== lessons.methods || supportNeeds !== lessons.supportNeeds)
    out.lessonsForOthers = { ...lessons, methods: methods ?? [], supportNeeds: supportNeeds ?? [] }
  out.policy = now('policy', parts.policy)
  out.deliverables = now('deliverables', parts.deliverables)
}

function liftPersona(value: unknown, body: Body): Item {
  const was = isItem(value) ? value : {}
  return { ...was, ...Object.fromEntries(PERSONA.map((key) => [key, liftText(was[key] ?? null, textIn(body, key))])) }
}

function liftClosing(value: unknown, body: Body): Item {
  const was = isItem(value) ? value : {}
  const lists = CLOSING.map(([key, lens]) => [key, liftList(was[key], rowsIn(body, key), lens) ?? []])
  return { ...was, ...Object.fromEntries(lists) }
}
