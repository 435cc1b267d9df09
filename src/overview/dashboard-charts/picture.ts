import { barsPicture } from '../../platform/bars/picture.ts'
import { stacksPicture } from '../../platform/stacks/picture.ts'
import { ANSWERS, type Answer } from '../../support/advice/advice.ts'
import { MEETING_STATES, type MeetingState } from '../../support/meetings/meetings.ts'
import { PROMISE_TYPES, type PromiseType } from '../../support/promises/promises.ts'
import { sumOf } from '../../tools/check-fates/check-fates.ts'
import { CHECK_NAMES } from '../../tools/questions/questions.ts'
import {
  countOf,
  daysStill,
  grouped,
  isPractice,
  KEPT,
  type Kept,
  keptOf,
  practiceCounts,
  progressOf,
  roundCounts,
  tally,
  type YearWork,
} from '../dashboards/dashboards.ts'
import { ahead, threeLines } from '../round-charts/picture.ts'
import {
  column,
  cutNote,
  DRAWN_ROWS,
  type Drawing,
  EMPTY,
  nameOf,
  notes,
  regionsWord,
  total,
} from './dashboard-charts.ts'

const keysOf = <K extends string>(labels: Record<K, string>): K[] => Object.keys(labels) as K[]

interface Stacked {
  id: string
  title: string
  n: string
  kinds: readonly string[]
  rows: { label: string; parts: number[] }[]
  unit: string
  by: 'share' | 'count'
  head: string
  empty?: string
  note?: string
  drawn?: { label: string; parts: number[] }[]
}

/** One shape for all bars in pieces: the picture of the first rows, the table of all. */
function stacked({
  id,
  title,
  n,
  kinds,
  rows,
  unit,
  by,
  head,
  empty = EMPTY,
  note = '',
  drawn = rows,
}: Stacked): Drawing {
  const shown = drawn.slice(0, DRAWN_ROWS)
  const columns = [column(head, 30), ...kinds.map((kind) => column(kind)), column('合計')]
  return {
    ...{ id, title, n },
    svg: stacksPicture({ id: `${id}-svg`, title, kinds, rows: shown, unit, by, empty }).svg,
    table: { columns, rows: rows.map(({ label, parts }) => [label, ...parts, total(parts)]) },
    ...notes(note, cutNote(rows.length, head === '問い' ? '種類' : '地域')),
  }
}

const STATES: MeetingState[] = ['done', 'held', 'fixed', 'arrange', 'none', 'cancelled']

function progress(work: YearWork): Drawing {
  const rows = work.regions.length === 0 ? [] : progressOf(work)
  const kinds = STATES.map((state) => MEETING_STATES[state])
  const parts = rows.map(({ label, states }) => ({ label, parts: STATES.map((state) => states[state]) }))
  const given = { id: 'steps', title: '回ごとに、何地域がどこまで進んだか', n: regionsWord(work), kinds, rows: parts }
  return stacked({ ...given, unit: '地域', by: 'share', head: '回' })
}

function still(work: YearWork): Drawing {
  const rows = work.regions.map((region) => ({ label: nameOf(region), value: daysStill(work, region) }))
  const longest = rows.toSorted((a, b) => b.value - a.value)
  const title = '最後の動きから何日たったか'
  const bars = longest.slice(0, DRAWN_ROWS)
  return {
    ...{ id: 'quiet', title, n: regionsWord(work) },
    svg: barsPicture({ id: 'quiet-svg', title, bars, unit: '日', empty: EMPTY }).svg,
    table: {
      columns: [column('地域', 30), column('最後の動きからの日数', 20)],
      rows: rows.map(({ label, value }) => [label, value]),
    },
    ...notes('記録や返事など、だれかが何かをした日から数えます。', cutNote(rows.length, '地域')),
  }
}

const ANSWER_KINDS: (Answer | null)[] = [...keysOf(ANSWERS), null]

function advice(work: YearWork): Drawing {
  const own = grouped(work.answers, ({ regionId }) => regionId)
  const parts = (regionId: string) =>
    ANSWER_KINDS.map((kind) =>
      total((own.get(regionId) ?? []).filter(({ answer }) => answer === kind).map(({ n }) => n)),
    )
  const rows = work.regions.map((region) => ({ label: nameOf(region), parts: parts(region.id) }))
  const n = total(rows.map((row) => total(row.parts)))
  const kinds = [...Object.values(ANSWERS), 'まだ']
  const given = { id: 'advice', title: '助言にどう答えたか', n: `n＝助言${n}件`, kinds, rows }
  return stacked({ ...given, unit: '件', by: 'share', head: '地域' })
}

function kept(work: YearWork): Drawing {
  const own = grouped(work.promises, ({ regionId }) => regionId)
  const rows = work.regions.map((region) => ({
    label: nameOf(region),
    parts: tally<Kept>(
      keysOf(KEPT),
      (own.get(region.id) ?? []).map((p) => keptOf(p, work.now)),
    ),
  }))
  const n = total(rows.map((row) => total(row.parts)))
  const given = {
    id: 'kept',
    title: '約束・宿題は期日までに終わったか',
    n: `n＝${n}件`,
    kinds: Object.values(KEPT),
    rows,
  }
  return stacked({ ...given, unit: '件', by: 'share', head: '地域', note: '理由をつけて見送ったものは数えません。' })
}

function practice(work: YearWork): Drawing {
  const types = keysOf<PromiseType>(PROMISE_TYPES)
  const own = grouped(work.promises, ({ regionId }) => regionId)
  const rows = work.regions.map((region) => ({
    ...{ label: nameOf(region), parts: practiceCounts(own.get(region.id) ?? [], types) },
  }))
  const n = countOf(work.promises, isPractice)
  const given = {
    id: 'practice',
    title: '回のあいだに、何をしたか',
    n: `n＝実践${n}件`,
    kinds: Object.values(PROMISE_TYPES),
  }
  return stacked({ ...given, rows, unit: '件', by: 'count', head: '地域' })
}

function checks(work: YearWork): Drawing {
  const found = work.checks.toSorted((a, b) => b.shown - a.shown || a.checkId.localeCompare(b.checkId))
  const names: Record<string, string> = CHECK_NAMES
  const rows = found.map(({ checkId, fixed, kept, left, open }) => ({
    ...{ label: names[checkId] ?? checkId, parts: [fixed, kept, left, open] },
  }))
  const { shown, fixed } = sumOf(work.checks)
  const kinds = ['直した', '理由を書いて残した', 'このままにした', 'まだ']
  const given = {
    id: 'checks',
    title: '出た問いは、そのあとどうなったか',
    n: `n＝問い${shown}件（直した${fixed}件）`,
    kinds,
  }
  const empty = work.regions.length === 0 ? EMPTY : '問いは、まだ出ていません。'
  return stacked({ ...given, rows, unit: '件', by: 'count', head: '問い', empty })
}

/** The year in eight charts, in the order the work goes. */
export function dashboardCharts(work: YearWork): Drawing[] {
  const rounds = work.regions.length === 0 ? [] : roundCounts(work)
  const before = [progress(work), still(work), threeLines(work, rounds), ahead(rounds)]
  return [...before, advice(work), kept(work), practice(work), checks(work)]
}
