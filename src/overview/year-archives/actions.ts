import { may } from '../../access/may.ts'
import { startTask } from '../../people/tasks/actions.ts'
import type { MadeFile, Task, TaskRunner, TaskTools } from '../../people/tasks/tasks.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { log, plainError } from '../../platform/log/log.ts'
import { eraShort, stampOf } from '../../platform/time.ts'
import { drawView } from '../../platform/web/draw.ts'
import { notFound } from '../../platform/web/problem.ts'
import { type ZipWriter, zipWriter } from '../../platform/zips/writer.ts'
import { distinctPaths, safeName } from '../../platform/zips/zips.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import { programmeSeen } from '../../programme/programmes/store.ts'
import type { Region } from '../../programme/regions/regions.ts'
import type { Gathered } from '../archive-files/actions.ts'
import { INDEX, MISSING, missingText } from '../archive-files/archive-files.ts'
import { wholePage } from '../archive-pages/archive-pages.ts'
import { recordFor } from '../archive-records/store.ts'
import { archiveFiles, noteTaken } from '../region-archives/actions.ts'
import { gatherYear } from '../year-archive-files/actions.ts'
import { REGIONS, type RegionCopy, yearPage } from '../year-archive-files/year-archive-files.ts'
import { yearRecordFor } from '../year-records/store.ts'

export const YEAR_ARCHIVE_TASK = 'year_archive'

/** 契約の終わりに: the whole year in one ZIP, made while people go on working. */
export const startYearArchive = (ctx: Ctx, programme: Programme): Promise<string> =>
  startTask(ctx, { kind: YEAR_ARCHIVE_TASK, title: `${programme.name}の控え`, programmeId: programme.id, data: null })

async function run(task: Task, tools: TaskTools): Promise<MadeFile[]> {
  const programme = await programmeSeen(tools.db, tools.actor, task.programmeId ?? '')
  if (!programme || !may(tools.actor, 'year.take', programme)) throw notFound()
  const zip = await zipWriter(tools.now)
  try {
    await fill(zip, programme, tools)
    const name = safeName(
      `${eraShort(programme.fiscalYear)}_${programme.name}_控え_${stampOf(tools.now).slice(0, 8)}.zip`,
    )
    return [{ name, mime: 'application/zip', bytes: await zip.end() }]
  } catch (error) {
    await zip.drop()
    throw error
  }
}

/** One region after the other: what is in the ZIP is no longer in memory. The first page comes last, it knows them all. */
async function fill(zip: ZipWriter, programme: Programme, tools: TaskTools): Promise<void> {
  const year = await yearRecordFor(tools, programme)
  const outOf = year.regions.length + 1
  await tools.progress(0, outOf, '年度の一覧と設定を入れています')
  const own: Gathered = { files: [], missing: [] }
  await gatherYear(tools, year, own)
  const files = distinctPaths(own.files)
  await zip.add(files)
  const copies: RegionCopy[] = []
  for (const [at, region] of year.regions.entries()) {
    await tools.progress(at + 1, outOf, `${region.name}の記録を入れています（${at + 1}／${year.regions.length}）`)
    copies.push(await addRegion({ zip, programme, tools, own }, region, at + 1))
  }
  const links = files.map(({ path, title }) => ({ path, title, bytes: NOTHING }))
  const page = yearPage({ year, copies, files: links, missing: own.missing })
  const index = wholePage(page.heading, await drawView('overview/year-archive-files/year', page))
  await zip.add([{ path: INDEX, bytes: index }])
  if (own.missing.length > 0)
    await zip.add([{ path: MISSING, bytes: Buffer.from(`\uFEFF${missingText(own.missing)}`) }])
}

const NOTHING = Buffer.alloc(0)

interface Filling {
  zip: ZipWriter
  programme: Programme
  tools: TaskTools
  own: Gathered
}

/** A region that cannot be read is named in the copy; the others are in it all the same. */
async function addRegion({ zip, programme, tools, own }: Filling, region: Region, at: number): Promise<RegionCopy> {
  const folder = `${REGIONS}/${String(at).padStart(2, '0')}_${safeName(region.name)}`
  const made = await filesOf({ programme, tools, own }, region)
  if (!made) return { regionId: region.id, folder: null, files: 0 }
  await zip.add(made.map(({ path, bytes }) => ({ path: `${folder}/${path}`, bytes })))
  await noteTaken(tools, region, { reader: 'office', files: made })
  return { regionId: region.id, folder, files: made.length }
}

async function filesOf({ programme, tools, own }: Omit<Filling, 'zip'>, region: Region) {
  try {
    return await archiveFiles(await recordFor(tools, { region, programme, reader: 'office' }))
  } catch (error) {
    log.error({ error: plainError(error), region: region.id }, 'archive')
    own.missing.push({ title: `${region.name}の記録`, why: '作っている間に、うまくいかないことがありました' })
    return null
  }
}

export const yearArchiveRunner: TaskRunner = { kind: YEAR_ARCHIVE_TASK, run }
