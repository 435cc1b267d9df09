import { paths } from '../../paths/paths.ts'
import { addDays, today, wareki } from '../../platform/time.ts'
import { emptyForm, type FormState } from '../../platform/web/forms.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import { linkStateOf, type QuestionnaireLink, USUAL_MOST } from '../../tools/questionnaire-links/questionnaire-links.ts'
import { type ResultParts, resultParts } from '../../tools/questionnaire-results/pages.ts'
import { isWaiting } from '../../tools/questionnaire-texts/questionnaire-texts.ts'
import { askedIn, faultsIn } from '../../tools/questionnaires/questionnaires.ts'
import { type Joint, jointCrumbs } from '../joint-report/joint-report.ts'
import type { YearQuestionnaire } from './store.ts'

interface LinkPart {
  address: string
  isOpen: boolean
  state: { shape: string; word: string }
  until: string
  prolongTo: string
  endTo: string | null
}

export interface JointQuestionnairePage extends PageBase {
  heading: string
  lead: string
  /** What only the secretariat does. */
  office: {
    makeTo: string | null
    openTo: string | null
    editTo: string | null
    textsTo: string | null
    waiting: number
    standing: string[]
    link: LinkPart | null
    tables: { label: string; href: string }[]
  } | null
  /** Where one answers, while it is open. */
  answerHref: string | null
  results: ResultParts | null
  emptyText: string | null
  backHref: string
  form: FormState
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'overview/joint-questionnaires/show': JointQuestionnairePage
  }
}

export interface QuestionnaireView {
  joint: Joint
  found: YearQuestionnaire | null
  isOffice: boolean
  origin: string
  now: Date
  form: FormState | null
}

const STATES = {
  open: { shape: 'arrange', word: '受付中' },
  ended: { shape: 'done', word: '締め切りました' },
  revoked: { shape: 'done', word: '受付を終えました' },
} as const

const latestOf = (links: readonly QuestionnaireLink[], now: Date): QuestionnaireLink | null =>
  links.find((link) => linkStateOf(link, now) === 'open') ?? links.at(-1) ?? null

function linkPart({ joint, origin, now }: QuestionnaireView, link: QuestionnaireLink): LinkPart {
  const state = linkStateOf(link, now)
  const { id } = joint.programme
  return {
    address: `${origin}${paths.answersLink(link.token)}`,
    isOpen: state === 'open',
    state: STATES[state],
    until: wareki(link.closesOn),
    prolongTo: paths.jointQuestionnaireLink(id, link.id),
    endTo: state === 'open' ? paths.jointQuestionnaireEnd(id, link.id) : null,
  }
}

function officePart(view: QuestionnaireView): NonNullable<JointQuestionnairePage['office']> {
  const { joint, found, now } = view
  const { id } = joint.programme
  const link = found && latestOf(found.links, now)
  const isOpen = link !== null && linkStateOf(link, now) === 'open'
  const standing = found ? faultsIn(found.q) : []
  return {
    makeTo: found ? null : paths.jointQuestionnaire(id),
    openTo: found && !isOpen && standing.length === 0 ? paths.jointQuestionnaireLinks(id) : null,
    editTo: found ? paths.jointQuestionnaireEdit(id) : null,
    textsTo: found ? paths.jointQuestionnaireTexts(id) : null,
    waiting: found?.texts.filter(isWaiting).length ?? 0,
    standing,
    link: link && link.revokedAt === null ? linkPart(view, link) : null,
    tables: found
      ? (['xlsx', 'csv'] as const).map((ending) => ({
          label: ending === 'xlsx' ? 'Excel' : 'CSV',
          href: paths.jointQuestionnaireTable(id, ending),
        }))
      : [],
  }
}

/** The last day of the week after the meeting. */
export const usualValues = ({ heldOn }: Joint, now: Date) => {
  const from = heldOn && heldOn > today(now) ? heldOn : today(now)
  return { closesOn: wareki(addDays(from, 7)).replace(/（.）$/, ''), mostAnswers: String(USUAL_MOST) }
}

export function jointQuestionnairePage(view: QuestionnaireView): JointQuestionnairePage {
  const { joint, found, isOffice, now, form } = view
  const link = found && latestOf(found.links, now)
  const isOpen = link !== null && linkStateOf(link, now) === 'open'
  return {
    title: `${joint.label}のアンケート`,
    crumbs: jointCrumbs(joint, 'アンケート'),
    heading: `${joint.label}のアンケート`,
    lead: found
      ? `${found.q.title}。問い${askedIn(found.q).length}、答え${found.answers}件。お名前は聞かず、お立場だけを聞きます。`
      : 'お名前は聞かず、お立場だけを聞きます。答える人に、アカウントは要りません。',
    office: isOffice ? officePart(view) : null,
    answerHref: isOpen ? paths.answersLink(link.token) : null,
    results: found && found.answers > 0 ? resultParts(found.results) : null,
    emptyText: found?.answers ? null : 'まだ答えがありません。',
    backHref: paths.jointReport(joint.programme.id),
    form: form ?? emptyForm(usualValues(joint, now)),
  }
}
