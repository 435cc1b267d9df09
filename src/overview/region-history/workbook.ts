import { CIRCLES } from '../../access/circles.ts'
import type { Happening } from '../../people/history/history.ts'
import { type List, listOf } from '../../platform/office/csv.ts'
import { minuteOf } from '../../platform/time.ts'
import { inWords } from '../happenings/happenings.ts'

/** Every line of the history, newest first. */
export const historyList = (happenings: readonly Happening[]): List =>
  listOf<Happening>(
    [
      ['日時', 18, ({ at }) => minuteOf(at)],
      ['だれが', 18, ({ actorName }) => actorName],
      ['だれに代わって', 18, ({ onBehalfOf }) => onBehalfOf],
      ['こと', 80, inWords],
      ['読む人', 14, ({ circle }) => CIRCLES[circle]],
    ],
    happenings,
  )
