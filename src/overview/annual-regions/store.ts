import type { Actor } from '../../access/actor.ts'
import { scan } from '../../papers/privacy/privacy.ts'
import { type Body, keysOf, rowsIn } from '../../papers/templates/templates.ts'
import { paths } from '../../paths/paths.ts'
import type { Db } from '../../platform/db/db.ts'
import { wareki } from '../../platform/time.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { effectFrom } from '../../tools/effects/effects.ts'
import { papersOfRegions } from '../../tools/papers/store.ts'
import { WIDE } from '../../tools/record-sources/record-sources.ts'
import type { RegionOfYear, StepOfRegion } from '../annual-reports/annual-reports.ts'
import { type Board, type BoardMeeting, linesOf } from '../boards/boards.ts'
import { boardsOf } from '../boards/store.ts'

import { changeText, whenText } from '../closing-papers/paper.ts'

type Ctx = { db: Db; actor: Actor; now: Date }

/** A meeting nobody wrote up is missing once its day has passed; until then it lies ahead. */
const STATES: Record<BoardMeeting['state'], StepOfRegion['state'] | null> = {
  ...{ done: 'done', unfixed: 'unfixed', none: 'missing', ahead: 'ahead', cancelled: null, skipped: null },
}

function stepOf(m: BoardMeeting): StepOfRegion[] {
  const state = STATES[m.state]
  const texts = (lines: readonly { text: string }[]) => lines.map((line) => line.text)
  if (!state) return []
  return [
    {
      ...{ label: m.label, when: m.heldOn ? wareki(m.heldOn) : '', state },
      ...{ situation: texts([...m.situation, ...m.decided]), advice: texts(m.advice) },
    },
  ]
}

/** Columns and bands in the order of the year. */
const stepsOn = (board: Board): StepOfRegion[] =>
  board.columns.flatMap((column, at) => [
    ...stepOf(column),
    ...column.tails.flatMap(stepOf),
    ...board.bands.filter((band) => band.after === at).flatMap(stepOf),
  ])

function closingOf(body: Body): Pick<RegionOfYear, 'issues' | 'changes' | 'next'> {
  const filled = (key: string) => rowsIn(body, key).filter((row) => row.text?.trim())
  return {
    issues: filled('before').map((row) => ({ id: row.id, text: row.text ?? '' })),
    changes: filled('changes').map((row) => ({ text: changeText(row), answers: keysOf(row.answers ?? '') })),
    next: filled('next').map((row) => ({ text: row.text ?? '', when: whenText(row) })),
  }
}

function regionOf(region: Region, board: Board, bodies: { closing: Body; effect: Body }): RegionOfYear {
  const closing = closingOf(bodies.closing)
  const deeds = board.between.flat().map((line) => (line.mark ? `${line.text}（${line.mark}）` : line.text))
  const said = [
    ...linesOf(board).map((line) => line.text),
    ...closing.changes.map((c) => c.text),
    ...closing.next.map((n) => n.text),
  ]
  const personal = scan(said.join('\n')).filter((one) => one.kind !== 'quote')
  return {
    ...{ id: region.id, name: region.name },
    ...{ theme: board.head.theme, initialTheme: board.head.initialTheme ?? '' },
    ...{ steps: stepsOn(board), deeds, ...closing, effect: effectFrom(bodies.effect) },
    isPaused: region.pause !== null,
    personal: [...new Set(personal.map((one) => one.text))].slice(0, 20),
    hrefs: {
      ...{ region: paths.region(region.id), board: paths.board(region.id), meetings: paths.meetings(region.id) },
      ...{ closing: paths.sheet(region.id, 'closing'), effect: paths.sheet(region.id, 'effect') },
    },
  }
}

/** The year's supported regions as their boards and papers say them, in what 地域の全員 reads; samples never stand in a report. */
export async function regionsOfYear(ctx: Ctx, regions: readonly Region[]): Promise<RegionOfYear[]> {
  const boards = await boardsOf(ctx, regions)
  const papers = await papersOfRegions(ctx.db, [...boards.keys()], ['closing', 'effect'])
  return regions.flatMap((region) => {
    const board = boards.get(region.id)
    const bodyOf = (kind: string): Body => {
      const paper = papers.get(region.id)?.get(kind)
      return paper && WIDE.includes(paper.document.circle) ? paper.head.body : {}
    }
    return board ? [regionOf(region, board, { closing: bodyOf('closing'), effect: bodyOf('effect') })] : []
  })
}
