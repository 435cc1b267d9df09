import { type List, listOf } from '../../platform/office/csv.ts'

interface Missing {
  region: string
  label: string
  dueOn: string | null
  state: string
}

/** Regions whose three lines have not come. */
export const missingList = (rows: readonly Missing[]): List =>
  listOf<Missing>(
    [
      ['地域', 24, ({ region }) => region],
      ['回', 24, ({ label }) => label],
      ['期限', 12, ({ dueOn }) => dueOn],
      ['状態', 20, ({ state }) => state],
    ],
    rows,
  )
