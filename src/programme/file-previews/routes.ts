import { circlesReadBy } from '../../access/circles.ts'
import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import { bytesOf, type StoredFile } from '../../platform/files/files.ts'
import { fileOf } from '../../platform/files/store.ts'
import type { Call } from '../../platform/web/call.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { file, page, type Reply } from '../../platform/web/reply.ts'
import { isPreviewed, isShownInline } from '../region-files/region-files.ts'
import { regionCrumbs } from '../sections/sections.ts'
import { previewPage, textOf } from './pages.ts'

type RegionCall = Call & Seen['region']

/** Pictures, PDF and text can be looked at; everything else is only taken home. */
export const filePreviewRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/files/:fileId/preview': { may: 'region.view', run: preview },
  'GET /regions/:regionId/files/:fileId/inline': { may: 'region.view', run: inline },
}

async function asked({ ctx, region, params }: RegionCall): Promise<StoredFile> {
  const found = await fileOf(ctx.db, params.fileId ?? '')
  const reads = circlesReadBy(ctx.actor, region) as string[]
  if (!found || found.regionId !== region.id || !reads.includes(found.circle)) throw notFound()
  if (found.deletedAt) throw new Problem('gone', 'このファイルは消されました。戻すときは、ファイルのページからできます')
  return found
}

async function preview(call: RegionCall): Promise<Reply> {
  const found = await asked(call)
  if (!isPreviewed(found.mime))
    throw new Problem('invalid', 'この形式は、ここでは開けません。ファイルのページから手もとに保存して開いてください')
  const text = isShownInline(found.mime) ? null : textOf(await bytesOf(found))
  const props = previewPage(call.ctx.actor, call.region, { file: found, text })
  const crumbs = regionCrumbs(call.region, ['ファイル', paths.regionFiles(call.region.id)], found.name)
  return page('programme/file-previews/show', { ...props, title: found.name, crumbs })
}

/** Bytes for the browser itself: by the type the guard found, sandboxed, and never anything it could run. */
async function inline(call: RegionCall): Promise<Reply> {
  const found = await asked(call)
  const given = { name: found.name, type: found.mime, bytes: await bytesOf(found) }
  return file({ ...given, inline: isShownInline(found.mime) })
}
