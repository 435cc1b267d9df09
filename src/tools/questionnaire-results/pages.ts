import { paths } from '../../paths/paths.ts'
import { emptyForm, type FormState } from '../../platform/web/forms.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import type { Choice } from '../../programme/programmes/programmes.ts'
import { type RegionFrame, regionCrumbs, regionFrame } from '../../programme/sections/sections.ts'
import { type Cause, shortly } from '../causes/causes.ts'
import { SIDES } from '../evidence/evidence.ts'
import { percent } from '../questionnaire-counts/questionnaire-counts.ts'
import { choicesOf, type RegionView, ROUNDS, type Round } from '../questionnaires/questionnaires.ts'
import { type Bars, barsOf } from './picture.ts'
import { figuresOf, type QuestionResult, type Results } from './questionnaire-results.ts'

interface CrossPart {
  heading: string
  columns: string[]
  rows: { label: string; n: number; cells: string[] }[]
}

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
  words: { heading: string; texts: string[] }[]
  figures: Choice[]
  form: FormState
}

export interface ResultsPage extends PageBase {
  around: RegionFrame
  lead: string
  taking: { heading: string; rows: { label: string; n: number }[] }[]
  questions: QuestionPart[]
  hiddenWords: string
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

const at = (round: Round, n: number): string => (round === 'once' ? `n=${n}` : `${ROUNDS[round]}（n=${n}）`)
const crossHeading = (round: Round): string => (round === 'once' ? '職種ごと' : `職種ごと（${ROUNDS[round]}）`)

function tableRows({ rounds }: QuestionResult): QuestionPart['rows'] {
  const drawn = rounds.flatMap(({ tally }) => (tally?.counts ? [tally] : []))
  const counted = (drawn[0]?.counts ?? []).map(({ label }, i) => ({
    label,
    cells: drawn.map(({ n, counts }) => `${counts?.[i]?.n ?? 0}人（${percent(counts?.[i]?.n ?? 0, n)}）`),
  }))
  const numbers = rounds.flatMap((one) => (one.numbers?.mean ? [one.numbers] : []))
  if (numbers.length === 0) return counted
  return [
    { label: '平均', cells: numbers.map(({ mean }) => mean ?? '') },
    { label: 'まん中の値', cells: numbers.map(({ median }) => median ?? '') },
  ]
}

function questionPart(
  result: QuestionResult,
  figures: readonly { key: string; label: string }[],
  smallest: number,
): QuestionPart {
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
    crosses: rounds.flatMap(({ round, cross }) =>
      cross
        ? [
            {
              heading: crossHeading(round),
              columns: cross.columns.map(({ label }) => label),
              rows: cross.rows.map((row) => ({ ...row, cells: row.cells.map((n) => (n === null ? '＊' : String(n))) })),
            },
          ]
        : [],
    ),
    words: rounds.flatMap(({ round, words }) =>
      words?.length ? [{ heading: round === 'once' ? '' : ROUNDS[round], texts: words }] : [],
    ),
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

export function resultsPage({ region, actor, results, ...view }: ResultsView): ResultsPage {
  const { q } = results
  const home = paths.questionnaire(region.id, q.id)
  const figures = figuresOf(results)
  return {
    title: `結果：${q.title}`,
    crumbs: regionCrumbs(region, ['質問票', paths.questionnaires(region.id)], [q.title, home], '結果'),
    around: regionFrame(actor, region, 'questionnaires'),
    lead: q.isPaired ? `${q.title}　前と後は、別々に集めた答えです。同じ人どうしは比べていません。` : q.title,
    taking: results.taking.map(({ round, n, rows }) => ({ heading: at(round, n), rows })),
    questions: results.questions.map((one) =>
      questionPart(
        one,
        figures.filter(({ question }) => question.key === one.question.key),
        q.smallest,
      ),
    ),
    hiddenWords: `＊は、だれの答えか分からないように伏せた数です。${q.smallest}人より少ない数と、引き算でそれが分かってしまう数を伏せています。人数の少ない職種は、まとめて出しています。`,
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
