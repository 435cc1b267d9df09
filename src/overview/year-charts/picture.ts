import { barsPicture } from '../../platform/bars/picture.ts'
import type { Chart } from '../../platform/charts/charts.ts'
import { tileMapPicture } from '../../platform/tile-maps/picture.ts'
import { eraFiscalYear, eraShort } from '../../platform/time.ts'
import type { Counted, Years } from '../years/years.ts'

/** A chart before the page gives it its file's address. */
export type Drawing = Omit<Chart, 'csvHref'>

const UNIT = '地域'
const column = (label: string, width = 12) => ({ label, width })
const countOf = ({ total }: Years): string => `n＝${total}${UNIT}`

/** 「令和5年度から令和7年度まで」, or the one year. */
export const spanWords = ({ span: { from, to } }: Years): string =>
  from === to ? eraFiscalYear(from) : `${eraFiscalYear(from)}から${eraFiscalYear(to)}まで`

function map(years: Years): Drawing {
  const { byPrefecture, span } = years
  const real = byPrefecture.reduce((sum, { n }) => sum + n, 0)
  const some = byPrefecture.filter(({ n }) => n > 0).length
  const title = '支援した地域のある都道府県'
  const key = real === 0 ? ['実在の都道府県の地域は、まだありません'] : [`${some}都道府県で${real}${UNIT}`]
  const counts = new Map(byPrefecture.map(({ code, n }) => [code, n]))
  const wish = { title, counts, unit: UNIT, key }
  const level = tileMapPicture({ ...wish, id: 'map-level' })
  const upright = tileMapPicture({ ...wish, id: 'map-upright', form: 'upright' })
  const single = span.from === span.to
  const columns = years.years.filter((year) => year >= span.from && year <= span.to)
  const each = single ? [] : columns.map((year) => column(eraShort(year)))
  return {
    ...{ id: 'map', title, n: `n＝${real}${UNIT}` },
    svg: level.svg + upright.svg,
    table: {
      columns: [column('都道府県', 14), column('地域の数'), ...each],
      rows: byPrefecture.map(({ name, n, byYear }) => [
        ...[name, n],
        ...(single ? [] : columns.map((year) => byYear[year - span.from] ?? 0)),
      ]),
    },
    note: '升目の並びは、おおよその位置です。数は、採択を知らせた地域を、応募した都道府県ごとに数えています。',
  }
}

interface Barred {
  id: string
  title: string
  head: string
  rows: Counted[]
  n: string
  note?: string
}

function barred({ id, title, head, rows, n, note }: Barred): Drawing {
  const bars = rows.map((row) => ({ label: row.label, value: row.n }))
  const empty = '数えるものがありません。'
  return {
    ...{ id, title, n },
    svg: barsPicture({ id: `${id}-svg`, title, bars, unit: UNIT, empty }).svg,
    table: { columns: [column(head, 24), column('地域の数')], rows: rows.map((row) => [row.label, row.n]) },
    ...(note ? { note } : {}),
  }
}

const invented = (years: Years): Drawing =>
  barred({
    ...{ id: 'invented', title: '架空の県ごとの地域の数', head: '架空の県', rows: years.invented, n: countOf(years) },
    note: '練習のための架空の県です。日本の地図には入れていません。',
  })

const byYear = (years: Years): Drawing => {
  const rows = years.byYear.map(({ label, n }) => ({ label: eraFiscalYear(Number(label)), n }))
  return barred({ id: 'years', title: '年度ごとの地域の数', head: '年度', rows, n: countOf(years) })
}

const byBureau = (years: Years): Drawing =>
  barred({
    ...{ id: 'bureaus', title: '地方厚生（支）局ごとの地域の数', head: '地方厚生（支）局', rows: years.byBureau },
    n: countOf(years),
  })

const byBand = (years: Years): Drawing =>
  barred({
    ...{ id: 'sizes', title: '人口の規模ごとの地域の数', head: '人口の規模', rows: years.byBand, n: countOf(years) },
    note: '共同の応募は、市町村の人口を合わせて数えます。',
  })

const byScene = (years: Years): Drawing =>
  barred({
    ...{ id: 'scenes', title: '場面ごとの地域の数', head: '場面', rows: years.byScene, n: countOf(years) },
    note: '一つの地域が複数の場面を選ぶことがあるため、足すと地域の数より多くなります。',
  })

/** The years in five charts, and the demonstration's own prefectures in one apart. */
export const yearCharts = (years: Years): Drawing[] => [
  map(years),
  ...(years.isDemonstration ? [invented(years)] : []),
  ...[byYear, byBureau, byBand, byScene].map((chart) => chart(years)),
]

/** 参加したことのない都道府県 as a list to take along. */
export const neverList = ({ never }: Years) => ({
  columns: [column('コード', 8), column('都道府県', 14)],
  rows: never.map(({ code, name }) => [code, name]),
})
