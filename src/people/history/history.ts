import type { Role } from '../../access/actor.ts'
import type { Circle } from '../../access/circles.ts'

/** Kinds of event with their details; every noun merges its own in and exports a sentence for each. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface Happenings {}
export type HappeningKind = keyof Happenings & string

export interface Happening<K extends HappeningKind = HappeningKind> {
  id: string
  kind: K
  at: string
  actorName: string
  actorRole: Role | null
  /** Organisation or person for whom it was done, in words. */
  onBehalfOf: string | null
  programmeId: string | null
  regionId: string | null
  circle: Circle
  details: Happenings[K]
}

/** A new kind of event without a sentence does not compile. */
export type Sentences<K extends HappeningKind> = { [Kind in K]: (h: Happening<Kind>) => string }
export type AllSentences = Sentences<HappeningKind>

export interface NewHappening<K extends HappeningKind = HappeningKind> {
  kind: K
  programmeId?: string | null
  regionId?: string | null
  circle?: Circle
  onBehalfOf?: string | null
  details: Happenings[K]
}

/** 「○○さん」, with those it was done for. */
export function sentenceOf(sentences: Partial<AllSentences>, h: Happening): string {
  const say = sentences[h.kind] as ((h: Happening) => string) | undefined
  const words = say ? say(h) : `${h.actorName}さんが記録を変えました`
  return h.onBehalfOf ? `${words}（${h.onBehalfOf}に代わって）` : words
}
