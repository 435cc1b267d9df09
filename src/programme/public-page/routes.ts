import type { RouteTable } from '../../access/doors.ts'
import { writeWorkbook } from '../../papers/workbooks/workbook.ts'
import { paths } from '../../paths/paths.ts'
import { bytesOf } from '../../platform/files/files.ts'
import { fileOf } from '../../platform/files/store.ts'
import { eraShort } from '../../platform/time.ts'
import type { Call } from '../../platform/web/call.ts'
import { notFound } from '../../platform/web/problem.ts'
import { file, page, type Reply, redirect } from '../../platform/web/reply.ts'
import { entryTemplateFor } from '../entries/entries.ts'
import { publicListPage, publicPage } from './pages.ts'
import { openProgrammes, publicProgramme } from './store.ts'

/** The doors of the public page: no account, only published years. */
export const publicPageRoutes: RouteTable<'plain'> = {
  'GET /entry': { may: 'public', run: list },
  'GET /entry/:programmeId': { may: 'public', run: show },
  'GET /entry/:programmeId/guideline': { may: 'public', run: guideline },
  'GET /entry/:programmeId/sheet': { may: 'public', run: sheet },
}

/** One open call is shown at once. */
async function list({ ctx }: Call): Promise<Reply> {
  const open = await openProgrammes(ctx)
  const [only] = open
  if (only && open.length === 1) return redirect(paths.publicProgramme(only.id))
  return page('programme/public-page/list', publicListPage(open))
}

async function show(call: Call): Promise<Reply> {
  return page(
    'programme/public-page/show',
    publicPage(await publicProgramme(call.ctx, call.params.programmeId), call.ctx.now),
  )
}

async function guideline(call: Call): Promise<Reply> {
  const { guidelineFileId } = await publicProgramme(call.ctx, call.params.programmeId)
  const kept = guidelineFileId ? await fileOf(call.ctx.db, guidelineFileId) : undefined
  if (!kept || kept.deletedAt) throw notFound()
  return file({ name: kept.name, type: kept.mime, bytes: await bytesOf(kept) })
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

async function sheet(call: Call): Promise<Reply> {
  const programme = await publicProgramme(call.ctx, call.params.programmeId)
  const template = entryTemplateFor(programme)
  const defined = { template: template.key, version: template.version, region: '', revision: '' }
  const bytes = await writeWorkbook({ template, body: {}, defined, heading: programme.name })
  return file({ name: `${eraShort(programme.fiscalYear)}_${template.title}.xlsx`, type: XLSX, bytes })
}
