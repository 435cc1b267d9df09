import type { Actor } from '../../access/actor.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import { dayOf, wareki, warekiShort } from '../../platform/time.ts'
import { emptyForm, type FormState } from '../../platform/web/forms.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import { type Programme, programmeCrumbs } from '../../programme/programmes/programmes.ts'
import { type Around, meetingWords, regionWords } from '../opinion-tables/opinion-tables.ts'
import {
  type Answered,
  LANDINGS,
  landingText,
  OPINION_STATES,
  stateOf,
  type WgAnswer,
} from '../wg-opinions/wg-opinions.ts'

interface Option {
  value: string
  label: string
}

export interface OpinionPage {
  text: string
  by: string
  facts: { term: string; text: string; href?: string }[]
  withdrawn: string | null
  response: string
  landing: { text: string; href: string | null } | null
  history: { head: string; text: string }[]
  answer: { form: FormState; base: string; states: Option[]; landings: Option[]; saveTo: string } | null
  passing: { said: string | null; form: FormState; saveTo: string; region: string } | null
  withdrawal: { form: FormState; saveTo: string } | null
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'support/wg-answers/show': OpinionPage
  }
}

const options = (labels: Record<string, string>): Option[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

export interface OpinionView {
  actor: Actor
  programme: Programme
  opinion: Answered
  around: Around
  forms?: { answer?: FormState; passing?: FormState; withdrawal?: FormState }
}

const whoWords = (one: Answered): string =>
  [one.authorName, one.isHeard ? '会議で聞いた' : '', one.enteredBy ? `${one.enteredBy}が記録` : '']
    .filter(Boolean)
    .join('・')

const shownAnswer = (a: WgAnswer) => ({
  head: `${warekiShort(dayOf(a.answeredAt))} ${a.answeredBy}：${OPINION_STATES[a.status]}`,
  text: [a.response, landingText(a)].filter(Boolean).join('\n'),
})

/** Words of an answer as its form begins. */
const answerValues = (a: WgAnswer | null) => ({
  status: a?.status ?? 'doing',
  topic: a?.topic ?? '',
  summary: a?.summary ?? '',
  response: a?.response ?? '',
  landing: a?.landing ?? '',
  landingWords: a?.landingWords ?? '',
  landingHref: a?.landingHref ?? '',
})

function deedsOf({ actor, programme, opinion, around, forms }: OpinionView) {
  const at = [programme.id, opinion.id] as const
  const stands = opinion.withdrawnAt === null && !programme.isSample
  const answers = stands && may(actor, 'opinion.answer', programme)
  const isOwn = opinion.authorId !== null && opinion.authorId === actor.personId
  const { passing, answer } = opinion
  const said =
    passing && `${warekiShort(dayOf(passing.passedAt))}に${passing.passedBy}さんが伝えました：${passing.text}`
  return {
    answer: answers
      ? {
          form: forms?.answer ?? emptyForm(answerValues(answer)),
          base: answer?.id ?? '',
          states: options(OPINION_STATES),
          landings: options(LANDINGS),
          saveTo: paths.wgOpinionAnswers(...at),
        }
      : null,
    passing:
      answers && opinion.regionId
        ? {
            said,
            form: forms?.passing ?? emptyForm({ passed: passing?.text ?? (answer?.summary || opinion.text) }),
            saveTo: paths.wgOpinionPassing(...at),
            region: regionWords(opinion, around),
          }
        : null,
    withdrawal:
      answers || (stands && isOwn && stateOf(opinion) === 'open')
        ? { form: forms?.withdrawal ?? emptyForm(), saveTo: paths.wgOpinionWithdrawal(...at) }
        : null,
  }
}

export function opinionPage(view: OpinionView): OpinionPage & PageBase {
  const { actor, programme, opinion, around } = view
  const { answer } = opinion
  const isInside = answer?.landingHref.startsWith('/')
  const href = answer?.landingHref && (!isInside || may(actor, 'opinion.answer', programme)) ? answer.landingHref : null
  return {
    title: 'WGの意見',
    crumbs: programmeCrumbs(
      programme,
      { label: 'WGの意見と対応', href: paths.wgOpinions(programme.id) },
      { label: opinion.answer?.topic || '意見' },
    ),
    text: opinion.text,
    by: whoWords(opinion),
    facts: [
      { term: 'だれが', text: whoWords(opinion) },
      { term: 'いつ', text: wareki(opinion.saidOn) },
      { term: 'どの会', text: meetingWords(opinion, around) },
      { term: '何について', text: regionWords(opinion, around) },
      { term: '論点', text: answer?.topic ?? '' },
      { term: '状態', text: OPINION_STATES[stateOf(opinion)] },
    ],
    withdrawn: opinion.withdrawnAt
      ? `${warekiShort(dayOf(opinion.withdrawnAt))}に${opinion.withdrawnBy ?? ''}さんが取り下げました（${opinion.withdrawReason}）`
      : null,
    response: answer?.response ?? '',
    landing: answer?.landing ? { text: landingText(answer), href } : null,
    history: opinion.earlier.map(shownAnswer).toReversed(),
    ...deedsOf(view),
  }
}
