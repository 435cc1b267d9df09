import type { Actor } from '../../access/actor.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import type { Chart } from '../../platform/charts/charts.ts'
import { today, wareki } from '../../platform/time.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import { type Programme, programmeCrumbs } from '../../programme/programmes/programmes.ts'
import { type Drawing, TABLE_ROWS } from '../dashboard-charts/dashboard-charts.ts'
import type { YearWork } from './dashboards.ts'

export interface DashboardPage {
  heading: string
  lead: string
  /** No region is supported yet: one sentence in place of eight. */
  emptyWay: { label: string; href: string } | null
  isEmpty: boolean
  charts: Chart[]
  links: { label: string; href: string }[]
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'overview/dashboards/show': DashboardPage
  }
}

const TITLE = '年度の数字'

/** A page stays a page: of many regions the first, all of them in the file. */
const chartOf = (programme: Programme, { table, ...one }: Drawing): Chart => ({
  ...one,
  table: { ...table, rows: table.rows.slice(0, TABLE_ROWS) },
  csvHref: paths.dashboardFile(programme.id, one.id),
})

interface Shown {
  actor: Actor
  programme: Programme
  work: YearWork
  drawings: readonly Drawing[]
}

export function dashboardPage({ actor, programme, work, drawings }: Shown): DashboardPage & PageBase {
  const runs = may(actor, 'matrix.view', programme)
  const isEmpty = work.regions.length === 0
  return {
    title: `${TITLE}：${programme.name}`,
    crumbs: programmeCrumbs(programme, { label: TITLE }),
    heading: TITLE,
    lead: `支援している${work.regions.length}地域の、${wareki(today(work.now))}の数字です。数えるのは仕事の数だけで、書かれた言葉は出しません。地域の全員が読めるものを数え、市町村の内輪や支援チームのものは入れていません。`,
    isEmpty,
    emptyWay: may(actor, 'entries.view', programme)
      ? { label: 'エントリーの一覧へ', href: paths.programmeEntries(programme.id) }
      : null,
    charts: isEmpty ? [] : drawings.map((one) => chartOf(programme, one)),
    links: [
      ...(runs ? [{ label: '地域と回の表', href: paths.matrix(programme.id) }] : []),
      ...(may(actor, 'programme.edit', programme)
        ? [{ label: '問いのはたらき', href: paths.insightCounts(programme.id) }]
        : []),
      ...(may(actor, 'years.view') ? [{ label: '年度をまたいだ数字', href: paths.years }] : []),
    ],
  }
}
