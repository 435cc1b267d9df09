import type { SheetForm } from '../../papers/sheets/sheets.ts'
import { paths } from '../../paths/paths.ts'
import { dayOf, warekiShort } from '../../platform/time.ts'
import type { FormState } from '../../platform/web/forms.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import type { Choice } from '../../programme/programmes/programmes.ts'
import { type RegionFrame, regionCrumbs, regionFrame } from '../../programme/sections/sections.ts'
import { askedIn, choicesOf, PURPOSES, type Questionnaire, type RegionView } from './questionnaires.ts'

interface Card {
  title: string
  href: string
  facts: string
  state: string
  word: string
}

export interface QuestionnairesPage extends PageBase {
  around: RegionFrame
  cards: Card[]
  makeTo: string | null
  purposes: Choice[]
  earlier: Choice[]
  form: FormState
}

export interface QuestionnairePreviewPage extends PageBase {
  around: RegionFrame
  q: { title: string; lead: string; thanks: string; contact: string }
  sheet: SheetForm
  backTo: string
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'tools/questionnaires/list': QuestionnairesPage
    'tools/questionnaires/preview': QuestionnairePreviewPage
  }
}

export interface Listed {
  q: Questionnaire
  state: { shape: string; word: string }
  answers: number
}

export function questionnairesPage(view: RegionView, all: readonly Listed[], form: FormState): QuestionnairesPage {
  const { region } = view
  return {
    title: `質問票：${region.name}`,
    crumbs: regionCrumbs(region, ['考える道具', paths.regionTools(region.id)], '質問票'),
    around: regionFrame(view.actor, region, 'questionnaires'),
    cards: all.map(({ q, state, answers }) => ({
      title: q.title,
      href: paths.questionnaire(region.id, q.id),
      facts: `${PURPOSES[q.purpose]}・問い${askedIn(q).length}・${q.isPaired ? '前と後・' : ''}${warekiShort(dayOf(q.createdAt))} ${q.createdBy}さん・答え${answers}件`,
      state: state.shape,
      word: state.word,
    })),
    makeTo: view.mayShare ? paths.questionnaires(region.id) : null,
    purposes: choicesOf(PURPOSES),
    earlier: all.map(({ q }) => ({ value: q.id, label: `「${q.title}」を写す` })),
    form,
  }
}
