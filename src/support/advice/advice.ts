import { CIRCLES, type Circle } from '../../access/circles.ts'
import { dayOf, warekiShort } from '../../platform/time.ts'

export const ANSWERS = {
  taken: '取り入れた',
  partly: '一部取り入れた',
  declined: '見送った',
  thanks: 'ありがとう',
} as const
export type Answer = keyof typeof ANSWERS

/** 助言: given in a meeting or between two; what is tied to it (a box, a cause, a sheet) stands in `about`. */
export interface Advice {
  id: string
  regionId: string
  meetingId: string | null
  text: string
  circle: Circle
  advisorId: string | null
  advisorName: string
  about: { label?: string; href?: string }
  createdAt: string
  answer: Answer | null
  answerReason: string | null
  answeredAt: string | null
  answeredBy: string | null
  inferred: boolean
  /** Which meeting it belongs to is a guess (imported records say so). */
  meetingInferred: boolean
}

/** Waits for the town's answer. The team's own notes never do. */
export const isWaiting = (advice: Advice): boolean => advice.answer === null && advice.circle !== 'team'

/** An advice as every page shows it. */
export interface ShownAdvice {
  id: string
  text: string
  /** 「支援1・岡田健」 */
  from: string
  on: string | null
  about: { label: string; href: string } | null
  circle: string
  inferred: boolean
  meetingInferred: boolean
  answer: string | null
  answerReason: string | null
}

interface Around {
  meetingLabels: ReadonlyMap<string, string>
  /** The record has no days of its own (an imported report). */
  isImported: boolean
}

export function shownAdvice(a: Advice, { meetingLabels, isImported }: Around): ShownAdvice {
  const where = (a.meetingId && meetingLabels.get(a.meetingId)) || '回のあいだ'
  return {
    id: a.id,
    text: a.text,
    from: `${where}・${a.advisorName || 'アドバイザー'}`,
    on: isImported ? null : warekiShort(dayOf(a.createdAt)),
    about: a.about.label && a.about.href ? { label: a.about.label, href: a.about.href } : null,
    circle: CIRCLES[a.circle],
    inferred: a.inferred,
    meetingInferred: a.meetingInferred,
    answer: a.answer && ANSWERS[a.answer],
    answerReason: a.answerReason || null,
  }
}
