import type { Actor } from '../../access/actor.ts'
import { CIRCLE_READERS } from '../../access/circles.ts'
import { paths } from '../../paths/paths.ts'
import type { FormState } from '../../platform/web/forms.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { type RegionFrame, regionFrame } from '../../programme/sections/sections.ts'
import { type Advice, ANSWERS, type Effect, mayBeAnswered, type ShownAdvice, shownAdvice } from '../advice/advice.ts'
import { keyOf, type Subject } from '../subjects/subjects.ts'

export interface AnswerPage {
  around: RegionFrame
  heading: string
  advice: ShownAdvice
  answers: typeof ANSWERS | null
  changed: { value: string; label: string }[]
  saveTo: string
  backHref: string
  readers: string
  form: FormState
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'support/advice-answers/show': AnswerPage
  }
}

export interface AnswerView {
  actor: Actor
  region: Region
  advice: Advice
  effects: readonly Effect[]
  subjects: readonly Subject[]
  meetingLabels: ReadonlyMap<string, string>
  form: FormState
}

/** Before the answer: answer and what it changed; afterwards only what it changed. */
export function answerPage({ actor, region, advice, effects, subjects, meetingLabels, form }: AnswerView): AnswerPage {
  const open = mayBeAnswered(advice)
  const changed = subjects.filter((s) => s.kind !== 'meeting').map((s) => ({ value: keyOf(s), label: s.label }))
  return {
    around: regionFrame(actor, region, 'advice'),
    heading: open ? '助言に返事を書く' : 'この助言で変わったもの',
    advice: shownAdvice(advice, { meetingLabels, isImported: false, effects, readable: new Set(subjects.map(keyOf)) }),
    answers: open ? ANSWERS : null,
    changed,
    saveTo: open ? paths.adviceAnswer(region.id, advice.id) : paths.adviceEffect(region.id, advice.id),
    backHref: paths.advice(region.id),
    readers: CIRCLE_READERS[advice.circle],
    form,
  }
}
