import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import type { Call } from '../../platform/web/call.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { startYearArchive } from './actions.ts'
import { yearArchivePage } from './pages.ts'

type InProgramme = Call & Seen['programme']

export const yearArchiveRoutes: RouteTable<'programme'> = {
  'GET /programmes/:programmeId/archive': { may: 'year.take', run: show },
  'POST /programmes/:programmeId/archive': { may: 'year.take', run: make },
}

async function show({ programme }: InProgramme): Promise<Reply> {
  return page('overview/year-archives/show', yearArchivePage(programme))
}

async function make({ ctx, programme }: InProgramme): Promise<Reply> {
  const id = await startYearArchive(ctx, programme)
  return redirect(paths.task(id), '控えを作りはじめました。この画面は閉じてもかまいません')
}
