import type { Actor } from '../../access/actor.ts'
import { CIRCLES, type Circle } from '../../access/circles.ts'
import { clock, dayOf, warekiShort } from '../../platform/time.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { writableCircles } from '../records/records.ts'

/** 個別相談: a question between two meetings, and what is said to it. */
export interface Consultation {
  id: string
  regionId: string
  question: string
  circle: Circle
  askedAt: string
  personId: string | null
  askedBy: string
  onBehalfOf: string | null
  answers: ConsultationAnswer[]
}

/** A question as a list of things to do tells it. */
export type WaitingQuestion = Pick<Consultation, 'id' | 'regionId' | 'question' | 'circle' | 'askedAt'>

export interface ConsultationAnswer {
  id: string
  consultationId: string
  text: string
  personId: string | null
  byName: string
  /** Said by an advisor: becomes advice of that name. */
  isAdvice: boolean
  /** A word from the side that asked. */
  isReply: boolean
  at: string
  adviceId: string | null
}

/** Waits for those who support: nothing was said yet, or the last word is from the side that asked. */
export const isOpen = (c: Consultation): boolean => c.answers.at(-1)?.isReply ?? true

/** Nobody asks where those who are asked do not read. */
export const askableCircles = (actor: Actor, region: Region): Circle[] =>
  writableCircles(actor, region).filter((circle) => circle !== 'team')

const moment = (at: string) => `${warekiShort(dayOf(at))} ${clock(at)}`

export interface ShownAnswer {
  id: string
  text: string
  from: string
  isReply: boolean
  isAdvice: boolean
}
export interface ShownConsultation {
  id: string
  question: string
  from: string
  circle: string
  state: string
  answers: ShownAnswer[]
}

export const shownConsultation = (c: Consultation): ShownConsultation => ({
  id: c.id,
  question: c.question,
  from: `${c.askedBy}${c.onBehalfOf ? `（${c.onBehalfOf}に代わって）` : ''}・${moment(c.askedAt)}`,
  circle: CIRCLES[c.circle],
  state: isOpen(c) ? '返事を待っています' : '返事があります',
  answers: c.answers.map((a) => ({
    id: a.id,
    text: a.text,
    from: `${a.byName}・${moment(a.at)}`,
    isReply: a.isReply,
    isAdvice: a.adviceId !== null,
  })),
})
