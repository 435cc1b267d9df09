import { type Drawn, framed, LEADING, labelLines, px, rect, text, textLines } from '../drawings/drawings.ts'
import { COLUMNS, OKINAWA_CORNER, ROWS, SEA_OF_JAPAN, TILES, type Tile } from './tile-maps.ts'

export interface TileMapWish {
  id: string
  title: string
  /** By prefecture code, 「13」; what is not named counts nothing. */
  counts: ReadonlyMap<string, number>
  unit: string
  /** A few words in the sea: 「24都道府県で41地域」 */
  key: readonly string[]
  /** 'upright' for a telephone: narrow tiles, names from top to bottom. */
  form?: 'level' | 'upright'
}

interface Size {
  wide: number
  high: number
  /** Between two tiles. */
  gap: number
}
const SIZES: Record<'level' | 'upright', Size> = {
  level: { wide: 52, high: 48, gap: 3 },
  upright: { wide: 22.7, high: 56, gap: 2 },
}

interface Step {
  from: number
  word: string
  look: string
}

/** Steps of ink: nothing, few, some, many. The number itself stands in each tile. */
export function stepsFor(most: number, unit: string): Step[] {
  const third = Math.ceil(most / 3)
  const [second, last] = most <= 5 ? [2, 4] : [third + 1, third * 2 + 1]
  const range = (from: number, to: number) => (from === to ? `${from}${unit}` : `${from}〜${to}${unit}`)
  return [
    { from: last, word: `${last}${unit}以上`, look: 'ch-tile-3' },
    { from: second, word: range(second, last - 1), look: 'ch-tile-2' },
    { from: 1, word: range(1, second - 1), look: 'ch-tile-1' },
    { from: 0, word: 'なし', look: '' },
  ]
}

export interface TileBox {
  tile: Tile
  x: number
  y: number
  width: number
  height: number
}

export const tileBoxes = (form: 'level' | 'upright'): TileBox[] =>
  TILES.map((tile) => {
    const { wide, high, gap } = SIZES[form]
    const [x, y] = [1 + tile.x * wide, 1 + tile.y * high]
    return { tile, x, y, width: tile.wide * wide - gap, height: tile.high * high - gap }
  })

interface Said {
  count: number
  /** The tile's ink is solid: white type. */
  isDark: boolean
}

const numberOf = (count: number): string => (count > 0 ? String(count) : '–')
const inkOf = ({ isDark }: Said): string => (isDark ? ' ch-on' : '')

function levelWords({ tile, x, y, width, height }: TileBox, said: Said): string {
  const middle = x + width / 2
  const top = y + height / 2 - 20
  const look = said.count > 0 ? `ch-count${inkOf(said)}` : 'ch-n'
  return (
    text(middle, top + 16, tile.name, { look: inkOf(said).trim(), at: 'middle' }) +
    text(middle, top + 36, numberOf(said.count), { look, at: 'middle' })
  )
}

/** Letters below each other: three fit where two would not beside each other. */
function uprightWords({ tile, x, y, width, height }: TileBox, said: Said): string {
  const letters = [...tile.name]
  const middle = x + width / 2
  const top = y + (height - letters.length * 12 - 16) / 2
  const name = letters.map((letter, i) =>
    text(middle, top + 11 + i * 12, letter, { look: `ch-name${inkOf(said)}`, at: 'middle' }),
  )
  const small = said.count > 99 ? 'ch-name ' : ''
  const look = said.count > 0 ? `${small}ch-b${inkOf(said)}` : 'ch-n'
  return name.join('') + text(middle, top + letters.length * 12 + 14, numberOf(said.count), { look, at: 'middle' })
}

const corner = ({ wide, high }: Size): string =>
  `<path class="ch-sea" d="M${OKINAWA_CORNER.map(([x, y]) => `${px(1 + x * wide)} ${px(1 + y * high)}`).join('L')}"/>`

/** What the steps of ink mean, and a few words, where there is only sea. */
function keySvg(key: readonly string[], steps: readonly Step[], size: Size): string {
  const width = SEA_OF_JAPAN.wide * size.wide
  const lines = key.flatMap((line) => labelLines(line, width, 2))
  const top = 8 + lines.length * LEADING + 8
  const samples = [...steps].reverse().map(({ look, word }, i) => {
    const y = top + i * 24
    return rect({ x: 1, y, width: 28, height: 18 }, `class="ch-tile ${look}"`) + text(38, y + 14, word)
  })
  return textLines(1, 20, lines, { look: 'ch-b' }) + samples.join('')
}

export const mapWords = ({ counts, unit }: TileMapWish): string => {
  const some = [...TILES].sort((a, b) => a.code.localeCompare(b.code)).filter(({ code }) => (counts.get(code) ?? 0) > 0)
  return some.length === 0
    ? `どの都道府県も0${unit}`
    : `${some.map(({ code, name }) => `${name}${counts.get(code)}${unit}`).join('、')}。ほかの都道府県は0${unit}`
}

/** Japan in 47 tiles. */
export function tileMapPicture(wish: TileMapWish): Drawn {
  const { id, title, counts, unit, key, form = 'level' } = wish
  const size = SIZES[form]
  const steps = stepsFor(Math.max(0, ...counts.values()), unit)
  const tiles = tileBoxes(form).map((box) => {
    const count = counts.get(box.tile.code) ?? 0
    const look = steps.find(({ from }) => count >= from)?.look ?? ''
    const shape = rect(box, `class="ch-tile ${look}" rx="${form === 'level' ? 4 : 2}"`)
    const words = form === 'level' ? levelWords : uprightWords
    return shape + words(box, { count, isDark: look === 'ch-tile-3' })
  })
  const frame = { id, title, desc: mapWords(wish), look: `ch-map-${form}` }
  const [width, height] = [COLUMNS * size.wide + 1, ROWS * size.high + 1]
  return framed({ ...frame, width, height }, keySvg(key, steps, size) + corner(size) + tiles.join(''))
}
