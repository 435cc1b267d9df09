import { paths } from '../../paths/paths.ts'
import { dueWords } from '../../platform/time.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import { type Programme, programmeCrumbs } from '../../programme/programmes/programmes.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { type Agreed, dueOf, HOMEWORK_STATES, isOverdue, ownerWords } from '../promises/promises.ts'

interface Row {
  region: string
  text: string
  href: string
  owner: string
  due: string
  late: string | null
  state: string
}

export interface HomeworkListPage {
  late: Row[]
  groups: { id: string; heading: string; rows: Row[] }[]
  toolsHref: string
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'support/homework-list/index': HomeworkListPage
  }
}

interface Given {
  programme: Programme
  regions: readonly Region[]
  homework: readonly Agreed[]
  now: Date
}

const GROUPS = {
  handed: '返事を待っているもの',
  returned: '直しを待っているもの',
  asked: '提出を待っているもの',
} as const

export function homeworkListPage({ programme, regions, homework, now }: Given): HomeworkListPage & PageBase {
  const names = new Map(regions.map((r) => [r.id, r.name]))
  const rowOf = (p: Agreed): Row => ({
    region: names.get(p.regionId) ?? '',
    text: p.text,
    href: paths.homework(p.regionId, p.id),
    owner: ownerWords(p),
    due: dueOf(p),
    late: p.dueOn && isOverdue(p, now) ? dueWords(p.dueOn, now) : null,
    state: HOMEWORK_STATES[p.homework ?? 'asked'],
  })
  const inTime = homework.filter((p) => !isOverdue(p, now))
  return {
    title: '宿題の一覧',
    crumbs: programmeCrumbs(programme, { label: '宿題の一覧' }),
    late: homework.filter((p) => isOverdue(p, now)).map(rowOf),
    groups: Object.entries(GROUPS).map(([state, heading]) => ({
      id: `h-${state}`,
      heading,
      rows: inTime.filter((p) => p.homework === state).map(rowOf),
    })),
    toolsHref: paths.tools(programme.id),
  }
}
