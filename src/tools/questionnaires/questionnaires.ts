import type { Actor } from '../../access/actor.ts'
import { may } from '../../access/may.ts'
import type { Field, Template } from '../../papers/templates/templates.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { type Region, readOnlyReason } from '../../programme/regions/regions.ts'
import { fieldOf, nameQuestion, type Question } from '../asked-questions/asked-questions.ts'
import { PROFESSIONS, STANDPOINTS } from '../professions/professions.ts'

export const PURPOSES = { survey: '調査', study: '勉強会', effect: '効果検証', other: 'そのほか' } as const
export type Purpose = keyof typeof PURPOSES

export const ROUNDS = { once: '1回', before: '前', after: '後' } as const
export type Round = keyof typeof ROUNDS

export const MOST_QUESTIONS = 15
export const PROFESSION_KEY = 'profession'

/** Of a region; or of a year's joint report meeting, then without a region. */
export interface Questionnaire {
  id: string
  regionId: string | null
  programmeId: string | null
  title: string
  purpose: Purpose
  lead: string
  thanks: string
  /** Whom to ask, also when the link has ended. */
  contact: string
  isPaired: boolean
  /** Fewer people than this are never shown as a cell. */
  smallest: number
  questions: Question[]
  version: number
  copiedFromId: string | null
  createdAt: string
  createdBy: string
  updatedAt: string
  updatedBy: string
}

export const choicesOf = (labels: Record<string, string>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

/** Who looks at a region's questionnaires; `mayShare` is false while nothing may be changed. */
export interface RegionView {
  actor: Actor
  region: Region
  mayShare: boolean
}

export const viewOf = ({ ctx, region }: { ctx: Ctx; region: Region }): RegionView => ({
  actor: ctx.actor,
  region,
  mayShare: may(ctx.actor, 'paper.share', region) && readOnlyReason(region) === null,
})

export const askedIn = (q: Pick<Questionnaire, 'questions'>): Question[] => q.questions.filter((one) => !one.isOut)

export const roundsOf = (q: Pick<Questionnaire, 'isPaired'>): Round[] => (q.isPaired ? ['before', 'after'] : ['once'])

/** 「退院支援の勉強会（前）」 */
export const titleAt = (q: Pick<Questionnaire, 'title'>, round: Round): string =>
  round === 'once' ? q.title : `${q.title}（${ROUNDS[round]}）`

type Owned = Pick<Questionnaire, 'regionId'>

/** What those who answer are told apart by. */
export const whoWord = ({ regionId }: Owned): string => (regionId ? '職種' : '立場')

const whoField = (q: Owned): Field => ({
  key: PROFESSION_KEY,
  kind: 'choice',
  label: q.regionId ? '職種（お立場）' : 'お立場',
  hint: 'いちばん近いものを一つ選んでください',
  needed: true,
  options: Object.entries(q.regionId ? PROFESSIONS : STANDPOINTS).map(([key, label]) => ({ key, label })),
  ask: `${q.regionId ? '職種（お立場）' : 'お立場'}を一つ選んでください`,
})

/** The questions as a sheet: 職種 first, always; nothing else of the person. */
export const sheetOf = (q: Questionnaire): Template => ({
  key: `questionnaire-${q.id}`,
  version: q.version,
  title: q.title,
  sheetName: '質問票',
  sections: [
    { key: 'who', title: 'あなたについて', fields: [whoField(q)] },
    { key: 'asked', title: '問い', fields: askedIn(q).map(fieldOf) },
  ],
})

/** What still stands in the way of handing it out, in words. */
export function faultsIn(q: Questionnaire): string[] {
  const asked = askedIn(q)
  const each = asked.flatMap((question, i) => {
    const at = `問い${i + 1}`
    if (question.label === '') return [`${at}に言葉がありません`]
    if (nameQuestion(question)) return [`${at}「${question.label}」は、名前や連絡先を聞いています`]
    const picks = question.kind === 'choice' || question.kind === 'choices'
    return picks && question.options.length < 2 ? [`${at}「${question.label}」に、選ぶものが2つ以上要ります`] : []
  })
  return [
    ...(q.title === '' ? ['題を書いてください'] : []),
    ...(asked.length === 0 ? ['問いがまだありません'] : []),
    ...(q.contact === '' ? ['お問い合わせ先を書いてください'] : []),
    ...each,
  ]
}
