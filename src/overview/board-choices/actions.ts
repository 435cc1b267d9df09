import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Db } from '../../platform/db/db.ts'
import type { Region } from '../../programme/regions/regions.ts'
import type { BoardLine, BoardPlace } from '../boards/boards.ts'
import { type BoardChoice, noChoice } from './board-choices.ts'
import { choicesOf, putChoice } from './store.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    board_lines_chosen: { shown: number; hidden: number; moved: boolean }
    board_line_worded: { original: string; short: string }
  }
}

export const boardChoiceHappenings = {
  board_lines_chosen: ({ actorName, details: { shown, hidden, moved } }) => {
    const deeds = [
      hidden > 0 && `${hidden}行をのせないことにし`,
      shown > 0 && `${shown}行をのせることにし`,
      moved && '行の順番を変え',
    ]
    return `${actorName}さんが支援経過（1枚）の${deeds.filter(Boolean).join('、')}ました`
  },
  board_line_worded: ({ actorName, details: { original, short } }) =>
    short
      ? `${actorName}さんが支援経過（1枚）で「${original}」を「${short}」と短くしました`
      : `${actorName}さんが支援経過（1枚）で「${original}」を元の文に戻しました`,
} satisfies Sentences<'board_lines_chosen' | 'board_line_worded'>

type Set = Partial<Omit<BoardChoice, 'lineId' | 'byName' | 'at'>>

/** What else was chosen for the line stays. */
async function choose(ctx: Ctx, db: Db, given: { region: Region; lineId: string; set: Set }): Promise<void> {
  const { region, lineId, set } = given
  const before = (await choicesOf(db, [region.id])).get(region.id)?.get(lineId) ?? noChoice(lineId)
  await putChoice(db, region.id, { ...before, ...set, byName: ctx.actor.name, at: ctx.now.toISOString() })
}

export interface Chosen {
  show: readonly string[]
  hide: readonly string[]
  /** Where a line goes: one up or down within its place. */
  move: { lineId: string; by: -1 | 1; place: BoardPlace } | null
}

/** Which lines stand on the sheet and in what order. Nothing of the record changes. */
export const chooseLines = (ctx: Ctx, region: Region, { show, hide, move }: Chosen): Promise<void> =>
  change(ctx, async (db, log) => {
    for (const lineId of show) await choose(ctx, db, { region, lineId, set: { isHidden: false } })
    for (const lineId of hide) await choose(ctx, db, { region, lineId, set: { isHidden: true } })
    const order = move ? movedIn(move) : []
    for (const [position, lineId] of order.entries()) await choose(ctx, db, { region, lineId, set: { position } })
    if (show.length + hide.length + order.length === 0) return
    const details = { shown: show.length, hidden: hide.length, moved: order.length > 0 }
    await log({ kind: 'board_lines_chosen', regionId: region.id, circle: 'office', details })
  })

function movedIn({ lineId, by, place }: NonNullable<Chosen['move']>): string[] {
  const ids = place.lines.map((line) => line.id)
  const from = ids.indexOf(lineId)
  const to = from + by
  if (from < 0 || to < 0 || to >= ids.length) return []
  return ids.toSpliced(from, 1).toSpliced(to, 0, lineId)
}

const brief = (text: string): string => {
  const line = text.replace(/\s+/g, ' ')
  return [...line].length > 40 ? `${[...line].slice(0, 40).join('')}…` : line
}

/** A short wording beside the original; none: the original stands again. */
export const wordLine = (
  ctx: Ctx,
  region: Region,
  { line, short }: { line: BoardLine; short: string },
): Promise<void> =>
  change(ctx, async (db, log) => {
    const same = short === '' || short === line.original
    const set = { short: same ? '' : short, shortOf: same ? '' : line.original }
    await choose(ctx, db, { region, lineId: line.id, set })
    const details = { original: brief(line.original), short: brief(set.short) }
    await log({ kind: 'board_line_worded', regionId: region.id, circle: 'office', details })
  })
