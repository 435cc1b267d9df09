import type { Advice } from '../../support/advice/advice.ts'
import type { Meeting, Slot } from '../../support/meetings/meetings.ts'
import { type Agreed, isWaived, ownerWords } from '../../support/promises/promises.ts'
import type { MeetingLine } from '../../support/records/records.ts'
import { type BoardChoice, chosen } from '../board-choices/board-choices.ts'
import { tidy } from '../board-heads/board-heads.ts'
import {
  type Board,
  type BoardBand,
  type BoardColumn,
  type BoardHead,
  type BoardLine,
  type BoardMeeting,
  type BoardState,
  type LineSource,
  MARKS,
} from './boards.ts'

/** Everything a sheet is made of; only what 地域の全員 read. */
export interface BoardFacts {
  regionId: string
  head: BoardHead
  isImported: boolean
  slots: readonly Slot[]
  lines: readonly MeetingLine[]
  advice: readonly Advice[]
  promises: readonly Agreed[]
  issues: readonly { id: string; text: string; inferred: boolean }[]
  choices: ReadonlyMap<string, BoardChoice>
}

type Given = { id: string; source: LineSource; text: string; inferred: boolean; mark?: string }

function lineFrom({ id, source, text, inferred, mark }: Given): BoardLine[] {
  const original = tidy(text)
  if (original === '') return []
  const line = { id: `${source}:${id}`, source, text: original, original, isShort: false, isStale: false, inferred }
  return [{ ...line, ...(mark && { mark }) }]
}

const MAIN: readonly string[] = ['orientation', 'support', 'planning', 'interim', 'final']
const isMain = (slot: Slot) => slot.stepId !== null && MAIN.includes(slot.kind)

function stateOf({ state, meeting }: Slot, isImported: boolean): BoardState {
  if (state === 'done') return meeting?.isRecorded ? 'done' : 'none'
  if (state === 'cancelled') return meeting?.cancelKind === 'skipped' ? 'skipped' : 'cancelled'
  if (state === 'held') return meeting?.isRecorded ? 'unfixed' : 'none'
  return isImported ? 'none' : 'ahead'
}

const adviceLine = (a: Advice) => lineFrom({ id: a.id, source: 'advice', text: a.text, inferred: a.inferred })

function promiseLine(p: Agreed): BoardLine[] {
  if (isWaived(p)) return []
  const owner = ownerWords(p)
  const text = owner ? `${p.text}（${owner}）` : p.text
  return lineFrom({ id: p.id, source: 'promise', text, inferred: p.inferred, mark: MARKS[p.status] })
}

/** The sheet of one region; with `withHidden` also what was left out, for those who choose. */
export function boardFrom(facts: BoardFacts, withHidden = false): Board {
  const pick = (lines: readonly BoardLine[]) => chosen(lines, facts.choices, withHidden)
  const meetingOf = (slot: Slot): BoardMeeting => meetingFrom(slot, facts, pick)
  const mains = facts.slots.filter(isMain)
  const columns: BoardColumn[] = mains.map((slot) => ({ ...meetingOf(slot), tails: [], adviceBetween: [] }))
  if (columns.length === 0) columns.push(wholeYear)
  const bands: BoardBand[] = []
  const columnOf = columnsBySlot(facts.slots)
  for (const slot of facts.slots) {
    const at = columnOf.get(slot) ?? 0
    if (isMain(slot)) continue
    if (slot.kind === 'premeeting' && slot.stepId)
      bands.push({ ...meetingOf(slot), after: Math.min(at, Math.max(0, columns.length - 2)) })
    else if (slot.stepId || slot.meeting?.isRecorded) columns[at]?.tails.push(meetingOf(slot))
  }
  const place = placer(facts, columnOf)
  const loose = facts.advice.filter((a) => !facts.slots.some((slot) => slot.meeting && slot.meeting.id === a.meetingId))
  return {
    regionId: facts.regionId,
    head: facts.head,
    issues: pick(facts.issues.flatMap((row) => lineFrom({ ...row, source: 'issue' }))),
    columns: columns.map((column, n) => ({
      ...column,
      adviceBetween: pick(loose.filter((a) => place.byDay(a.createdAt) === n).flatMap(adviceLine)),
    })),
    bands,
    between: columns.map((_, n) => pick(facts.promises.filter((p) => place.ofPromise(p) === n).flatMap(promiseLine))),
    foot: footOf(facts),
  }
}

