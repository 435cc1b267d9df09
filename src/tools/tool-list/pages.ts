import { CIRCLES } from '../../access/circles.ts'
import { paths } from '../../paths/paths.ts'
import { clock, dayOf, warekiShort } from '../../platform/time.ts'
import type { RegionFrame } from '../../programme/sections/sections.ts'
import type { PaperKind } from '../papers/papers.ts'
import { titleOf } from '../papers/papers.ts'
import type { Listed } from './tool-list.ts'

export interface ToolListPage {
  around: RegionFrame
  heading: string
  rows: {
    title: string
    href: string
    saved: string
    isUnread: boolean
    circle: string | null
    since: { label: string; href: string } | null
    versionsTo: string
  }[]
  begin: { title: string; href: string }[]
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'tools/tool-list/index': ToolListPage
  }
}

const row = (regionId: string, one: Listed): ToolListPage['rows'][number] => ({
  title: titleOf(one),
  href: one.kind.home(regionId, one.part),
  saved: `${warekiShort(dayOf(one.savedAt))} ${clock(one.savedAt)}　${one.savedBy}`,
  isUnread: one.isUnread,
  circle: one.document.circle === 'region' ? null : CIRCLES[one.document.circle],
  since: one.since && {
    label: `${one.since.label}から変わったところ`,
    href: paths.paperComparison(regionId, one.ref, { from: one.since.number, to: one.head.number }),
  },
  versionsTo: paths.paperRevisions(regionId, one.ref),
})

/** What is written, the newest first; below it, what can be begun. */
export function toolListPage(given: {
  around: RegionFrame
  regionId: string
  listed: readonly Listed[]
  kinds: readonly PaperKind[]
}): ToolListPage {
  const { around, regionId, listed, kinds } = given
  const begun = new Set(listed.map((one) => one.kind.kind))
  return {
    around,
    heading: '考える道具',
    rows: listed.toSorted((a, b) => b.savedAt.localeCompare(a.savedAt)).map((one) => row(regionId, one)),
    begin: kinds
      .filter(({ kind }) => !begun.has(kind))
      .map((kind) => ({ title: kind.title, href: kind.home(regionId) })),
  }
}
