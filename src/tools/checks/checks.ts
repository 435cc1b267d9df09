import type { Body, Row } from '../../papers/templates/templates.ts'
import { DEFAULT_WORDS, type WordKey, type Words } from '../word-lists/word-lists.ts'

/** E: not without this · W: can go on with a reason · A: a prompt beside the field. Nothing in K, L or P ever blocks. */
export type Level = 'E' | 'W' | 'A'

/** Where a question stands: the paper's ref, the path into its body (`boxes/b12`, `goal`; '' = the paper as a whole), and its name. */
export interface Place {
  ref: string
  path: string
  label: string
}

export interface Found {
  id: string
  level: Level
  message: string
  place: Place
  /** The words that are asked about: once they change, the question is a new one. */
  about: string
}

/** One meeting as the plan's checks see it. Absent: not known, not asked about. */
export interface MeetingFact {
  number: number
  label: string
  heldOn: string | null
  /** The three lines were wanted for it, and came or not. */
  hasLines?: boolean
  /** Practices between the meeting before it and this one. */
  practices?: number
  prefectureSpoke?: boolean
}

/** All a check may know. What is not given keeps its checks silent. */
export interface Facts {
  /** Present bodies of the region's papers by ref: `logic_model`, `status_sheet.01abc`. */
  bodies: Readonly<Record<string, Body>>
  words?: Words
  /** Opinions by the id of the cause they were given on. */
  opinions?: Readonly<Record<string, number>>
  /** Meetings held so far, in their order. */
  meetings?: readonly MeetingFact[]
  population?: number
  /** The region's own names: it may speak critically of itself. */
  ownNames?: readonly string[]
  /** Names of bodies that a text could criticise. */
  bodyNames?: readonly string[]
  /** How many boxes of a sheet are optional, by ref. */
  optionalBoxes?: Readonly<Record<string, number>>
  /** Words of a text that tell who a person is (the privacy scanner's eyes). */
  namesPerson?: (text: string) => readonly string[]
}

/** What a check points at; the level comes from the check. */
export interface Spot {
  ref: string
  path: string
  label: string
  message: string
  about?: string
}

export interface Check {
  id: string
  level: Level
  find(facts: Facts): Spot[]
}

export const foundBy = (checks: readonly Check[], facts: Facts): Found[] =>
  checks.flatMap(({ id, level, find }) =>
    find(facts).map(({ ref, path, label, message, about }) => ({
      id,
      level,
      message,
      place: { ref, path, label },
      about: about ?? '',
    })),
  )

export const kindOfRef = (ref: string): string => ref.split('.')[0] ?? ref

/** Every paper of a kind: one, or several parts. */
export const papersOf = (facts: Facts, kind: string): [ref: string, body: Body][] =>
  Object.entries(facts.bodies).filter(([ref]) => kindOfRef(ref) === kind)

export const wordsFor = (facts: Facts, key: WordKey): readonly string[] => facts.words?.[key] ?? DEFAULT_WORDS[key]

/** A cell that may be missing; 「—」 is an answer, but says nothing. */
export const cell = (row: Row, column: string): string => String(row[column] ?? '').trim()
export const saysNothing = (text: string): boolean => /^[\s\-－―ー—–・*＊?？…]*$/u.test(text.normalize('NFKC'))

export const short = (text: string, most = 28): string => {
  const line = text.replace(/\s+/gu, ' ').trim()
  return [...line].length > most ? `${[...line].slice(0, most).join('')}…` : line
}