const wholeYear: BoardColumn = {
  ...{ key: 'year', label: '経過', kind: 'support', heldOn: null, state: 'done', keywords: [] },
  ...{ situation: [], decided: [], advice: [], tails: [], adviceBetween: [] },
}

function meetingFrom(slot: Slot, facts: BoardFacts, pick: (lines: readonly BoardLine[]) => BoardLine[]): BoardMeeting {
  const { meeting, label, kind } = slot
  const own = meeting ? facts.lines.filter((line) => line.meetingId === meeting.id) : []
  const part = (name: MeetingLine['part']) =>
    pick(own.filter((line) => line.part === name).flatMap((line) => lineFrom({ ...line, source: 'line' })))
  return {
    ...{ key: `m${slot.number}`, label: tidy(label) || '回', kind, state: stateOf(slot, facts.isImported) },
    heldOn: meeting?.heldOn ?? null,
    situation: part('situation'),
    decided: part('decided'),
    advice: meeting ? pick(facts.advice.filter((a) => a.meetingId === meeting.id).flatMap(adviceLine)) : [],
    keywords: (meeting?.keywords ?? []).map(tidy).filter(Boolean),
  }
}

/** The column each meeting stands in or follows; an extra one comes after the last step held before it. */
function columnsBySlot(slots: readonly Slot[]): Map<Slot, number> {
  const found = new Map<Slot, number>()
  let at = -1
  for (const slot of slots) {
    if (isMain(slot)) at += 1
    found.set(slot, Math.max(0, slot.stepId ? at : columnOn(slots, slot.meeting)))
  }
  return found
}

function columnOn(slots: readonly Slot[], meeting: Meeting | null): number {
  const mains = slots.filter(isMain)
  const day = meeting?.heldOn
  if (!day) return mains.length - 1
  return mains.findLastIndex((slot) => slot.meeting?.heldOn && slot.meeting.heldOn <= day)
}

/** What belongs to no meeting stands beneath the column whose meeting came before it. */
function placer({ slots, isImported }: BoardFacts, columnOf: ReadonlyMap<Slot, number>) {
  const last = Math.max(0, slots.filter(isMain).length - 1)
  const mains = slots.filter(isMain)
  const lastRecorded = mains.findLastIndex((slot) => slot.meeting?.isRecorded)
  const byDay = (at: string): number => {
    if (isImported) return Math.max(0, lastRecorded < 0 ? last : lastRecorded)
    return Math.max(
      0,
      mains.findLastIndex((slot) => slot.meeting?.heldOn && slot.meeting.heldOn <= at.slice(0, 10)),
    )
  }
  /** Agreed in a 事前MTG: done for the meeting it prepares, and after it. */
  const at = (slot: Slot) => Math.min(last, (columnOf.get(slot) ?? 0) + (slot.kind === 'premeeting' ? 1 : 0))
  return {
    byDay,
    ofPromise(p: Agreed): number {
      const from = p.betweenFrom ? slots.find((slot) => slot.stepKey === p.betweenFrom) : undefined
      const slot = from ?? slots.find((one) => one.meeting && one.meeting.id === p.meetingId)
      return slot ? at(slot) : byDay(p.heldOn ?? p.createdAt)
    },
  }
}

function footOf({ head, advice, slots }: BoardFacts): string {
  const guessed = advice.some((a) => a.meetingInferred)
  const missing = [
    ...(head.population === null ? ['人口'] : []),
    ...(head.agingRate === null ? ['高齢化率'] : []),
    ...(head.isSample && slots.every((slot) => !slot.meeting?.heldOn) ? ['開催日'] : []),
  ]
  const why = head.isSample ? '資料にないため' : '記録にないため'
  return [
    ...(head.isSample ? ['報告書にもとづく見本。'] : []),
    ...(guessed ? ['助言と回の対応は推定。'] : []),
    ...(missing.length > 0 ? [`${missing.join('・')}は${why}「—」または空けています。`] : []),
  ].join('')
}
