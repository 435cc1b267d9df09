import { circlesReadBy } from '../../access/circles.ts'
import type { RouteTable, Seen } from '../../access/doors.ts'
import { may } from '../../access/may.ts'
import { writePdf } from '../../platform/pdf/pdf.ts'
import { PPTX, writeDeck } from '../../platform/pptx/pptx.ts'
import type { Call } from '../../platform/web/call.ts'
import { notFound } from '../../platform/web/problem.ts'
import { file, page, type Reply } from '../../platform/web/reply.ts'
import { regionCrumbs } from '../../programme/sections/sections.ts'
import { boardPart } from '../board-papers/paper.ts'
import type { ReleasedBoard } from '../board-releases/board-releases.ts'
import { releasedBoards } from '../board-releases/store.ts'
import { boardSlides } from '../board-slides/paper.ts'
import { type Board, fileName, linesOf } from './boards.ts'
import { boardFrom } from './body.ts'
import { boardPage } from './pages.ts'
import { boardFactsOf } from './store.ts'

type Here = Call & Seen['region']

export const boardRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/board': { may: 'board.view', run: show },
  'GET /regions/:regionId/board.pdf': { may: 'board.view', run: pdf },
  'GET /regions/:regionId/board.pptx': { may: 'board.view', run: pptx },
}

interface Found {
  board: Board | null
  released: ReleasedBoard | null
  isReleased: boolean
  added: number
}

/** 地域の全員 read the sheet as it stands; whoever only watches reads what was put to them. */
async function boardFor({ ctx, region, query }: Here): Promise<Found> {
  const released = (await releasedBoards(ctx.db, [region.id])).get(region.id) ?? null
  const readsAll = circlesReadBy(ctx.actor, region).includes('region')
  const asksReleased = query.shown === 'wg' && may(ctx.actor, 'board.edit', region)
  if (!readsAll || asksReleased) return { board: released?.board ?? null, released, isReleased: true, added: 0 }
  const facts = (await boardFactsOf(ctx, [region])).get(region.id)
  const known = new Set(released?.lineIds)
  const all = facts && released ? linesOf(boardFrom(facts, true)) : []
  const added = all.filter(({ id }) => !known.has(id)).length
  return { board: facts ? boardFrom(facts) : null, released, isReleased: false, added }
}

async function show(call: Here): Promise<Reply> {
  const { ctx, region } = call
  const props = boardPage({ actor: ctx.actor, region, ...(await boardFor(call)) })
  const title = `支援経過（1枚）　${region.name}`
  return page('overview/boards/show', { ...props, title, crumbs: regionCrumbs(region, '支援経過（1枚）') })
}

const titleOf = ({ head }: Board) => `支援経過（1枚）　${head.name}`

async function pdf(call: Here): Promise<Reply> {
  const { board } = await boardFor(call)
  if (!board) throw notFound()
  const bytes = await writePdf({ title: titleOf(board), parts: [boardPart(board)] })
  return file({ name: fileName(board, 'pdf'), type: 'application/pdf', bytes, inline: true })
}

async function pptx(call: Here): Promise<Reply> {
  const { board } = await boardFor(call)
  if (!board) throw notFound()
  const bytes = await writeDeck({ title: titleOf(board), slides: boardSlides(board) })
  return file({ name: fileName(board, 'pptx'), type: PPTX, bytes })
}
