import {
  type Drawn,
  framed,
  ground,
  groundsOf,
  LEADING,
  labelLines,
  rect,
  stroke,
  text,
  textLines,
  widthOf,
} from '../../platform/drawings/drawings.ts'
import { eraShort } from '../../platform/time.ts'
import type { Month } from '../../tools/journey-months/journey-months.ts'
import { type Deed, type Grid, ORIGINS, whenWords } from '../../tools/roadmaps/roadmaps.ts'

/** Drawn a little larger than the sheet is wide: on paper its type is nine points high. */
const WIDTH = 1160
/** What a sheet across has room for below its title. */
const HEIGHT = 560
const COLUMNS = { what: 340, who: 150, when: 140 }
const FROM = COLUMNS.what + COLUMNS.who + COLUMNS.when + 12
const HEAD = 48
const GAP = 9

const fiscalYear = (month: Month): number => Math.floor((month - 3) / 12)

interface Placed {
  deed: Deed
  cells: { what: string[]; who: string[]; when: string[] }
  top: number
  height: number
}

function placed(deeds: readonly Deed[]): Placed[] {
  let top = HEAD
  return deeds.map((deed) => {
    const cells = {
      what: labelLines(deed.what, COLUMNS.what - 10, 3),
      who: labelLines(deed.who || '—', COLUMNS.who - 10, 2),
      when: labelLines(whenWords(deed), COLUMNS.when - 10, 2),
    }
    const height = Math.max(...Object.values(cells).map((lines) => lines.length)) * LEADING + GAP
    const one = { deed, cells, top, height }
    top += height
    return one
  })
}

const words = (deed: Deed): string => [deed.what, deed.who, whenWords(deed)].filter(Boolean).join('・')

/** Rows of what is to be done with bars over the months; a time that is only about so is hatched, one without a time says so. */
export function roadmapPicture(deeds: readonly Deed[], grid: Grid, id = 'roadmap'): Drawn {
  const rows = placed(deeds)
  const first = grid.columns[0]?.first ?? 0
  const last = grid.columns.at(-1)?.last ?? first
  const step = (WIDTH - 2 - FROM) / (last - first + 1)
  const x = (month: number) => FROM + (month - first) * step
  const bottom = (rows.at(-1)?.top ?? HEAD) + (rows.at(-1)?.height ?? 0)
  const parts = [
    groundsOf(id),
    ...headOf(grid, x),
    ...grid.columns.map((column) => stroke([x(column.first), HEAD - 6], [x(column.first), bottom], 'ch-grid')),
    stroke([0, HEAD - 6], [WIDTH, HEAD - 6], 'ch-base'),
    ...rows.flatMap((row) => rowOf(row, { id, x, first, last })),
    ...legendAt(id, bottom + 10),
  ]
  const frame = { id, title: 'ロードマップ', desc: deeds.map(words).join('。'), width: WIDTH, height: bottom + 40 }
  return framed(frame, parts.join(''))
}

function headOf(grid: Grid, x: (month: number) => number): string[] {
  const labels = ['何を', '誰が', 'いつ']
  const at = [0, COLUMNS.what, COLUMNS.what + COLUMNS.who]
  const years = new Map<number, number>()
  for (const { first } of grid.columns) if (!years.has(fiscalYear(first))) years.set(fiscalYear(first), first)
  return [
    ...labels.map((label, i) => text(at[i] ?? 0, HEAD - 14, label, { look: 'ch-b' })),
    ...[...years].map(([year, month]) => text(x(month) + 2, 15, `${eraShort(year)}年度`, { look: 'ch-b' })),
    ...grid.columns.map(({ first, label }) => text(x(first) + 3, HEAD - 14, label, { look: 'ch-n' })),
  ]
}

interface Across {
  id: string
  x(month: number): number
  first: number
  last: number
}

function rowOf({ deed, cells, top, height }: Placed, { id, x, first, last }: Across): string[] {
  const { span, isVague } = deed
  const from = span ? Math.max(span.first, first) : 0
  const to = span ? Math.min(span.last, last) : -1
  const box = { x: x(from) + 1, y: top + height / 2 - 9, width: x(to + 1) - x(from) - 2, height: 18 }
  const bar = to >= from ? rect(box, ground(id, isVague ? 'hatch' : 'solid')) : ''
  const outside = span
    ? span.first > last
      ? 'この先'
      : 'すでに過ぎた時期'
    : deed.when
      ? 'いつごろかは左に'
      : '時期は未定'
  return [
    textLines(0, top + 18, cells.what, { look: 'ch-b' }),
    textLines(COLUMNS.what, top + 18, cells.who),
    textLines(COLUMNS.what + COLUMNS.who, top + 18, cells.when),
    bar || wordsAt(outside, top + height / 2 + 5),
    stroke([0, top + height - 3], [WIDTH, top + height - 3], 'ch-grid'),
  ]
}

/** In place of a bar: readable over the lines of the months. */
const wordsAt = (words: string, y: number): string =>
  rect({ x: FROM + 2, y: y - 14, width: widthOf(words) + 4, height: 18 }, 'class="ch-blank"') +
  text(FROM + 4, y, words, { look: 'ch-n' })

/** As many rows as stand on one sheet, in their order. */
export function sheetsOf(deeds: readonly Deed[]): Deed[][] {
  const sheets: Deed[][] = []
  let bottom = HEIGHT
  for (const { deed, height } of placed(deeds)) {
    if (bottom + height > HEIGHT) {
      sheets.push([])
      bottom = HEAD
    }
    sheets.at(-1)?.push(deed)
    bottom += height
  }
  return sheets
}

function legendAt(id: string, y: number): string[] {
  return [
    rect({ x: 1, y, width: 24, height: 14 }, ground(id, 'solid')),
    text(32, y + 12, '行う時期'),
    rect({ x: 120, y, width: 24, height: 14 }, ground(id, 'hatch')),
    text(151, y + 12, 'このころ（あいまいな時期）'),
  ]
}

export const originOf = (deed: Deed): string => ORIGINS[deed.from]
