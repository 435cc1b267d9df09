import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import type { Call } from '../../platform/web/call.ts'
import { readForm } from '../../platform/web/forms.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { readOnlyReason } from '../../programme/regions/regions.ts'
import { regionCrumbs } from '../../programme/sections/sections.ts'
import { boardFrom } from '../boards/body.ts'
import { boardFactsOf } from '../boards/store.ts'
import { releaseBoard, takeBackBoard } from './actions.ts'
import { RELEASE_CIRCLES } from './board-releases.ts'
import { releaseForm } from './forms.ts'
import { boardReleasesPage } from './pages.ts'
import { latestReleases, releaseLog } from './store.ts'

type Here = Call & Seen['region']

export const boardReleaseRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/board/releases': { may: 'board.edit', run: index },
  'POST /regions/:regionId/board/releases': { may: 'board.edit', run: release },
}

async function index({ ctx, region }: Here): Promise<Reply> {
  const reason = readOnlyReason(region)
  if (reason) throw new Problem('forbidden', reason, ['事務局'])
  const facts = (await boardFactsOf(ctx, [region])).get(region.id)
  if (!facts) throw notFound()
  const board = boardFrom(facts, true)
  const [latest, log] = [await latestReleases(ctx.db, [region.id]), await releaseLog(ctx.db, region.id)]
  const props = boardReleasesPage({ actor: ctx.actor, region, board, latest, log })
  const crumbs = regionCrumbs(region, ['支援経過（1枚）', paths.board(region.id)], '示す')
  return page('overview/board-releases/index', { ...props, title: `${region.name} 1枚を示す`, crumbs })
}

async function release({ ctx, region, body }: Here): Promise<Reply> {
  const input = readForm(releaseForm, body)
  if (!input.ok) throw new Problem('invalid', Object.values(input.form.errors)[0] ?? 'もう一度選んでください')
  const { circle, deed } = input.data
  if (deed === 'show') await releaseBoard(ctx, region, circle)
  else await takeBackBoard(ctx, region, circle)
  const said =
    deed === 'show' ? 'に示しました。あとで記録が増えても、示した1枚は変わりません' : 'に示していた1枚を取り下げました'
  return redirect(paths.boardReleases(region.id), `「${RELEASE_CIRCLES[circle]}」${said}`)
}
