import { z } from 'zod'
import { several, text } from '../../platform/web/forms.ts'
import { SHORT_MOST } from './board-choices.ts'

const line = text(80)

/** Ticks of the page as they were shown and as they are sent; `move` is the button that was pressed. */
export const linesForm = z.object({
  was: several(line),
  known: several(line),
  shown: several(line),
  move: text(100),
})

export const shortForm = z.object({
  short: text().refine(
    (value) => [...value].length <= SHORT_MOST,
    `短い言い方は${SHORT_MOST}字以内にしてください。長いままのせるときは、空にすると元の文になります`,
  ),
})
