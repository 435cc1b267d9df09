import { CIRCLES, type Circle } from '../../access/circles.ts'
import { dayOf, warekiShort } from '../../platform/time.ts'
import { type ShownSubject, type Subject, shownSubject } from '../subjects/subjects.ts'

export const ANSWERS = {
  taken: '取り入れた',
  partly: '一部取り入れた',
  declined: '見送った',
  thanks: 'ありがとう',
} as const
export type Answer = keyof typeof ANSWERS

/** 助言: given in a meeting or between two; what it is tied to (a box, a cause, a sheet) stands in `about`. */
export interface Advice {
  id: string
  regionId: string
  meetingId: string | null
  text: string
  circle: Circle
  advisorId: string | null
  advisorName: string
  about: Partial<Subject>
  createdAt: string
  /** Null: a draft, seen by its author only. */
  sentAt: string | null
  answer: Answer | null
  answerReason: string | null
  answeredAt: string | null
  answeredBy: string | null
  inferred: boolean
  /** Which meeting it belongs to is a guess (imported records say so). */
  meetingInferred: boolean
  /** Who typed it, where that is known; a note-taker's words wait for their advisor's nod. */
  authorId: string | null
  authorName: string
  askedAt: string | null
  confirmedAt: string | null
  version: number
}

/** Waits for the town's answer. The team's own notes never do. */
export const isWaiting = (advice: Advice): boolean => advice.answer === null && advice.circle !== 'team'

/** 「ありがとう」 alone leaves room for a word later. */
export const mayBeAnswered = (advice: Advice): boolean =>
  advice.circle !== 'team' && (advice.answer === null || advice.answer === 'thanks')

/** Typed by somebody else: its advisor has not said yet that these are the words. Once the town has answered they stand. */
export const isUnconfirmed = (a: Advice): boolean =>
  mayReword(a) &&
  a.sentAt !== null &&
  a.advisorId !== null &&
  a.authorId !== null &&
  a.authorId !== a.advisorId &&
  a.confirmedAt === null

/** Until the town has answered, an advice may be worded anew; afterwards a new one is given. */
export const mayReword = (advice: Advice): boolean => advice.answer === null || advice.answer === 'thanks'

/** What came of an advice. */
export interface Effect {
  adviceId: string
  subject: Subject
}

/** An advice as every page shows it. */
export interface ShownAdvice {
  id: string
  text: string
  /** 「支援1・岡田健」 */
  from: string
  on: string | null
  about: ShownSubject | null
  circle: string
  inferred: boolean
  meetingInferred: boolean
  unconfirmed: boolean
  version: string | null
  answer: string | null
  answerReason: string | null
  effects: ShownSubject[]
}

interface Around {
  meetingLabels: ReadonlyMap<string, string>
  /** The record has no days of its own (an imported report). */
  isImported: boolean
  effects?: readonly Effect[]
  /** Keys of the subjects its reader may read; of the others nothing is quoted. */
  readable?: ReadonlySet<string>
}

export function shownAdvice(a: Advice, { meetingLabels, isImported, effects = [], readable }: Around): ShownAdvice {
  const where = (a.meetingId && meetingLabels.get(a.meetingId)) || '回のあいだ'
  return {
    id: a.id,
    text: a.text,
    from: `${where}・${a.advisorName || 'アドバイザー'}`,
    on: isImported ? null : warekiShort(dayOf(a.createdAt)),
    about: shownSubject(a.about, readable),
    circle: CIRCLES[a.circle],
    inferred: a.inferred,
    meetingInferred: a.meetingInferred,
    unconfirmed: isUnconfirmed(a),
    version: a.version > 1 ? `第${a.version}版` : null,
    answer: a.answer && ANSWERS[a.answer],
    answerReason: a.answerReason || null,
    effects: effects.filter((e) => e.adviceId === a.id).flatMap((e) => shownSubject(e.subject, readable) ?? []),
  }
}
