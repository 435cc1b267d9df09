import { change } from '../../people/history/actions.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { drawView } from '../../platform/web/draw.ts'
import { distinctPaths, zipOf } from '../../platform/zips/zips.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { type Gathered, gatherBoard, gatherClosing, gatherFiles, gatherPapers } from '../archive-files/actions.ts'
import { type ArchiveFile, BUNDLE, INDEX, MISSING, missingText } from '../archive-files/archive-files.ts'
import { wholePage } from '../archive-pages/archive-pages.ts'
import { recordPage } from '../archive-pages/pages.ts'
import { READERS, type Reader, type RegionRecord } from '../archive-records/archive-records.ts'
import { recordFor } from '../archive-records/store.ts'

interface Asked {
  region: Region
  programme: Programme
  reader: Reader
}

/** Everything of a copy, its first page last: that one knows what the others are called and what is missing. */
export async function archiveFiles(record: RegionRecord): Promise<ArchiveFile[]> {
  const to: Gathered = { files: [], missing: [] }
  await gatherBoard(record, to)
  await gatherClosing(record, to)
  await gatherPapers(record, to)
  await gatherFiles(record, to)
  const files = distinctPaths(to.files)
  const page = recordPage(record, files, to.missing)
  const bundle = Buffer.from(`${JSON.stringify(record.bundle, null, 2)}\n`)
  return [
    {
      path: INDEX,
      title: INDEX,
      bytes: wholePage(page.heading, await drawView('overview/archive-pages/record', page)),
    },
    { path: BUNDLE, title: BUNDLE, bytes: bundle },
    ...(to.missing.length > 0
      ? [{ path: MISSING, title: MISSING, bytes: Buffer.from(`\uFEFF${missingText(to.missing)}`) }]
      : []),
    ...files,
  ]
}

/** Who took a copy, for whom and when stands in the history. */
export const noteTaken = (ctx: Ctx, region: Region, { reader, files }: { reader: Reader; files: ArchiveFile[] }) =>
  change(ctx, (_, log) =>
    log({
      kind: 'record_taken',
      regionId: region.id,
      circle: reader === 'office' ? 'office' : 'region',
      details: { reader: READERS[reader], files: files.length, isWhole: !files.some(({ path }) => path === MISSING) },
    }),
  )

/** The record as one ZIP. */
export async function takeRecord(ctx: Ctx, asked: Asked): Promise<Buffer> {
  const files = await archiveFiles(await recordFor(ctx, asked))
  const bytes = await zipOf(files, ctx.now)
  await noteTaken(ctx, asked.region, { reader: asked.reader, files })
  return bytes
}
