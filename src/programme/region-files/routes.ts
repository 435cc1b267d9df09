import { circlesReadBy } from '../../access/circles.ts'
import { type RouteTable, type Seen, tableDoors } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import { bytesOf, type StoredFile } from '../../platform/files/files.ts'
import { fileOf, filesOfRegion } from '../../platform/files/store.ts'
import type { NamedList } from '../../platform/office/csv.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, readForm, withError } from '../../platform/web/forms.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { file, page, type Reply, redirect } from '../../platform/web/reply.ts'
import { readOnlyReason } from '../regions/regions.ts'
import { regionCrumbs } from '../sections/sections.ts'
import { addFiles, removeFile, restoreFile } from './actions.ts'
import { fileForm, removalForm } from './forms.ts'
import { filesPage, removalPage, writableCircles } from './pages.ts'
import { isRestorable, MAX_BYTES, MAX_FILES, mayRemove, TAKEN_KINDS } from './region-files.ts'
import { bringersOf } from './store.ts'
import { fileList } from './workbook.ts'

type RegionCall = Call & Seen['region']

const upload = { kinds: TAKEN_KINDS, maxBytes: MAX_BYTES, maxFiles: MAX_FILES }

export const regionFileRoutes: RouteTable<'region'> = {
  ...tableDoors<'region'>('/regions/:regionId/files', 'region.view', taken),
  'GET /regions/:regionId/files': { may: 'region.view', run: (call) => list(call) },
  'POST /regions/:regionId/files': { may: 'file.add', run: add, upload },
  'GET /regions/:regionId/files/:fileId': { may: 'region.view', run: download },
  'GET /regions/:regionId/files/:fileId/removal': { may: 'file.add', run: (call) => askRemoval(call) },
  'POST /regions/:regionId/files/:fileId/removal': { may: 'file.add', run: remove },
  'POST /regions/:regionId/files/:fileId/return': { may: 'file.add', run: restore },
}

async function filesRead({ ctx, region }: RegionCall) {
  const files = await filesOfRegion(ctx.db, region.id, circlesReadBy(ctx.actor, region))
  const names = await bringersOf(
    ctx.db,
    files.flatMap((one) => one.personId ?? []),
  )
  return { files, names }
}

async function list(call: RegionCall, form: FormState = emptyForm({ circle: 'region' }), status = 200): Promise<Reply> {
  const { ctx, region } = call
  const props = filesPage({ actor: ctx.actor, region, ...(await filesRead(call)), now: ctx.now, form })
  return page(
    'programme/region-files/index',
    { ...props, title: `${region.name} ファイル`, crumbs: regionCrumbs(region, 'ファイル') },
    status,
  )
}

async function add(call: RegionCall): Promise<Reply> {
  const input = readForm(fileForm(writableCircles(call.ctx.actor, call.region)), call.body)
  const fault = Object.values(call.fileFaults)[0] ?? (call.files.length === 0 ? 'ファイルを選んでください' : null)
  if (fault) return list(call, withError(input.form, 'file', fault), 422)
  if (!input.ok) return list(call, input.form, 422)
  await addFiles(call.ctx, call.region, { files: call.files, ...input.data })
  return redirect(paths.regionFiles(call.region.id), `${call.files.length}個のファイルを加えました`)
}

/** Only through the region and the circle: what its reader may not read does not exist. */
async function asked({ ctx, region, params }: RegionCall): Promise<StoredFile> {
  const found = await fileOf(ctx.db, params.fileId ?? '')
  const reads = circlesReadBy(ctx.actor, region) as string[]
  if (!found || found.regionId !== region.id || !reads.includes(found.circle)) throw notFound()
  return found
}

async function download(call: RegionCall): Promise<Reply> {
  const found = await asked(call)
  if (found.deletedAt)
    throw new Problem('gone', 'このファイルは消されました。戻すときは、ファイルのページからできます（30日のあいだ）')
  return file({ name: found.name, type: found.mime, bytes: await bytesOf(found) })
}

async function removable(call: RegionCall): Promise<StoredFile> {
  const found = await asked(call)
  const reason = readOnlyReason(call.region)
  if (reason) throw new Problem('forbidden', reason, ['事務局'])
  if (!mayRemove(call.ctx.actor, call.region, found))
    throw new Problem('forbidden', 'ファイルを消したり戻したりできるのは、加えた人と事務局です', ['加えた人', '事務局'])
  return found
}

async function askRemoval(call: RegionCall, form: FormState = emptyForm(), status = 200): Promise<Reply> {
  const found = await removable(call)
  if (found.deletedAt) throw new Problem('conflict', 'このファイルは、すでに消されています')
  const props = removalPage(call.ctx.actor, call.region, { file: found, form })
  const crumbs = regionCrumbs(call.region, ['ファイル', paths.regionFiles(call.region.id)], '消す')
  return page('programme/region-files/removal', { ...props, title: 'ファイルを消す', crumbs }, status)
}

async function remove(call: RegionCall): Promise<Reply> {
  const found = await removable(call)
  const input = readForm(removalForm, call.body)
  if (!input.ok) return askRemoval(call, input.form, 422)
  await removeFile(call.ctx, call.region, found, input.data.reason)
  return redirect(paths.regionFiles(call.region.id), `「${found.name}」を消しました。30日のあいだは戻せます`)
}

async function restore(call: RegionCall): Promise<Reply> {
  const found = await removable(call)
  if (!isRestorable(found, call.ctx.now)) throw new Problem('conflict', '消してから30日を過ぎたため、戻せません')
  await restoreFile(call.ctx, call.region, found)
  return redirect(paths.regionFiles(call.region.id), `「${found.name}」を戻しました`)
}

async function taken(call: RegionCall): Promise<NamedList> {
  const { files, names } = await filesRead(call)
  return { name: `${call.region.name}_ファイル`, ...fileList(files, names) }
}
