import type { Circle } from '../../access/circles.ts'
import { type Body, DRAFT_LENGTH } from '../templates/templates.ts'

/** One changed place. `path` goes by keys and row ids: `reason`, `members/r1/name`, `members/r1` (a whole row), `order:members`. */
export interface Change {
  path: string
  before: unknown
  after: unknown
}

/** A place that both sides changed to something different: nothing is stored until a person answers. */
export interface Clash {
  path: string
  base: unknown
  theirs: unknown
  mine: unknown
}

export interface Merged {
  body: Body
  changes: Change[]
  clashes: Clash[]
}

/** How a document speaks of its own places; a sheet's words come from its template. */
export interface PaperWords {
  title: string
  /** What people call a place: 「応募理由」, 「箱1 誰が」. */
  place(path: string, body: Body): string
  /** What stands at a place, as people write it; '' for nothing. */
  shown(path: string, value: unknown, body: Body): string
  /** A place that is picked, not written: both wordings can't be brought together by hand. */
  isPicked(path: string): boolean
  /** What changed, said in the tool's own words. */
  sentences?(before: Body, after: Body): string[]
}

/** A kind of document, listed in app.ts: what the papers wing must be told by the wings above it. */
export interface DocumentKind {
  kind: string
  title: string
  circleDefault: Circle
  /** What people call the place a path names: 「応募理由」, 「課題の一覧 2行目 重要度」. */
  wordsOf(path: string, body: Body, version?: { key: string | null; version: number | null }): string
}

export const SOURCES = {
  form: '画面',
  excel: 'Excel',
  mail: 'メールで届いたExcel',
  bundle: '取りこみ',
  undo: '取り消し',
  restore: '前の版に戻す',
} as const
export type Source = keyof typeof SOURCES

export interface Document {
  id: string
  kind: string
  ownerKind: string
  ownerId: string
  templateKey: string | null
  templateVersion: number | null
  headNumber: number
  circle: Circle
  createdAt: string
}

export interface Revision {
  number: number
  savedAt: string
  personId: string | null
  personName: string
  onBehalfOf: string | null
  source: Source
  fileId: string | null
  note: string
  changes: Change[]
}

/** What shall stand where two texts clashed: one of them, or words that bring both together. */
export type Answer = { pick: 'theirs' } | { pick: 'mine' } | { pick: 'own'; own: unknown }
export type Answers = ReadonlyMap<string, Answer>

/** A body and the revision it is. */
export interface Head {
  number: number
  body: Body
}

export const TOO_LONG = `一つの欄は${DRAFT_LENGTH.toLocaleString('ja-JP')}字までです。長い文章は分けるか、ファイルで添えてください`

export interface ToSave {
  /** Whose draft of which tab this is; both go once it is saved. */
  tab?: string
  from?: string
  base: number
  fields: Body
  onBehalfOf?: string | null
  note?: string
  source?: Source
  fileId?: string | null
  /** Answers to clashes seen against revision `against`. */
  resolve?: { against: number; answers: Answers }
}

export type Saved =
  | { kind: 'saved'; number: number; changes: Change[]; merged: Change[] }
  | { kind: 'clash'; clashes: Clash[]; against: number; body: Body }
