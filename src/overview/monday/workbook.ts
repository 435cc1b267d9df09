import { type List, listOf } from '../../platform/office/csv.ts'
import type { Line } from '../waits/waits.ts'
import type { Group } from './monday.ts'

/** Everything of the list, also what the page folds. */
export const mondayList = (groups: readonly Group[]): List =>
  listOf<Line & { heading: string }>(
    [
      ['まとまり', 30, ({ heading }) => heading],
      ['地域・相手', 24, ({ subject }) => subject],
      ['こと', 60, ({ text }) => text],
      ['日数', 8, ({ days }) => days],
    ],
    groups.flatMap(({ heading, lines }) => lines.map((line) => ({ ...line, heading }))),
  )
