import type { Circle } from '../../access/circles.ts'

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
