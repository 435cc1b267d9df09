import { paths } from '../../paths/paths.ts'
import { today, wareki } from '../../platform/time.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import { type Programme, programmeCrumbs } from '../../programme/programmes/programmes.ts'
import type { Group } from './monday.ts'

interface ShownGroup {
  id: string
  heading: string
  count: string
  more: { label: string; href: string } | null
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

/** So much of each group is shown at first: what waits longest. */
const SHOWN = 20

function shownGroup(programme: Programme, group: Group, at: number, isOpen: boolean): ShownGroup {
  const { heading, lines } = group
  const shown = isOpen ? lines : lines.slice(0, SHOWN)
  const rest = lines.length - shown.length
  return {
    id: `h-group-${at}`,
    heading,
    count: `${lines.length}件`,
    more:
      rest > 0
        ? { label: `のこり${rest}件も見る`, href: `${paths.monday(programme.id)}?group=${at}#h-group-${at}` }
        : null,
    lines: shown.map(({ days, ...line }) => ({ ...line, age: ageOf(days) })),
  }
}

export const mondayPage = (
  programme: Programme,
  groups: readonly Group[],
  { open, now }: { open: string | undefined; now: Date },
): MondayPage & PageBase => ({
  title: `月曜日の一覧：${programme.name}`,
  crumbs: programmeCrumbs(programme, { label: '月曜日の一覧' }),
  heading: '月曜日の一覧',
  today: wareki(today(now)),
  matrixHref: paths.matrix(programme.id),
  groups: groups.map((group, at) => shownGroup(programme, group, at + 1, open === `${at + 1}`)),
})
