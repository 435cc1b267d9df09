import { paths } from '../../paths/paths.ts'
import { today, wareki } from '../../platform/time.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import { type Programme, programmeCrumbs } from '../../programme/programmes/programmes.ts'
import type { Group } from './monday.ts'

interface ShownGroup {
  id: string
  heading: string
  count: string
  lines: { subject: string; text: string; href: string; age: string }[]
}

export interface MondayPage {
  heading: string
  today: string
  groups: ShownGroup[]
  matrixHref: string
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'overview/monday/show': MondayPage
  }
}

const ageOf = (days: number | null): string => {
  if (days === null) return '—'
  return days <= 0 ? 'きょう' : `${days}日`
}

export const mondayPage = (programme: Programme, groups: readonly Group[], now: Date): MondayPage & PageBase => ({
  title: `月曜日の一覧：${programme.name}`,
  crumbs: programmeCrumbs(programme, { label: '月曜日の一覧' }),
  heading: '月曜日の一覧',
  today: wareki(today(now)),
  matrixHref: paths.matrix(programme.id),
  groups: groups.map((group, at) => ({
    id: `h-group-${at + 1}`,
    heading: group.heading,
    count: `${group.lines.length}件`,
    lines: group.lines.map(({ days, ...rest }) => ({ ...rest, age: ageOf(days) })),
  })),
})
