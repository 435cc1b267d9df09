import { paths } from '../../paths/paths.ts'
import { emptyForm, type FormState } from '../../platform/web/forms.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import type { Choice } from '../../programme/programmes/programmes.ts'
import { type RegionFrame, regionCrumbs, regionFrame } from '../../programme/sections/sections.ts'
import { type Cause, shortly } from '../causes/causes.ts'
import { SIDES } from '../evidence/evidence.ts'
import { choicesOf, type Questionnaire, type RegionView, ROUNDS, whoWord } from '../questionnaires/questionnaires.ts'
import { at, type CrossPart, crossPart, tableRows } from './paper.ts'
import { type Bars, barsOf } from './picture.ts'
import { figuresOf, type QuestionResult, type Results, type RoundResult } from './questionnaire-results.ts'

interface QuestionPart {
  id: string
  key: string
  heading: string
  ns: string
  bars: Bars | null
  /** Columns of the table beside the bars: 「前（n=24）」 */
  columns: string[]
  rows: { label: string; cells: string[] }[]
  /** Why no numbers stand here. */
  hidden: string | null
  crosses: CrossPart[]
  words: { heading: string; texts: { text: string; isMasked: boolean }[]; left: string | null }[]
  figures: Choice[]
  form: FormState
}

/** What the answers say, without the page around it. */
export interface ResultParts {
  taking: { heading: string; rows: { label: string; n: number }[] }[]
  questions: QuestionPart[]
  hiddenWords: string
}

export interface ResultsPage extends PageBase, ResultParts {
  around: RegionFrame
  lead: string
  csvTo: string
  xlsxTo: string
  textsTo: string | null
  waiting: number
  evidenceTo: string | null
  causes: Choice[]
  causesTo: string
  sides: Choice[]
  backTo: string
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'tools/questionnaire-results/show': ResultsPage
  }
}

const WORDS_SHOWN = 100

function wordsPart({ round, words, n }: RoundResult): QuestionPart['words'] {
  if (!words || n === 0) return []
  const more = words.length > WORDS_SHOWN ? [`ほかの${words.length - WORDS_SHOWN}件は、Excelにあります。`] : []
  const out = n > words.length ? [`${n - words.length}件は、確かめて出さないことにしました。`] : []
  const left = [...more, ...out].join('') || null
  return [{ heading: round === 'once' ? '' : ROUNDS[round], texts: words.slice(0, WORDS_SHOWN), left }]
}

function questionPart(
  result: QuestionResult,
  figures: readonly { key: string; label: string }[],
  q: Questionnaire,
): QuestionPart {
  const { smallest } = q
  const { question, number, rounds } = result
  const shown = rounds.filter(({ tally, numbers }) => tally?.counts || numbers?.mean)
  const few = rounds.filter(({ tally, numbers }) => (tally && !tally.counts) || (numbers && numbers.mean === null))
  return {
    id: `question-${question.key}`,
    key: question.key,
    heading: `問い${number}　${question.label}`,
    ns: rounds.map(({ round, n }) => at(round, n)).join('・'),
    bars: barsOf(result),
    columns: shown.map(({ round, n }) => at(round, n)),
    rows: tableRows(result),
    hidden:
      few.length > 0
        ? `${few.map(({ round, n }) => at(round, n)).join('・')}は、答えた人が${smallest}人より少ないため、数を出していません。`
        : null,
    crosses: rounds.flatMap((round) => crossPart(round, whoWord(q))),
    words: rounds.flatMap(wordsPart),
    figures: figures.map(({ key, label }) => ({ value: key, label })),
    form: emptyForm({ side: 'for' }),
  }
}

export interface ResultsView extends RegionView {
  results: Results
  waiting: number
  causes: readonly Cause[]
  mayBack: boolean
}

export function resultParts(results: Results): ResultParts {
  const { q } = results
  const figures = figuresOf(results)
  const own = ({ question }: QuestionResult) => figures.filter((figure) => figure.question.key === question.key)
  const who = whoWord(q)
  return {
    taking: results.taking.map(({ round, n, rows }) => ({ heading: at(round, n), rows })),
    questions: results.questions.map((one) => questionPart(one, own(one), q)),
    hiddenWords: `全体の数は、答えた人が${q.smallest}人以上の問いだけ出しています。${who}ごとの表の＊は、だれの答えか分からないように伏せた数です（${q.smallest}人より少ない数と、引き算でそれが分かってしまう数）。人数の少ない${who}は、まとめて出しています。`,
  }
}

export function resultsPage({ region, actor, results, ...view }: ResultsView): ResultsPage {
  const { q } = results
  const home = paths.questionnaire(region.id, q.id)
  return {
    ...resultParts(results),
    title: `結果：${q.title}`,
    crumbs: regionCrumbs(region, ['質問票', paths.questionnaires(region.id)], [q.title, home], '結果'),
    around: regionFrame(actor, region, 'questionnaires'),
    lead: q.isPaired ? `${q.title}　前と後は、別々に集めた答えです。同じ人どうしは比べていません。` : q.title,
    csvTo: paths.questionnaireTable(region.id, q.id, 'csv'),
    xlsxTo: paths.questionnaireTable(region.id, q.id, 'xlsx'),
    textsTo: view.mayShare ? paths.questionnaireTexts(region.id, q.id) : null,
    waiting: view.waiting,
    evidenceTo: view.mayBack ? paths.questionnaireEvidence(region.id, q.id) : null,
    causes: view.causes.map(({ id, text }) => ({ value: id, label: shortly(text) })),
    causesTo: paths.causes(region.id),
    sides: choicesOf(SIDES),
    backTo: home,
  }
}
