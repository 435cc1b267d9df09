import type { RouteTable, Seen } from '../../access/doors.ts'
import type { Call } from '../../platform/web/call.ts'
import { Problem } from '../../platform/web/problem.ts'
import { file, page, type Reply } from '../../platform/web/reply.ts'
import { isReader } from '../archive-records/archive-records.ts'
import { takeRecord } from './actions.ts'
import { regionArchivePage } from './pages.ts'
import { archiveName, readersFor } from './region-archives.ts'

type Here = Call & Seen['region']

export const regionArchiveRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/archive': { may: 'record.take', run: show },
  'GET /regions/:regionId/archive.zip': { may: 'record.take', run: take },
}

async function show({ ctx, region }: Here): Promise<Reply> {
  const props = regionArchivePage(ctx.actor, region, readersFor(ctx.actor, region))
  return page('overview/region-archives/show', props)
}

/** Without a word the copy is for who asks; another's copy is the secretariat's to make. */
async function take({ ctx, region, programme, query }: Here): Promise<Reply> {
  const readers = readersFor(ctx.actor, region)
  const reader = query.reader === undefined ? readers[0] : isReader(query.reader) ? query.reader : undefined
  if (!reader || !readers.includes(reader))
    throw new Problem('forbidden', 'この控えを受け取れるのは、事務局です', ['事務局'])
  const bytes = await takeRecord(ctx, { region, programme, reader })
  const name = archiveName({ programme, region, reader, now: ctx.now })
  return file({ name, type: 'application/zip', bytes })
}
