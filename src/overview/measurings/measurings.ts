import { paths } from '../../paths/paths.ts'

/** One page that is measured, by the address of its door; what this installation does not have is left out. */
export interface Visit {
  label: string
  door: string
  href: string
  isSearch: boolean
}

export interface Places {
  /** The whole of a year's municipalities, and a programme of a real one's size. */
  programmes: readonly { id: string; regions: number }[]
  regionId: string
}

const ofYear = ({ id, regions }: Places['programmes'][number]): [string, string, string][] => {
  const size = `（${regions.toLocaleString('ja-JP')}地域）`
  return [
    [`進みぐあいの表${size}`, '/programmes/:programmeId/matrix', paths.matrix(id)],
    [`月曜のリスト${size}`, '/programmes/:programmeId/monday', paths.monday(id)],
    [`年度の数字${size}`, '/programmes/:programmeId/dashboard', paths.dashboard(id)],
  ]
}

/** Very common, common, two words, one letter, a long one, one that nobody wrote. */
export const WORDS = ['退院', '連携', '看取り 希望', '杖', '多職種連携の会議', 'ほたるぶくろ']

/** Beside a pack only what is of a real year's size: a pack is made where a year is at work. */
export function visitsOf({ programmes, regionId }: Places, isBeside = false): Visit[] {
  const across: [string, string, string][] = [
    ['ホーム', '/', paths.home],
    ['何年もの数字', '/years', paths.years],
  ]
  const pages: [label: string, door: string, href: string][] = [
    ...(isBeside ? programmes.slice(-1) : programmes).flatMap(ofYear),
    ...(isBeside ? [] : across),
    ['地域の一覧', '/regions', paths.regions],
    ['地域の概要', '/regions/:regionId', paths.region(regionId)],
    ['会議', '/regions/:regionId/meetings/:n', paths.meeting(regionId, 3)],
    ['助言', '/regions/:regionId/advice', paths.advice(regionId)],
    ['支援経過（1枚）', '/regions/:regionId/board', paths.board(regionId)],
  ]
  const searches = WORDS.map((word) => {
    return { label: `さがす「${word}」`, door: '/search', href: `${paths.search}?q=${encodeURIComponent(word)}` }
  })
  return [
    ...pages.map(([label, door, href]) => ({ label, door, href, isSearch: false })),
    ...searches.map((one) => ({ ...one, isSearch: true })),
  ]
}

/** The smallest time that this share of all visits keeps to. */
export function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0
}

export interface Measured {
  visit: Visit
  times: number[]
  queries: number
}

export const MOST_FOR_SEARCH = 100

export const searchP99 = (all: readonly Measured[]): number =>
  percentile(
    all.flatMap(({ visit, times }) => (visit.isSearch ? times : [])),
    0.99,
  )
export const allP99 = (all: readonly Measured[]): number =>
  percentile(
    all.flatMap(({ times }) => times),
    0.99,
  )

const ms = (time: number) => (time < 10 ? time.toFixed(1) : String(Math.round(time)))
/** A kana or kanji is two cells wide in a terminal. */
const cellsOf = (text: string) => [...text].reduce((sum, c) => sum + ((c.codePointAt(0) ?? 0) > 0xff ? 2 : 1), 0)

/** Lines of a table: page, p50, p99, queries. */
export function tableOf(all: readonly Measured[]): string[] {
  const rows = [
    ['ページ', 'p50 ms', 'p99 ms', '問い合わせ'],
    ...all.map(({ visit, times, queries }) => [
      visit.label,
      ms(percentile(times, 0.5)),
      ms(percentile(times, 0.99)),
      String(queries),
    ]),
  ]
  const widths = [0, 1, 2, 3].map((at) => Math.max(...rows.map((row) => cellsOf(row[at] ?? ''))))
  return rows.map((row) =>
    row
      .map((cell, at) => {
        const pad = ' '.repeat((widths[at] ?? 0) - cellsOf(cell))
        return at === 0 ? cell + pad : pad + cell
      })
      .join('  '),
  )
}

export function verdict(all: readonly Measured[]): string {
  const p99 = searchP99(all)
  const words = p99 < MOST_FOR_SEARCH ? '守れています' : '守れていません'
  return `さがす p99 ${Math.round(p99)} ms（${MOST_FOR_SEARCH} ms より短く：${words}）`
}

/** The same pages before and while something else is made. */
export function compared(before: readonly Measured[], after: readonly Measured[], seconds: number): string[] {
  const [quiet, busy] = [allP99(before), allP99(after)]
  const ratio = busy / Math.max(quiet, 0.1)
  return [
    `資料（20地域）を作りおえるまで ${seconds.toFixed(1)} 秒。そのあいだの速さ：`,
    ...tableOf(after),
    `全ページの p99：${ms(quiet)} ms → ${ms(busy)} ms（${ratio.toFixed(2)}倍。2倍まで：${ratio <= 2 ? '守れています' : '守れていません'}）`,
  ]
}
