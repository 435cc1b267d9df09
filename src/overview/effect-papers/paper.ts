import type { Chart } from '../../platform/charts/charts.ts'
import type { Block, Paper } from '../../platform/docx/docx.ts'
import { changeWords } from '../../platform/dumbbells/picture.ts'
import { standalone } from '../../platform/picture-styles/picture-styles.ts'
import {
  countsOf,
  countsWords,
  type Effect,
  effectFrom,
  meetingMinutes,
  RATERS,
  type Rater,
  ratersWith,
} from '../../tools/effects/effects.ts'
import { answersChart, followedChart, followedTable, spentChart } from '../../tools/effects/picture.ts'
import { type Followed, followedOf } from '../../tools/followed-indicators/followed-indicators.ts'
import {
  bodyOf,
  type ClosingFacts,
  gapsNote,
  orNotYet,
  paperOf,
  regionFacts,
} from '../closing-papers/closing-papers.ts'

const WIDTH = 640
/** Higher ones would stand on a page of their own. */
const HIGHEST = 400

export const effectIn = (facts: ClosingFacts): Effect => effectFrom(bodyOf(facts, 'effect'))
export const followedIn = (facts: ClosingFacts): Followed[] => followedOf(bodyOf(facts, 'logic_model'), facts.values)

/** What 効果検証 still lacks: whoever has not answered, one side only, minutes, words, values. */
export function effectGaps(facts: ClosingFacts): string[] {
  const { rated, spent, remarks } = effectIn(facts)
  const answered = ratersWith(rated)
  const of = (rater: Rater) => countsOf(rated.filter((one) => one.rater === rater))
  const raters = (Object.keys(RATERS) as Rater[]).map((rater) => {
    const { none, half } = of(rater)
    if (!answered.includes(rater)) return `${RATERS[rater]}の自己評価が、まだありません`
    const left = [half > 0 ? `前か後の片方だけが${half}項目` : '', none > 0 ? `未回答が${none}項目` : '']
    return left.some(Boolean) ? `${RATERS[rater]}：${left.filter(Boolean).join('、')}あります` : ''
  })
  const silent = spent.filter(({ minutes }) => minutes === null).map(({ label }) => label)
  const unmeasured = followedIn(facts).filter(({ after }) => after === '').length
  return [
    ...raters,
    silent.length > 0 ? `かかった時間が書かれていないところ：${silent.join('、')}` : '',
    remarks.trim() === '' ? '気づいたこと（数字に表れない変化）が、まだ書かれていません' : '',
    unmeasured > 0 ? `まだ測っていない指標が${unmeasured}個あります` : '',
  ].filter(Boolean)
}

const drawn = ({ title, n, svg, note }: Chart): Block[] => {
  const [, width = '0', height = '0'] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? []
  const scale = Math.min(1, HIGHEST / Number(height))
  const size = { width: Math.round(Number(width) * scale), height: Math.round(Number(height) * scale) }
  const picture = { svg: standalone(svg, 'charts'), ...size }
  return [
    { kind: 'heading', text: `${title}　${n}`, level: 3 },
    { kind: 'picture', ...picture, alt: `${title}（${n}）。同じ数字が下の表にあります` },
    ...(note ? [{ kind: 'text', text: note } as const] : []),
  ]
}

const cells = (rows: readonly (string | number | null)[][]): string[][] =>
  rows.map((row) => row.map((cell) => (cell === null || cell === '' ? '—' : String(cell))))

/** 効果検証: before and after by both sides, the indicators, the minutes, and words for what no number tells. */
export function effectPaper(facts: ClosingFacts): Paper {
  const effect = effectIn(facts)
  const followed = followedIn(facts)
  const byKey = [...new Set(effect.rated.map(({ key }) => key))]
  const rated = byKey.map((key) => {
    const own = effect.rated.filter((one) => one.key === key)
    const words = (rater: Rater) => {
      const found = own.find((one) => one.rater === rater)
      return found ? changeWords(found) : '—'
    }
    return [own[0]?.label ?? '', words('self'), words('prefecture_self')]
  })
  return paperOf(facts, {
    title: '効果検証',
    kind: 'effect',
    blocks: [
      regionFacts(facts),
      ...gapsNote(effectGaps(facts)),
      { kind: 'heading', text: '支援の前と後の自己評価' },
      ...drawn(answersChart(effect, { csvHref: null, width: WIDTH, id: 'answers' })),
      { kind: 'table', head: ['項目', ...Object.values(RATERS)], rows: rated, widths: [2, 2, 2] },
      ...indicatorBlocks(followed),
      { kind: 'heading', text: 'かかった時間' },
      ...drawn(spentChart(effect.spent, { csvHref: null, width: WIDTH })),
      {
        kind: 'table',
        head: ['だれが', 'かかった時間'],
        rows: effect.spent.map(({ label, minutes }) => [
          label,
          minutes === null ? '（未記入）' : `${minutes.toLocaleString('ja-JP')}分`,
        ]),
        widths: [2, 2],
      },
      { kind: 'text', text: heldWords(facts) },
      { kind: 'heading', text: '気づいたこと' },
      { kind: 'text', text: orNotYet(effect.remarks) },
    ],
  })
}

function indicatorBlocks(followed: readonly Followed[]): Block[] {
  const heading: Block = { kind: 'heading', text: '指標の前と後' }
  if (followed.length === 0)
    return [heading, { kind: 'text', text: '（ロジックモデルに指標が、まだ書かれていません）' }]
  const { columns, rows } = followedTable(followed)
  const charts = followed.flatMap((one) => followedChart(one, { width: WIDTH }) ?? [])
  return [
    heading,
    { kind: 'table', head: columns.map(({ label }) => label), rows: cells(rows), widths: [4, 2, 2, 2, 1.4, 1.6] },
    ...charts.flatMap(drawn),
  ]
}

/** 「記録のある回は5回、合わせて450分です」: a hint for the minutes, never an answer. */
export function heldWords({ slots }: Pick<ClosingFacts, 'slots'>): string {
  const { held, timed, minutes } = meetingMinutes(slots.flatMap(({ meeting }) => meeting ?? []))
  if (held === 0) return '記録のある回は、まだありません。'
  const sum = timed > 0 ? `、時間の分かる${timed}回を合わせて${minutes.toLocaleString('ja-JP')}分` : ''
  return `手がかり：記録のある回は${held}回${sum}です（準備の時間はふくみません）。`
}

export const answeredWords = (effect: Effect): string => countsWords(countsOf(effect.rated))
