import type { Actor } from '../../access/actor.ts'
import { CIRCLE_READERS, CIRCLES, type Circle } from '../../access/circles.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import type { FormState } from '../../platform/web/forms.ts'
import { notAliveReason, type Region } from '../../programme/regions/regions.ts'
import { type RegionFrame, regionFrame } from '../../programme/sections/sections.ts'
import { writableCircles } from '../records/records.ts'
import { type Advice, ANSWERS, isWaiting, type ShownAdvice, shownAdvice } from './advice.ts'

interface CircleChoice {
  value: Circle
  label: string
  hint: string
}

export interface AdvicePage {
  around: RegionFrame
  groups: { id: string; heading: string; rows: ShownAdvice[] }[]
  total: string
  answerHref: Record<string, string>
  emptyText: string
  saveTo: string | null
  circles: CircleChoice[]
  form: FormState
}

export interface AnswerPage {
  around: RegionFrame
  advice: ShownAdvice
  answers: typeof ANSWERS
  saveTo: string
  backHref: string
  readers: string
  form: FormState
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'support/advice/index': AdvicePage
    'support/advice/answer': AnswerPage
  }
}

interface AdviceView {
  actor: Actor
  region: Region
  advice: readonly Advice[]
  meetingLabels: ReadonlyMap<string, string>
  form: FormState
}

export function advicePage({ actor, region, advice, meetingLabels, form }: AdviceView): AdvicePage {
  const alive = notAliveReason(region) === null
  const shown = (list: readonly Advice[]) =>
    list.map((a) => shownAdvice(a, { meetingLabels, isImported: region.importedAt !== null }))
  const waiting = advice.filter(isWaiting)
  const groups = [
    { id: 'waiting', heading: 'まだ答えていない助言', rows: shown(waiting) },
    { id: 'answered', heading: '返事のある助言', rows: shown(advice.filter((a) => a.answer !== null)) },
    {
      id: 'team',
      heading: '支援チームのメモ',
      rows: shown(advice.filter((a) => a.answer === null && a.circle === 'team')),
    },
  ]
  const answers = alive && may(actor, 'advice.answer', region) ? waiting : []
  return {
    around: regionFrame(actor, region, 'advice'),
    groups: groups.filter((group) => group.rows.length > 0),
    total: `${advice.length}件`,
    answerHref: Object.fromEntries(answers.map((a) => [a.id, paths.adviceAnswer(region.id, a.id)])),
    emptyText: region.isSelected
      ? 'まだ助言はありません。回の記録か、このページから残せます（アドバイザーと事務局）。'
      : '採択されると、アドバイザーの助言がここに並びます。',
    saveTo: alive && may(actor, 'advice.give', region) ? paths.advice(region.id) : null,
    circles: writableCircles(actor, region).map((value) => ({
      value,
      label: CIRCLES[value],
      hint: CIRCLE_READERS[value],
    })),
    form,
  }
}

export const answerPage = (
  actor: Actor,
  region: Region,
  asked: { advice: Advice; meetingLabels: ReadonlyMap<string, string>; form: FormState },
): AnswerPage => ({
  around: regionFrame(actor, region, 'advice'),
  advice: shownAdvice(asked.advice, { meetingLabels: asked.meetingLabels, isImported: false }),
  answers: ANSWERS,
  saveTo: paths.adviceAnswer(region.id, asked.advice.id),
  backHref: paths.advice(region.id),
  readers: CIRCLE_READERS[asked.advice.circle],
  form: asked.form,
})
