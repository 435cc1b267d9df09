import { type List, listOf } from '../../platform/office/csv.ts'
import type { Moment } from './timeline.ts'

/** Everything that has a day, the latest first. */
export const timelineList = (moments: readonly Moment[]): List =>
  listOf<Moment>(
    [
      ['日', 12, ({ on }) => on],
      ['種類', 10, ({ word }) => word],
      ['こと', 60, ({ text }) => text],
      ['だれが・どうなったか', 30, ({ note }) => note],
    ],
    moments,
  )
