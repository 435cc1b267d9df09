import { paths } from '../../paths/paths.ts'
import { addDays, dayOf, today, wareki, warekiShort } from '../../platform/time.ts'
import { emptyForm, type FormState } from '../../platform/web/forms.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import { type RegionFrame, regionCrumbs, regionFrame } from '../../programme/sections/sections.ts'
import { QUESTION_KINDS } from '../asked-questions/asked-questions.ts'
import {
  askedIn,
  faultsIn,
  PURPOSES,
  type Questionnaire,
  type RegionView,
  ROUNDS,
  type Round,
  roundsOf,
} from '../questionnaires/questionnaires.ts'
import { linkStateOf, type QuestionnaireLink, USUAL_MOST } from './questionnaire-links.ts'

interface OpenLink {
  address: string
  /** What the names of its form's fields begin with. */
  mark: string
  prolongTo: string | null
  endTo: string | null
  form: FormState
}

interface RoundPart {
  key: Round
  id: string
  heading: string
  shape: string
  word: string
  facts: { term: string; text: string }[]
  link: OpenLink | null
  /** Where a new address is made; null while one is open, or nothing may be changed. */
  openTo: string | null
  mark: string
  form: FormState
}

export interface QuestionnairePage extends PageBase {
  around: RegionFrame
  facts: { term: string; text: string }[]
  standing: string[]
  editTo: string | null
  previewTo: string
  resultsTo: string
  total: number
  rounds: RoundPart[]
  questions: { label: string; kind: string }[]
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'tools/questionnaire-links/show': QuestionnairePage
  }
}

export interface LinkView extends RegionView {
  q: Questionnaire
  links: readonly QuestionnaireLink[]
  counts: ReadonlyMap<string, number>
  origin: string
  now: Date
  /** What was just posted and not taken, and for which round or link. */
  typed: { at: string; form: FormState } | null
}

const STATES = {
  open: { shape: 'arrange', word: '受付中' },
  ended: { shape: 'done', word: '締め切りました' },
  revoked: { shape: 'done', word: '受付を終えました' },
} as const

const marked = ({ values, errors }: FormState, mark: string): FormState => {
  const put = <T>(given: Record<string, T>) =>
    Object.fromEntries(Object.entries(given).map(([name, value]) => [`${mark}.${name.split('.').at(-1)}`, value]))
  return { values: put(values), errors: put(errors) }
}

function linkPart(view: LinkView, link: QuestionnaireLink): OpenLink {
  const { q, region, origin, mayShare } = view
  const values = { closesOn: wareki(link.closesOn).replace(/（.）$/, ''), mostAnswers: String(link.mostAnswers) }
  return {
    address: `${origin}${paths.answersLink(link.token)}`,
    prolongTo: mayShare ? paths.questionnaireLink(region.id, q.id, link.id) : null,
    endTo:
      mayShare && linkStateOf(link, view.now) === 'open' ? paths.questionnaireLinkEnd(region.id, q.id, link.id) : null,
    mark: link.id,
    form: marked(view.typed?.at === link.id ? view.typed.form : emptyForm(values), link.id),
  }
}

function roundPart(view: LinkView, round: Round): RoundPart {
  const { q, now, counts, mayShare, typed } = view
  const own = view.links.filter((link) => link.round === round)
  const link =
    own.find((one) => linkStateOf(one, now) === 'open') ?? own.filter((one) => !one.revokedAt).at(-1) ?? own.at(-1)
  const state = link ? linkStateOf(link, now) : null
  const answers = own.reduce((n, one) => n + (counts.get(one.id) ?? 0), 0)
  const usual = { closesOn: wareki(addDays(today(now), 14)).replace(/（.）$/, ''), mostAnswers: String(USUAL_MOST) }
  return {
    key: round,
    id: `round-${round}`,
    heading: round === 'once' ? '受付' : `${ROUNDS[round]}の受付`,
    ...(state ? STATES[state] : { shape: 'none', word: 'まだ始めていません' }),
    facts: [
      { term: '集まった答え', text: `${answers}件${link ? `（この宛先は${link.mostAnswers}件まで）` : ''}` },
      ...(link ? [{ term: '締め切り', text: wareki(link.closesOn) }] : []),
      ...(link ? [{ term: '始めた人', text: `${link.openedBy}さん（${warekiShort(dayOf(link.openedAt))}）` }] : []),
    ],
    link: link && state !== 'revoked' ? linkPart(view, link) : null,
    openTo:
      mayShare && state !== 'open' && faultsIn(q).length === 0 ? paths.questionnaireLinks(view.region.id, q.id) : null,
    mark: round,
    form: marked(typed?.at === round ? typed.form : emptyForm(usual), round),
  }
}

export function questionnairePage(view: LinkView): QuestionnairePage {
  const { q, region, counts } = view
  const { id } = region
  return {
    title: q.title,
    crumbs: regionCrumbs(region, ['質問票', paths.questionnaires(id)], q.title),
    around: regionFrame(view.actor, region, 'questionnaires'),
    facts: [
      { term: '目的', text: `${PURPOSES[q.purpose]}${q.isPaired ? '（前と後に、同じことを聞く）' : ''}` },
      { term: '作った人', text: `${q.createdBy}さん（${warekiShort(dayOf(q.createdAt))}）` },
      { term: 'お問い合わせ先', text: q.contact },
    ],
    standing: faultsIn(q),
    editTo: view.mayShare ? paths.questionnaireEdit(id, q.id) : null,
    previewTo: paths.questionnairePreview(id, q.id),
    resultsTo: paths.questionnaireResults(id, q.id),
    total: [...counts.values()].reduce((sum, n) => sum + n, 0),
    rounds: roundsOf(q).map((round) => roundPart(view, round)),
    questions: askedIn(q).map(({ label, kind }) => ({
      label: label || '（言葉がまだありません）',
      kind: QUESTION_KINDS[kind],
    })),
  }
}
