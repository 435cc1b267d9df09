import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import { tasksOfKind } from '../../people/tasks/store.ts'
import { isUnderWay } from '../../people/tasks/tasks.ts'
import type { Call } from '../../platform/web/call.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { startYearArchive, YEAR_ARCHIVE_TASK } from './actions.ts'
import { yearArchivePage } from './pages.ts'

type InProgramme = Call & Seen['programme']

export const yearArchiveRoutes: RouteTable<'programme'> = {
  'GET /programmes/:programmeId/archive': { may: 'year.take', run: show },
  'POST /programmes/:programmeId/archive': { may: 'year.take', run: make },
}

async function show({ programme }: InProgramme): Promise<Reply> {
  return page('overview/year-archives/show', yearArchivePage(programme))
}

/** One at a time: who presses again is led to the one that is being made. */
async function make({ ctx, programme }: InProgramme): Promise<Reply> {
  const running = (await tasksOfKind(ctx.db, programme.id, YEAR_ARCHIVE_TASK)).find(isUnderWay)
  if (running) return redirect(paths.task(running.id), 'この年度の控えは、いま作っています')
  const id = await startYearArchive(ctx, programme)
  return redirect(paths.task(id), '控えを作りはじめました。この画面は閉じてもかまいません')
}
