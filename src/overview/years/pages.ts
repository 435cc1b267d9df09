import { paths } from '../../paths/paths.ts'
import type { Chart } from '../../platform/charts/charts.ts'
import { eraYear } from '../../platform/time.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import { type Drawing, spanWords } from '../year-charts/picture.ts'
import type { Years } from './years.ts'

interface YearChoice {
  value: string
  label: string
  from: boolean
  to: boolean
}

export interface YearsPage {
  heading: string
  lead: string
  isEmpty: boolean
  action: string
  /** More than one year to choose from. */
  choices: YearChoice[]
  map: Chart | null
  /** At the map's side: years, and the demonstration's own prefectures. */
  beside: Chart[]
  charts: Chart[]
  never: { heading: string; names: string[]; csvHref: string } | null
  programmesHref: string
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'overview/years/show': YearsPage
  }
}

export const NEVER = 'まだ参加したことのない都道府県'
const TITLE = '年度をまたいだ数字'

const BESIDE = ['invented', 'years']

/** 「?from=2023&to=2025」, nothing where all years are shown. */
function spanQuery({ span, years }: Years): string {
  const isWhole = span.from === (years[0] ?? 0) && span.to === (years.at(-1) ?? 0)
  return isWhole ? '' : `?from=${span.from}&to=${span.to}`
}

function leadOf(years: Years): string {
  const counted = `${spanWords(years)}に支援した${years.total}地域です。採択を知らせた地域を数え、見本の記録は入れていません。`
  return years.isDemonstration ? `${counted}この練習用の環境には架空の県しかないため、その数を出しています。` : counted
}

export function yearsPage(years: Years, drawings: readonly Drawing[]): YearsPage & PageBase {
  const { span, never } = years
  const isEmpty = years.years.length === 0
  const query = spanQuery(years)
  const charts = isEmpty ? [] : drawings.map((one) => ({ ...one, csvHref: paths.yearsFile(one.id, query) }))
  return {
    title: TITLE,
    crumbs: [{ label: 'ホーム', href: paths.home }, { label: '年度事業', href: paths.programmes }, { label: TITLE }],
    heading: TITLE,
    lead: isEmpty ? '' : leadOf(years),
    isEmpty,
    action: paths.years,
    choices:
      years.years.length < 2
        ? []
        : years.years.map((year) => ({
            ...{ value: String(year), label: eraYear(year), from: year === span.from, to: year === span.to },
          })),
    map: charts.find(({ id }) => id === 'map') ?? null,
    beside: charts.filter(({ id }) => BESIDE.includes(id)),
    charts: charts.filter(({ id }) => id !== 'map' && !BESIDE.includes(id)),
    never:
      isEmpty || never.length === 0
        ? null
        : {
            heading: `${NEVER}（${never.length}）`,
            names: never.map(({ name }) => name),
            csvHref: paths.yearsFile('never', ''),
          },
    programmesHref: paths.programmes,
  }
}
