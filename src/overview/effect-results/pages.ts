import { paths } from '../../paths/paths.ts'
import type { Chart } from '../../platform/charts/charts.ts'
import type { RegionFrame } from '../../programme/sections/sections.ts'
import type { Effect } from '../../tools/effects/effects.ts'
import { answersChart, followedChart, spentChart } from '../../tools/effects/picture.ts'
import type { Followed } from '../../tools/followed-indicators/followed-indicators.ts'

export interface EffectResultsPage {
  around: RegionFrame
  heading: string
  lead: string
  answers: Chart
  gaps: string[]
  followed: Followed[]
  charts: Chart[]
  indicatorsCsv: string
  modelHref: string
  spent: Chart
  heldWords: string
  remarks: string
  sheet: { label: string; href: string }
  papersHref: string
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'overview/effect-results/show': EffectResultsPage
  }
}

type Given = Pick<EffectResultsPage, 'around' | 'gaps' | 'followed' | 'heldWords'> & {
  regionId: string
  effect: Effect
  writes: boolean
}

export function effectResultsPage({ regionId, effect, writes, ...given }: Given): EffectResultsPage {
  return {
    ...given,
    heading: '効果検証の結果',
    lead: '支援の前と後を、同じことばで見くらべます。成績ではありません。変わらなかったことも結果です。',
    answers: answersChart(effect, { csvHref: paths.effectTable(regionId, 'answers') }),
    charts: given.followed.flatMap((one) => followedChart(one) ?? []),
    indicatorsCsv: paths.effectTable(regionId, 'indicators'),
    modelHref: paths.indicators(regionId),
    spent: spentChart(effect.spent, { csvHref: paths.effectTable(regionId, 'minutes') }),
    remarks: effect.remarks,
    sheet: {
      label: writes ? '効果検証に答える・直す' : '効果検証のシートを読む',
      href: paths.sheet(regionId, 'effect'),
    },
    papersHref: paths.finishedPapers(regionId),
  }
}
