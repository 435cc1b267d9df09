/** Who is in a filled folder; `measure` signs in as the first. */
export const OFFICE = { email: 'jimukyoku@filled.example', name: '伴走 一', kana: 'ばんそう はじめ' }
export const ADVISORS = 40

/** The first regions of the last year are a programme of their own, of a real one's size. */
export const SMALL = 20
export const SMALL_YEAR = `測るための年度事業（${SMALL}地域）`

const NUMERALS = [...'〇一二三四五六七八九']
export const advisorName = (at: number): string =>
  `助言 ${[...String(at + 1)].map((n) => NUMERALS[Number(n)]).join('')}`

export interface FillingAsked {
  regions: number
  seed: number
}

export interface Filled {
  regions: number
  meetings: number
  lines: number
  texts: number
}
