/** One prefecture's place on the map: columns from the west, rows from the north; seas and straits are gaps. */
export interface Tile {
  /** 「13」 of the 全国地方公共団体コード. */
  code: string
  /** Without 都・府・県: there is room for three letters. */
  name: string
  x: number
  y: number
  wide: number
  high: number
}

const at = (code: string, name: string, x: number, y: number, wide = 1, high = 1): Tile => ({
  code,
  name,
  x,
  y,
  wide,
  high,
})

/** 関門海峡 and 津軽海峡 are narrow, the 瀬戸内海 a little wider. */
const EAST = 0.35
const NORTH = 0.35
const INLAND_SEA = 0.35

const KYUSHU: Tile[] = [
  at('40', '福岡', 1, 7.85),
  at('41', '佐賀', 0, 7.85),
  at('42', '長崎', 0, 8.85),
  at('43', '熊本', 1, 8.85),
  at('44', '大分', 2, 7.85),
  at('45', '宮崎', 2, 8.85),
  at('46', '鹿児島', 1, 9.85, 2),
]

const MAINLAND: Tile[] = [
  at('02', '青森', 12, 2, 2),
  at('05', '秋田', 12, 3),
  at('03', '岩手', 13, 3),
  at('06', '山形', 12, 4),
  at('04', '宮城', 13, 4),
  at('17', '石川', 8, 5),
  at('16', '富山', 9, 5),
  at('15', '新潟', 10, 5, 2),
  at('07', '福島', 12, 5, 2),
  at('35', '山口', 3, 6, 1, 2),
  at('32', '島根', 4, 6),
  at('31', '鳥取', 5, 6),
  at('28', '兵庫', 6, 6, 1, 2),
  at('26', '京都', 7, 6),
  at('18', '福井', 8, 6),
  at('21', '岐阜', 9, 6),
  at('20', '長野', 10, 6),
  at('10', '群馬', 11, 6),
  at('09', '栃木', 12, 6),
  at('08', '茨城', 13, 6),
  at('34', '広島', 4, 7),
  at('33', '岡山', 5, 7),
  at('27', '大阪', 7, 7),
  at('25', '滋賀', 8, 7),
  at('23', '愛知', 9, 7),
  at('19', '山梨', 10, 7),
  at('11', '埼玉', 11, 7, 2),
  at('12', '千葉', 13, 7, 1, 2),
  at('30', '和歌山', 7, 8),
  at('29', '奈良', 8, 8),
  at('24', '三重', 9, 8),
  at('22', '静岡', 10, 8),
  at('14', '神奈川', 11, 8),
  at('13', '東京', 12, 8),
]

const SHIKOKU: Tile[] = [at('38', '愛媛', 4, 8), at('37', '香川', 5, 8), at('39', '高知', 4, 9), at('36', '徳島', 5, 9)]

const moved = (tiles: readonly Tile[], dx: number, dy: number): Tile[] =>
  tiles.map((tile) => ({ ...tile, x: tile.x + dx, y: tile.y + dy }))

/** All 47, each once. Our own arrangement: neighbours stay neighbours wherever squares allow it. */
export const TILES: readonly Tile[] = [
  at('01', '北海道', 12 + EAST, 0, 2, 2),
  ...moved(MAINLAND, EAST, NORTH),
  ...moved(SHIKOKU, EAST, NORTH + INLAND_SEA),
  ...KYUSHU,
  at('47', '沖縄', 0, 11.2),
]

export const COLUMNS = 14 + EAST
export const ROWS = 12.2

/** The corner that parts 沖縄 from the rest, as maps of Japan have it. */
export const OKINAWA_CORNER: readonly (readonly [number, number])[] = [
  [0, 11.02],
  [1.18, 11.02],
  [1.18, 12.2],
]

/** Where the sea is widest: the key of the map stands there. */
export const SEA_OF_JAPAN = { x: 0, y: 0, wide: 10.5, high: 4.6 }
