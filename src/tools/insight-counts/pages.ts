import { paths } from '../../paths/paths.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import { type Programme, programmeCrumbs } from '../../programme/programmes/programmes.ts'
import { type FateCount, sumOf } from '../check-fates/check-fates.ts'
import { CHECK_NAMES } from '../questions/questions.ts'
import type { YearCount } from './store.ts'

export interface InsightCountsPage {
  fates: { rows: (YearCount & { label: string })[]; total: FateCount } | null
  /** 「3つの地域」 */
  regions: string
  /** 「出た問い12のうち、直した5・理由4」 */
  summary: string
  wordsHref: string
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'tools/insight-counts/show': InsightCountsPage
  }
}

const TITLE = '問いのはたらき'

export function insightCountsPage(
  programme: Programme,
  { counts, regions }: { counts: readonly YearCount[]; regions: number },
): InsightCountsPage & PageBase {
  const byId = new Map(counts.map((count) => [count.checkId, count]))
  const rows = Object.entries(CHECK_NAMES).flatMap(([id, label]) => {
    const count = byId.get(id)
    return count ? [{ ...count, label }] : []
  })
  const total = sumOf(rows)
  return {
    title: `${TITLE}：${programme.name}`,
    crumbs: programmeCrumbs(programme, { label: TITLE }),
    fates: rows.length > 0 ? { rows, total } : null,
    regions: `${regions}地域`,
    summary: `出た問い${total.shown}のうち、直した${total.fixed}・理由を書いて残した${total.kept}・このままにした${total.left}・まだ${total.open}`,
    wordsHref: paths.wordLists(programme.id),
  }
}
