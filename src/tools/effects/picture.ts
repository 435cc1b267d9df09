import { barsPicture } from '../../platform/bars/picture.ts'
import { CHART_WIDTH, type Chart } from '../../platform/charts/charts.ts'
import { changeWords, dumbbellsPicture } from '../../platform/dumbbells/picture.ts'
import type { List } from '../../platform/office/csv.ts'
import type { Followed } from '../followed-indicators/followed-indicators.ts'
import { numberIn } from '../indicator-values/indicator-values.ts'
import {
  countsOf,
  countsWords,
  type Effect,
  RATERS,
  type Rated,
  type Rater,
  ratersWith,
  type Spent,
  scaleWords,
} from './effects.ts'

/** 「1 まだこれから」 → まだこれから */
const bare = (label: string | undefined): string => (label ?? '').replace(/^\d\s*/, '')

export function answersTable(rated: readonly Rated[]): List {
  return {
    columns: [
      { label: '項目', width: 24 },
      { label: '答えた側', width: 12 },
      { label: '支援の前', width: 10 },
      { label: '支援の後', width: 10 },
      { label: '変化', width: 18 },
    ],
    rows: rated.map((one) => [one.label, RATERS[one.rater], one.before, one.after, changeWords(one)]),
  }
}

/** By theme, a line for each side; whoever has not answered at all is said in words, not drawn as a row of gaps. */
export function answersChart(effect: Effect, given: { csvHref: string | null; width?: number; id?: string }): Chart {
  const { rated } = effect
  const raters = ratersWith(rated)
  const drawn = rated.filter(({ rater }) => raters.length === 0 || raters.includes(rater))
  const keys = [...new Set(drawn.map(({ key }) => key))]
  const words = scaleWords()
  const id = given.id ?? 'answers'
  const title = '支援の前と後'
  const picture = dumbbellsPicture({
    ...{ id, title, width: given.width ?? CHART_WIDTH },
    groups: keys.map((key) => {
      const lines = drawn.filter((one) => one.key === key)
      const [first] = lines
      return { heading: first?.label ?? '', lines: lines.map((one) => ({ ...one, label: RATERS[one.rater] })) }
    }),
    scale: { from: 1, to: 5, least: bare(words[0]), most: bare(words.at(-1)) },
    empty: 'まだ、支援の前にも後にも答えがありません。',
  })
  const silent = (Object.keys(RATERS) as Rater[]).filter((rater) => !raters.includes(rater))
  const note = [
    `${countsWords(countsOf(drawn))}。`,
    raters.length > 0 && silent.length > 0
      ? `${silent.map((one) => RATERS[one]).join('と')}は、まだ答えていません。`
      : '',
  ].join('')
  const n = raters.length > 0 ? `n＝${raters.length}者（${raters.map((one) => RATERS[one]).join('・')}）` : 'n＝0'
  return { id, title, n, svg: picture.svg, table: answersTable(rated), csvHref: given.csvHref, note }
}

export function spentTable(spent: readonly Spent[]): List {
  return {
    columns: [
      { label: 'だれが', width: 16 },
      { label: 'かかった時間（分）', width: 18 },
    ],
    rows: spent.map(({ label, minutes }) => [label, minutes]),
  }
}

export function spentChart(spent: readonly Spent[], given: { csvHref: string | null; width?: number }): Chart {
  const known = spent.filter(({ minutes }) => minutes !== null)
  const title = 'かかった時間'
  const picture = barsPicture({
    ...{ id: 'minutes', title, unit: '分', width: given.width ?? CHART_WIDTH },
    bars: known.length === 0 ? [] : spent.map(({ label, minutes }) => ({ label, value: minutes, ...unknown(minutes) })),
    empty: 'まだ、かかった時間が書かれていません。',
  })
  const total = known.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0)
  const n = `n＝${known.length}者${known.length > 0 ? `、合わせて${total.toLocaleString('ja-JP')}分` : ''}`
  return { id: 'minutes', title, n, svg: picture.svg, table: spentTable(spent), csvHref: given.csvHref }
}

const unknown = (minutes: number | null) => (minutes === null ? { words: '未記入' } : {})

export function followedTable(followed: readonly Followed[]): List {
  return {
    columns: [
      { label: '指標', width: 40 },
      { label: '支援の前', width: 18 },
      { label: '支援の後', width: 18 },
      { label: 'いつ測ったか', width: 18 },
      { label: '目標', width: 14 },
      { label: '変化', width: 16 },
    ],
    rows: followed.map((one) => [one.text, one.before, one.after, one.afterWhen, one.target, one.change]),
  }
}

const figure = (words: string): number | null => numberIn(words.replace(/（.*$/u, ''))

/** One indicator has one scale; what can't be read as a number stands in the table alone. */
export function followedChart(one: Followed, given: { width?: number } = {}): Chart | null {
  const bars = [
    { label: '支援の前', value: figure(one.before), words: one.before, look: 'blank' as const },
    { label: `支援の後${one.afterWhen ? `（${one.afterWhen}）` : ''}`, value: figure(one.after), words: one.after },
    { label: '目標', value: figure(one.target), words: one.target, look: 'hatch' as const },
  ].filter(({ words }) => words !== '')
  if (one.after === '' || bars.some(({ value }) => value === null || value < 0) || bars.length < 2) return null
  const id = `i-${one.id.replace(/[^A-Za-z0-9-]/g, '')}`
  const width = given.width ?? CHART_WIDTH
  const { svg } = barsPicture({ id, title: one.text, unit: '', width, bars })
  const table = {
    columns: [
      { label: 'いつ', width: 20 },
      { label: '値', width: 20 },
    ],
    rows: bars.map((b) => [b.label, b.words]),
  }
  return { id, title: one.text, n: `測った回数 ${one.count}`, svg, table, csvHref: null }
}
