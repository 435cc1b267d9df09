import type { Body } from '../../papers/templates/templates.ts'
import { instantAt } from '../../platform/time.ts'
import type { Step } from '../../programme/programmes/programmes.ts'
import { SCENES } from '../../programme/regions/regions.ts'
import type { Teller } from '../filled-words/filled-words.ts'

/** The day it is in a filled folder: the last of its years is half way. */
export const FILLED_TODAY = '2025-12-16'
export const LAST_YEAR = 2025
export const YEARS = 10

export interface Town {
  id: string
  code: string
  name: string
  prefectureId: string
  prefectureName: string
  bureauCode: string | null
}

export interface Place {
  number: number
  town: Town
  fiscalYear: number
  programmeId: string
  steps: readonly Step[]
  advisor: { id: string; name: string }
}

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const base32 = (value: number, length: number): string => {
  let text = ''
  for (let rest = value; text.length < length; rest = Math.floor(rest / 32)) text = ALPHABET[rest % 32] + text
  return text
}

/** Ids as the product makes them, in order of time, but the same every time. */
export function idMaker(): (at: string) => string {
  let made = 0
  return (at) => base32(Date.parse(at), 9) + base32(made++, 7)
}

/** [month, day] of each of the eight meetings, from the year's September on. */
const DAYS = ['09-08', '09-24', '10-15', '11-05', '12-03', '01-14', '02-04', '02-25']
export const heldOn = (fiscalYear: number, at: number, shift: number): string => {
  const [month = '09', day = '08'] = (DAYS[at] ?? DAYS[0] ?? '').split('-')
  const year = Number(month) < 4 ? fiscalYear + 1 : fiscalYear
  return `${year}-${month}-${String(Math.min(28, Number(day) + (shift % 5))).padStart(2, '0')}`
}
export const momentOn = (day: string): string => instantAt(day, '15:30')
export const isHeld = (day: string): boolean => day < FILLED_TODAY

export const scenesOf = (tell: Teller): { code: string }[] => {
  const codes = Object.keys(SCENES)
  return [...new Set([codes[tell.number(codes.length)] ?? 'discharge', codes[tell.number(3)] ?? 'daily'])].map(
    (code) => ({ code }),
  )
}

type Ids = () => string
const rowsOf = <T>(count: number, row: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => row(at))

const statusSheet = (tell: Teller): Body => ({
  subject: '退院後に弱る人',
  course: tell.seen(),
  trigger: tell.seen(),
  wishes: '家で暮らしたい',
  goal: tell.promised(),
})

const issues = (tell: Teller, id: Ids): Body => ({
  issues: rowsOf(3, (at) => ({
    id: id(),
    text: tell.seen(),
    importance: String(1 + (at % 3)),
    ease: '2',
    state: 'open',
  })),
})

const causes = (tell: Teller, id: Ids): Body => {
  const rows = rowsOf(3, () => ({ id: id(), parent: '', text: tell.cause() }))
  return {
    causes: rows,
    evidence: [{ id: id(), cause: rows[0]?.id ?? '', side: 'for', kind: 'hearing', text: tell.seen() }],
  }
}

const CHAIN = ['activity', 'activity', 'output', 'initial', 'intermediate', 'final']
const model = (tell: Teller, id: Ids): Body => {
  const boxes = CHAIN.map((kind) => ({ id: id(), kind, text: tell.promised(), owner: '地域包括支援センター' }))
  const links = boxes.slice(1).map((box, at) => ({ id: id(), from: boxes[at]?.id ?? '', to: box.id }))
  const indicator = { id: id(), box: boxes[3]?.id ?? '', text: '連絡票が届いた割合', type: 'process', target: '80%' }
  return { goal: tell.promised(), boxes, links, indicators: [indicator] }
}

const closing = (tell: Teller, id: Ids): Body => ({
  before: rowsOf(2, () => ({ id: id(), text: tell.seen() })),
  changes: rowsOf(2, () => ({ id: id(), text: tell.seen(), quality: 'impression' })),
  next: [{ id: id(), text: tell.promised() }],
})

/** The papers of a region, by kind and part; the last year has no closing yet. */
export function bodiesOf(tell: Teller, id: Ids, fiscalYear: number): { kind: string; part?: string; body: Body }[] {
  return [
    { kind: 'status_sheet', part: id(), body: statusSheet(tell) },
    { kind: 'issues', body: issues(tell, id) },
    { kind: 'causes', body: causes(tell, id) },
    { kind: 'logic_model', body: model(tell, id) },
    ...(fiscalYear < LAST_YEAR ? [{ kind: 'closing', body: closing(tell, id) }] : []),
  ]
}
