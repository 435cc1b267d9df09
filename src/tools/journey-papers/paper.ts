import { wareki } from '../../platform/time.ts'
import type { Choice } from '../journey-choices/journey-choices.ts'
import { type Paper, WIDTHS } from '../journey-pictures/journey-pictures.ts'
import { type Drawn, drawnSheets, pictureOf } from '../journey-pictures/picture.ts'

interface About {
  regionName: string
  choice: Choice
  today: string
}

const wordsOf = ({ regionName, choice, today }: About) => ({
  title: `${regionName}　経過図（ペイシェントジャーニー）`,
  note: `典型的な人の経過　n＝${choice.cases.length}　${wareki(today).replace(/（.）$/, '')}現在${choice.axis === 'relative' ? '　0＝きっかけの月' : ''}`,
  axis: choice.axis,
})

/** One drawing of all chosen cases: on the screen, as SVG and PNG. */
export const drawingOf = (about: About, width: number = WIDTHS.screen): Drawn =>
  pictureOf(about.choice.cases, { ...wordsOf(about), width })

/** A4 and A3 across, without margins of 10 mm: width to height of what may be drawn on. */
const ROOM: Record<Exclude<Paper, 'screen'>, number> = { a4: 190 / 277, a3: 277 / 400 }

/** As many sheets as the cases need, all of them on the same axis. */
export const sheetsOf = (about: About, paper: Exclude<Paper, 'screen'>): Drawn[] =>
  drawnSheets(about.choice.cases, { ...wordsOf(about), width: WIDTHS[paper] }, WIDTHS[paper] * ROOM[paper])
