import { markedText, type Run } from '../../papers/privacy/privacy.ts'
import { paths } from '../../paths/paths.ts'
import { dayOf, warekiShort } from '../../platform/time.ts'
import type { Crumb, PageBase } from '../../platform/web/reply.ts'
import type { Choice } from '../../programme/programmes/programmes.ts'
import { type RegionFrame, regionCrumbs, regionFrame } from '../../programme/sections/sections.ts'
import { choicesOf, type Questionnaire, type RegionView, ROUNDS } from '../questionnaires/questionnaires.ts'
import { type FreeText, isWaiting, VERDICTS } from './questionnaire-texts.ts'

interface Row {
  about: string
  runs: Run[]
  masked: string
  isMarked: boolean
  found: string
  /** What was decided, by whom and when. */
  said: string | null
  answerId: string
  questionKey: string
}

export interface TextsPage extends PageBase {
  around: RegionFrame | null
  who: string
  waiting: Row[]
  others: Row[]
  pager: { total: number; from: number; to: number; previousHref: string | null; nextHref: string | null }
  verdicts: Choice[]
  saveTo: string | null
  backTo: string
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'tools/questionnaire-texts/show': TextsPage
  }
}

function rowOf(one: FreeText): Row {
  const { question, round, text, found, look, answerId } = one
  const { runs, rows, masked } = markedText(text, found)
  return {
    about: `${question.label}${round === 'once' ? '' : `（${ROUNDS[round]}）`}`,
    ...{ runs, masked, answerId, questionKey: question.key, isMarked: found.length > 0 },
    found: rows.map(({ label, text: words }) => `${label}「${words}」`).join('、'),
    said: look && `${VERDICTS[look.verdict]}・${look.byName}さん（${warekiShort(dayOf(look.at))}）`,
  }
}

const PER_PAGE = 50

function pageOf(all: readonly FreeText[], asked: number, href: string) {
  const last = Math.max(1, Math.ceil(all.length / PER_PAGE))
  const at = Math.min(Math.max(asked, 1), last)
  const from = (at - 1) * PER_PAGE
  const to = Math.min(from + PER_PAGE, all.length)
  const previousHref = at > 1 ? `${href}?page=${at - 1}` : null
  const nextHref = at < last ? `${href}?page=${at + 1}` : null
  return { shown: all.slice(from, to), pager: { total: all.length, from: from + 1, to, previousHref, nextHref } }
}

/** Where the page stands, in a region or in the year. */
export interface TextsPlace {
  crumbs: Crumb[]
  around: RegionFrame | null
  here: string
  backTo: string
  /** Who opens it, in words. */
  who: string
}

export const placeInRegion = ({ actor, region }: RegionView, q: Questionnaire): TextsPlace => {
  const [home, backTo] = [paths.questionnaire(region.id, q.id), paths.questionnaireResults(region.id, q.id)]
  return {
    crumbs: regionCrumbs(region, ['質問票', paths.questionnaires(region.id)], [q.title, home], '自由な言葉'),
    around: regionFrame(actor, region, 'questionnaires'),
    here: paths.questionnaireTexts(region.id, q.id),
    backTo,
    who: '市町村の担当と事務局だけ',
  }
}

export interface TextsView {
  place: TextsPlace
  mayShare: boolean
  texts: readonly FreeText[]
  page: number
}

export function textsPage({ place, mayShare, texts, page }: TextsView): TextsPage {
  const { here, ...around } = place
  const { shown, pager } = pageOf(
    texts.filter((one) => !isWaiting(one)),
    page,
    here,
  )
  return {
    title: '自由な言葉を確かめる',
    ...around,
    waiting: texts.filter(isWaiting).map(rowOf),
    others: shown.map(rowOf),
    pager,
    verdicts: choicesOf(VERDICTS),
    saveTo: mayShare ? here : null,
  }
}
