import { barsPicture } from '../../platform/bars/picture.ts'
import { linesPicture } from '../../platform/lines/picture.ts'
import { column, type Drawing, EMPTY, regionsWord, total } from '../dashboard-charts/dashboard-charts.ts'
import { middleOf, type RoundCount, type YearWork } from '../dashboards/dashboards.ts'

const LINE_WORDS = ['手ごたえ', 'うまくいかなかったこと', 'これから実施したいこと']

/** The 三点 along the meetings of the year. */
export function threeLines(work: YearWork, rounds: readonly RoundCount[]): Drawing {
  const title = '回の前のひとこと（3つ）を送った地域の数'
  const series = LINE_WORDS.map((label, i) => ({ label, values: rounds.map(({ lines }) => lines[i] ?? null) }))
  const places = rounds.map(({ label }) => label.split('・')[0] ?? label)
  const wish = { id: 'lines-svg', title, places, series, unit: '地域', most: work.regions.length }
  return {
    ...{ id: 'lines', title, n: regionsWord(work) },
    svg: linesPicture({ ...wish, empty: work.regions.length === 0 ? EMPTY : 'ひとことをたずねる回がありません。' }).svg,
    table: {
      columns: [column('回', 30), ...LINE_WORDS.map((word) => column(word, 20))],
      rows: rounds.map(({ label, lines }) => [label, ...lines]),
    },
    note: '回の日までに送られたものを数えます。「—」は、まだ先の回です。',
  }
}

/** When they came. */
export function ahead(rounds: readonly RoundCount[]): Drawing {
  const title = 'ひとことが届いたのは、回の何日前か'
  const bars = rounds.map((round) => ({ label: round.label, value: middleOf(round.ahead), ...aheadWords(round.ahead) }))
  const n = total(rounds.map((round) => round.ahead.length))
  return {
    ...{ id: 'ahead', title, n: `n＝${n}通` },
    svg: barsPicture({ id: 'ahead-svg', title, bars: bars.map(forward), unit: '日前', empty: EMPTY }).svg,
    table: {
      columns: [
        column('回', 30),
        column('届いた地域'),
        column('まん中の値（日前）', 18),
        column('早い'),
        column('遅い'),
      ],
      rows: rounds.map((round) => [
        ...[round.label, round.ahead.length, middleOf(round.ahead)],
        ...[round.ahead.at(-1) ?? null, round.ahead[0] ?? null],
      ]),
    },
    note: '地域ごとに、はじめに送られた日から回の日までを数えた、まん中の値です。マイナスは回のあとに入れたものです。',
  }
}

const aheadWords = (days: readonly number[]): { words: string } => {
  const middle = middleOf(days)
  return { words: middle === null ? 'まだ' : middle < 0 ? `${-middle}日あと` : `${middle}日前` }
}
/** What came afterwards has a number and no bar. */
const forward = <B extends { value: number | null }>(bar: B): B => ({ ...bar, value: Math.max(0, bar.value ?? 0) })
