import { paths } from '../../paths/paths.ts'
import { monthDay, today, wareki, warekiShort } from '../../platform/time.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import { type Programme, programmeCrumbs, type Step } from '../../programme/programmes/programmes.ts'
import type { Situation } from '../situations/situations.ts'
import { FILTERS, type Filter, passes, type Row, rowOf } from './matrix.ts'

export const PER_PAGE = 50

export interface MatrixTable {
  caption: string
  columns: { label: string; full: string }[]
  rows: Row[]
}
interface Tab {
  label: string
  href: string
  current: boolean
  count: number
}
interface YearStep {
  label: string
  state: string
  on: string | null
}
interface Pager {
  total: number
  from: number
  to: number
  previousHref: string | null
  nextHref: string | null
}

export interface MatrixPage {
  heading: string
  note: string
  today: string
  tabs: Tab[]
  table: MatrixTable
  emptyText: string
  emptyWay: { label: string; href: string } | null
  pager: Pager | null
  yearSteps: YearStep[]
  mondayHref: string
  entriesHref: string
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'overview/matrix/show': MatrixPage
  }
}

const columnsOf = (steps: readonly Step[]) =>
  steps.filter((s) => s.level === 'region').map((s) => ({ label: s.shortLabel, full: s.label }))

const hrefOf = (programmeId: string, filter: Filter, at = 1): string => {
  const query = [filter !== 'all' && `filter=${filter}`, at > 1 && `page=${at}`].filter(Boolean).join('&')
  return `${paths.matrix(programmeId)}${query && `?${query}`}`
}

const labelOf = (filter: Filter, p: Programme) =>
  filter === 'quiet' ? `${p.rules.quietDays}日以上動きなし` : FILTERS[filter]

export const tabsOf = (p: Programme, all: readonly Situation[], filter: Filter, now: Date): Tab[] =>
  (Object.keys(FILTERS) as Filter[]).map((key) => ({
    label: labelOf(key, p),
    href: hrefOf(p.id, key),
    current: key === filter,
    count: all.filter((s) => passes[key](s, now)).length,
  }))

export const tableOf = (steps: readonly Step[], shown: readonly Situation[], now: Date): MatrixTable => ({
  caption: '地域ごとの回の状態と日付',
  columns: columnsOf(steps),
  rows: shown.map((s) => rowOf(s, now)),
})

/** 「7地域、支援期間は10月1日（水）から2月28日（土）まで」 */
export function noteOf(p: Programme, count: number): string {
  const period =
    p.supportFromOn && p.supportToOn ? `、支援期間は${monthDay(p.supportFromOn)}から${monthDay(p.supportToOn)}まで` : ''
  return `${count}地域${period}`
}

type YearMeeting = { stepId: string | null; label: string; heldOn: string | null; fixedAt: string | null }

export const yearStepsOf = (steps: readonly Step[], meetings: readonly YearMeeting[], now: Date): YearStep[] =>
  steps
    .filter((s) => s.level === 'programme')
    .map((step) => {
      const m = meetings.find((one) => one.stepId === step.id)
      const state = m?.heldOn ? (m.fixedAt || m.heldOn < today(now) ? 'done' : 'fixed') : 'none'
      return { label: step.label, state, on: m?.heldOn ? warekiShort(m.heldOn) : null }
    })

function pagerOf(p: Programme, filter: Filter, at: number, total: number): Pager | null {
  if (total <= PER_PAGE) return null
  const from = (at - 1) * PER_PAGE
  return {
    total,
    from: from + 1,
    to: Math.min(from + PER_PAGE, total),
    previousHref: at > 1 ? hrefOf(p.id, filter, at - 1) : null,
    nextHref: from + PER_PAGE < total ? hrefOf(p.id, filter, at + 1) : null,
  }
}

export interface MatrixView {
  programme: Programme
  steps: readonly Step[]
  situations: readonly Situation[]
  yearMeetings: readonly YearMeeting[]
  filter: Filter
  page: number
  now: Date
}

export function matrixPage(view: MatrixView): MatrixPage & PageBase {
  const { programme, situations, filter, now } = view
  const found = situations.filter((s) => passes[filter](s, now))
  const at = Math.min(Math.max(view.page, 1), Math.max(Math.ceil(found.length / PER_PAGE), 1))
  const none = situations.length === 0
  return {
    title: `地域と回：${programme.name}`,
    crumbs: programmeCrumbs(programme, { label: '地域と回の表' }),
    heading: '地域と回',
    note: noteOf(programme, situations.length),
    today: wareki(today(now)),
    tabs: tabsOf(programme, situations, filter, now),
    table: tableOf(view.steps, found.slice((at - 1) * PER_PAGE, at * PER_PAGE), now),
    emptyText: none
      ? '支援する地域はまだありません。選定の結果を知らせると、ここに並びます。'
      : `「${labelOf(filter, programme)}」の地域はありません。`,
    emptyWay: none
      ? { label: 'エントリーの一覧へ', href: paths.programmeEntries(programme.id) }
      : { label: 'すべての地域を見る', href: paths.matrix(programme.id) },
    pager: pagerOf(programme, filter, at, found.length),
    yearSteps: yearStepsOf(view.steps, view.yearMeetings, now),
    mondayHref: paths.monday(programme.id),
    entriesHref: paths.programmeEntries(programme.id),
  }
}
