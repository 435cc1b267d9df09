import { readingOf } from '../../papers/arrivals/actions.ts'
import type { Reading } from '../../papers/arrivals/arrivals.ts'
import { openDocument, saveDocument } from '../../papers/documents/actions.ts'
import type { Document, Head } from '../../papers/documents/documents.ts'
import { documentsOf, headsOf } from '../../papers/documents/store.ts'
import { readWorkbook } from '../../papers/workbooks/workbook.ts'
import { change } from '../../people/history/actions.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { keep } from '../../platform/db/transaction.ts'
import { bytesOf, type StoredFile, storeBytes } from '../../platform/files/files.ts'
import { keepFile } from '../../platform/files/store.ts'
import { wareki } from '../../platform/time.ts'
import type { Upload } from '../../platform/web/call.ts'
import { Problem } from '../../platform/web/problem.ts'
import { aboutOf } from '../entries/actions.ts'
import { applicantsOf, entryDocumentKind, entryOwner, entryTemplateFor } from '../entries/entries.ts'
import { ENTRY_FILE } from '../entry-files/entry-files.ts'
import type { Programme } from '../programmes/programmes.ts'
import type { Region } from '../regions/regions.ts'
import { fetchRegions } from '../regions/store.ts'
import { regionsSeenBy } from '../sight/store.ts'
import { type Arrived, type Chosen, regionFor } from './arrived-files.ts'
import { arrivedFiles, giveToRegion } from './store.ts'

/** The originals stay, whether they can be read or not. */
export async function keepArrived(ctx: Ctx, programme: Programme, uploads: readonly Upload[]): Promise<string[]> {
  for (const upload of uploads) await storeBytes(upload.bytes)
  const whose = { programmeId: programme.id, personId: ctx.actor.personId, circle: 'town', about: ENTRY_FILE }
  return keep(ctx, async (db) => {
    const ids: string[] = []
    for (const { name, type, bytes } of uploads)
      ids.push(await keepFile(db, { name, mime: type, bytes, ...whose }, ctx.now))
    return ids
  })
}

export interface Table {
  regions: Region[]
  arrived: Arrived[]
}

interface Sheets {
  documents: Map<string, Document>
  heads: Map<string, Head>
}

/** Every file read against the sheet of its region; a handful at a time, for each takes a worker. */
export async function readArrived(ctx: Ctx, programme: Programme, chosen: readonly Chosen[]): Promise<Table> {
  const regions = await fetchRegions(
    ctx.db,
    regionsSeenBy(ctx.db, ctx.actor).where('regions.programmeId', '=', programme.id).orderBy('regions.sortCode'),
  )
  const open = regions.filter((region) => !region.isSample && !region.pause)
  const ids = chosen.map((c) => c.fileId)
  const files = await arrivedFiles(ctx.db, { programmeId: programme.id, about: ENTRY_FILE, ids })
  const sheets = await sheetsOf(ctx, open)
  const arrived: Arrived[] = []
  for (let at = 0; at < files.length; at += 3) {
    const some = files.slice(at, at + 3).map((file) => {
      const regionId = chosen.find((c) => c.fileId === file.id)?.regionId ?? null
      return readOne(ctx, { programme, regions: open, sheets }, { file, chosen: regionId })
    })
    arrived.push(...(await Promise.all(some)))
  }
  return { regions: open, arrived }
}

async function sheetsOf(ctx: Ctx, regions: readonly Region[]): Promise<Sheets> {
  const { kind, ownerKind } = entryOwner('')
  const found = await documentsOf(ctx.db, { kind, ownerKind, ownerIds: regions.map((r) => r.id) })
  const heads = await headsOf(
    ctx.db,
    found.map((d) => d.id),
  )
  return { documents: new Map(found.map((d) => [d.ownerId, d])), heads }
}

type Around = { programme: Programme; regions: readonly Region[]; sheets: Sheets }

async function readOne(
  ctx: Ctx,
  { programme, regions, sheets }: Around,
  { file, chosen }: { file: StoredFile; chosen: string | null },
): Promise<Arrived> {
  const template = entryTemplateFor(programme)
  try {
    const read = await readWorkbook(await bytesOf(file), template)
    const region = regionFor(regions, { chosen, defined: read.defined.region, fileName: file.name })
    if (!region) return { file, region, reading: null, problem: null }
    const document = sheets.documents.get(region.id)
    const head = (document && sheets.heads.get(document.id)) ?? { number: 0, body: {} }
    return { file, region, reading: await readingOf(ctx, { document, template, head }, read), problem: null }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { file, region: null, reading: null, problem: error.message }
  }
}

/** One confirmation, one transaction. A file that clashes with the town's own words is left out and named. */
export async function takeArrived(
  ctx: Ctx,
  programme: Programme,
  given: { arrived: readonly Arrived[]; on: string },
): Promise<{ taken: string[]; left: string[] }> {
  return change(ctx, async (db, log) => {
    const result = { taken: [] as string[], left: [] as string[] }
    for (const { file, region, reading } of given.arrived) {
      if (!region || !reading) continue
      const onBehalfOf = applicantsOf(region)
      const saved = await saveOne({ ...ctx, db }, { programme, region, reading }, { file, on: given.on, onBehalfOf })
      if (saved.kind === 'clash') {
        result.left.push(file.name)
        continue
      }
      await giveToRegion(db, file.id, { regionId: region.id, onBehalfOf })
      const details = { number: saved.number, fileName: file.name, arrivedOn: given.on }
      await log({ kind: 'entry_file_saved', ...aboutOf({ region, programme }), onBehalfOf, details })
      result.taken.push(onBehalfOf)
    }
    return result
  })
}

type Whose = { programme: Programme; region: Region; reading: Reading }

async function saveOne(
  ctx: Ctx,
  { programme, region, reading }: Whose,
  how: { file: StoredFile; on: string; onBehalfOf: string },
) {
  const given = {
    ...entryOwner(region.id),
    template: entryTemplateFor(programme),
    circle: entryDocumentKind.circleDefault,
  }
  const { id } = await openDocument(ctx.db, given, ctx.now)
  const note = `${wareki(how.on)}に届いたファイル「${how.file.name}」`
  const { base, fields } = reading
  return saveDocument(ctx, id, { base, fields, source: 'mail', fileId: how.file.id, note, onBehalfOf: how.onBehalfOf })
}
