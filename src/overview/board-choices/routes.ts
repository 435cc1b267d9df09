import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import type { Call } from '../../platform/web/call.ts'
import { type FormState, readForm } from '../../platform/web/forms.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { readOnlyReason } from '../../programme/regions/regions.ts'
import { regionCrumbs } from '../../programme/sections/sections.ts'
import { releasedBoards } from '../board-releases/store.ts'
import { type Board, type BoardLine, linesOf, placesOf } from '../boards/boards.ts'
import { type BoardFacts, boardFrom } from '../boards/body.ts'
import { boardFactsOf } from '../boards/store.ts'
import { type Chosen, chooseLines, wordLine } from './actions.ts'
import { linesForm, shortForm } from './forms.ts'
import { anchorOf, boardLinesPage, boardWordsPage, sourceWords } from './pages.ts'

type Here = Call & Seen['region']

export const boardChoiceRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/board/lines': { may: 'board.edit', run: index },
  'POST /regions/:regionId/board/lines': { may: 'board.edit', run: choose },
  'GET /regions/:regionId/board/lines/:lineId': { may: 'board.edit', run: (call) => words(call) },
  'POST /regions/:regionId/board/lines/:lineId': { may: 'board.edit', run: word },
}

const trail = ({ region }: Here, ...rest: (string | [string, string])[]) =>
  regionCrumbs(region, ['支援経過（1枚）', paths.board(region.id)], ...rest)

/** Every line there is for the sheet, also those left out. */
async function wholeBoard({ ctx, region }: Here): Promise<{ board: Board; facts: BoardFacts }> {
  const reason = readOnlyReason(region)
  if (reason) throw new Problem('forbidden', reason, ['事務局'])
  const facts = (await boardFactsOf(ctx, [region])).get(region.id)
  if (!facts) throw notFound()
  return { board: boardFrom(facts, true), facts }
}

async function index(call: Here): Promise<Reply> {
  const { ctx, region } = call
  const { board, facts } = await wholeBoard(call)
  const released = (await releasedBoards(ctx.db, [region.id])).get(region.id)?.lineIds ?? null
  const props = boardLinesPage({ actor: ctx.actor, region, board, choices: facts.choices, released })
  const title = `${region.name} のせる行を選ぶ`
  return page('overview/board-choices/index', { ...props, title, crumbs: trail(call, 'のせる行') })
}

/** Only what was ticked otherwise than it was shown counts: two people may choose at once, and new lines stay as they are. */
async function choose(call: Here): Promise<Reply> {
  const { ctx, region, body } = call
  const input = readForm(linesForm, body)
  const { was, known, shown, move } = input.ok ? input.data : { was: [], known: [], shown: [], move: '' }
  const { board } = await wholeBoard(call)
  const there = new Set(linesOf(board).map((line) => line.id))
  const asked = known.filter((id) => there.has(id))
  const given: Chosen = {
    show: asked.filter((id) => shown.includes(id) && !was.includes(id)),
    hide: asked.filter((id) => !shown.includes(id) && was.includes(id)),
    move: moveIn(board, move),
  }
  await chooseLines(ctx, region, given)
  const lines = paths.boardLines(region.id)
  if (given.move) return redirect(`${lines}#${anchorOf(given.move.lineId)}`, '順番を変えました')
  return redirect(paths.board(region.id), 'のせる行を決めました。記録そのものは変わっていません')
}

function moveIn(board: Board, pressed: string): Chosen['move'] {
  const [way = '', ...rest] = pressed.split(':')
  const lineId = rest.join(':')
  const place = placesOf(board).find(({ lines }) => lines.some((line) => line.id === lineId))
  if (!place || (way !== 'up' && way !== 'down')) return null
  return { lineId, by: way === 'up' ? -1 : 1, place }
}

async function lineOf(call: Here): Promise<{ line: BoardLine; facts: BoardFacts }> {
  const { board, facts } = await wholeBoard(call)
  const line = linesOf(board).find(({ id }) => id === call.params.lineId)
  if (!line) throw notFound()
  return { line, facts }
}

async function words(call: Here, form?: FormState, status = 200): Promise<Reply> {
  const { ctx, region } = call
  const { line, facts } = await lineOf(call)
  const props = boardWordsPage({ actor: ctx.actor, region, line, choice: facts.choices.get(line.id), form })
  const crumbs = trail(call, ['のせる行', paths.boardLines(region.id)], sourceWords(line))
  return page('overview/board-choices/show', { ...props, title: '短い言い方', crumbs }, status)
}

async function word(call: Here): Promise<Reply> {
  const { ctx, region, body } = call
  const input = readForm(shortForm, body)
  if (!input.ok) return words(call, input.form, 422)
  const { line } = await lineOf(call)
  await wordLine(ctx, region, { line, short: input.data.short })
  const said = input.data.short ? '短い言い方にしました。元の文も残っています' : '元の文に戻しました'
  return redirect(`${paths.boardLines(region.id)}#${anchorOf(line.id)}`, said)
}
