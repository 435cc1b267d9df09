import type { DocumentKind } from '../../papers/documents/documents.ts'
import { placeWords } from '../../papers/revisions/revisions.ts'
import { type Body, isEmpty, textIn } from '../../papers/templates/templates.ts'
import { threeLinesTemplate } from '../../papers/templates/three-lines.ts'
import { clock, dayOf, monthDay, today } from '../../platform/time.ts'
import type { Step } from '../../programme/programmes/programmes.ts'
import { deadlinesOf } from '../deadlines/deadlines.ts'
import type { Slot } from '../meetings/meetings.ts'

export const LINES = ['good', 'stuck', 'next'] as const

/** One document per region and asking step: 事前MTG and the 支援 after it are asked as a pair. */
export const reportOwner = (regionId: string, stepKey: string) => ({
  kind: 'three_lines',
  ownerKind: 'region_step',
  ownerId: `${regionId}/${stepKey}`,
})

export const reportDocumentKind: DocumentKind = {
  kind: 'three_lines',
  title: threeLinesTemplate.title,
  circleDefault: 'region',
  wordsOf: (path, body) => placeWords(threeLinesTemplate, path, body),
}

/** A pair of meetings that is asked once; the second of it hears only what is added. */
export interface Round {
  step: Step
  first: Slot
  second: Slot | null
}

export interface Sending {
  id: string
  regionId: string
  stepKey: string
  revisionNumber: number
  body: Body
  sentAt: string
  /** The day it was said: the secretariat files it later than it came. */
  saidOn: string
  personName: string
  onBehalfOf: string | null
  isAddition: boolean
}

/** What has reached advisors and secretariat; the last sending counts. */
export interface Report {
  regionId: string
  stepKey: string
  sent: Sending
  sendings: Sending[]
}

/** Which meetings are asked: every step that says so, with the support after it unless that asks for itself. */
export function roundsOf(steps: readonly Step[], slots: readonly Slot[]): Round[] {
  const own = steps.filter((step) => step.level === 'region')
  return own.flatMap((step, at) => {
    const slotFor = (one: Step | undefined) => slots.find((slot) => slot.stepId === one?.id) ?? null
    const first = step.asksReport ? slotFor(step) : null
    const next = own[at + 1]
    const paired = step.kind === 'premeeting' && next?.kind === 'support' && !next.asksReport
    return first ? [{ step, first, second: paired ? slotFor(next) : null }] : []
  })
}

const isOver = (slot: Slot | null) => slot?.state === 'held' || slot?.state === 'done'

export type Turn = 'first' | 'again' | 'over'

/** Whether the words are wanted for the first meeting of the pair, again before the second, or no more. */
export function turnOf({ first, second }: Round): Turn {
  if (second && isOver(second)) return 'over'
  if (!isOver(first)) return 'first'
  return second ? 'again' : 'over'
}

/** The meeting the words are wanted for now. */
export const meantSlot = (round: Round): Slot =>
  turnOf(round) === 'first' ? round.first : (round.second ?? round.first)

export const dueOf = ({ step, first }: Round): string | null =>
  first.state === 'cancelled' ? null : deadlinesOf(step, first.meeting?.heldOn ?? null).reportDueOn

/** Said and held: only to be read. What nobody said may still be filed afterwards. */
export const isClosed = (round: Round, report: Report | null): boolean => report !== null && turnOf(round) === 'over'

/** The round a region is in: the last one begun while its second meeting is ahead, else the one after it. */
export function presentRound(rounds: readonly Round[]): Round | null {
  const begun = rounds.findLastIndex((round) => turnOf(round) !== 'first')
  const last = rounds[begun]
  return (last && turnOf(last) === 'again' ? last : rounds[begun + 1]) ?? null
}

/** The round whose words are read at this meeting. */
export const roundAt = (rounds: readonly Round[], number: number): Round | null =>
  rounds.find(({ first, second }) => first.number === number || second?.number === number) ?? null

export const reportIn = (reports: readonly Report[], stepKey: string): Report | null =>
  reports.find((report) => report.stepKey === stepKey) ?? null

export const pairLabel = ({ first, second }: Round): string =>
  second ? `${first.label}・${second.label}` : first.label

export const hasLine = (body: Body): boolean => LINES.some((key) => !isEmpty(body[key]))

export interface SaidLine {
  key: string
  term: string
  text: string
}

/** The lines that say something, in the sheet's own words. */
export const saidLines = (body: Body): SaidLine[] =>
  threeLinesTemplate.sections
    .flatMap((section) => section.fields)
    .map((field) => ({
      key: field.key,
      term: field.key === 'added' ? '付け加えること' : field.label,
      text: textIn(body, field.key),
    }))
    .filter((line) => line.text !== '')

/** 「12月1日（月）14:03 青木 葵」; for whom and of which day, where another hand entered it. */
export function sentWords(s: Sending): string {
  const at = `${monthDay(dayOf(s.sentAt))} ${clock(s.sentAt)}`
  if (!s.onBehalfOf) return `${at} ${s.personName}`
  return `${monthDay(s.saidOn)}の${s.onBehalfOf}の言葉（${at}に${s.personName}が代わって入れました）`
}

/** Whose text stands beside one's own where the two clash. */
export function theirsWords(last: { personName: string; savedAt: string } | undefined, now: Date): string {
  if (!last) return '保存されている内容'
  const day = dayOf(last.savedAt) === today(now) ? '' : `${monthDay(dayOf(last.savedAt))} `
  return `${last.personName}さんが${day}${clock(last.savedAt)}に保存した内容`
}
