import { circlesReadBy } from '../../access/circles.ts'
import { may } from '../../access/may.ts'
import type { Document, Head } from '../../papers/documents/documents.ts'
import { paths } from '../../paths/paths.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { entryDocumentKind } from '../../programme/entries/entries.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { kindNamed } from '../kinds/kinds.ts'
import { partOf, titleOf } from '../papers/papers.ts'
import { papersOfRegion } from '../papers/store.ts'
import { recordBodies } from '../record-sources/body.ts'
import { type RecordSource, WIDE } from '../record-sources/record-sources.ts'
import { recordRows } from '../record-sources/store.ts'
import { type Source, sourceOfRecords } from './carry-sources.ts'

type Asked = { ctx: Ctx; region: Region }

/** Every paper its reader reads, by the id of its document; with `records`, the rows of the record as well. */
export async function sourcesRead({ ctx, region }: Asked, records: boolean): Promise<Map<string, Source>> {
  const circles = circlesReadBy(ctx.actor, region)
  const all = await papersOfRegion(ctx.db, region.id)
  const read = all.filter(
    ({ document }) =>
      circles.includes(document.circle) && (document.kind !== 'entry' || may(ctx.actor, 'entry.view', region)),
  )
  const papers = read.flatMap(({ document, head }) => sourceOf(region, document, head))
  if (!records || !circles.includes('region')) return new Map(papers)
  const wide = (kind: string) =>
    read.find(({ document }) => document.kind === kind && WIDE.includes(document.circle))?.head.body ?? {}
  const named = { model: wide('logic_model'), issues: wide('issues'), causes: wide('causes'), closing: wide('closing') }
  const bodies = recordBodies(await recordRows(ctx, region, named))
  const rows = (Object.keys(bodies) as RecordSource[]).map((key) => sourceOfRecords(region.id, key, bodies[key]))
  return new Map([...papers, ...rows.map((source) => [source.document.id, source] as const)])
}

function sourceOf(region: Region, document: Document, head: Head): [string, Source][] {
  if (document.kind === 'entry') {
    const placeOf = (path: string) => entryDocumentKind.wordsOf(path, head.body)
    return [[document.id, { document, head, title: entryDocumentKind.title, href: paths.entry(region.id), placeOf }]]
  }
  const kind = kindNamed(document.kind)
  if (!kind) return []
  const title = titleOf({ kind, head })
  const href = kind.home(region.id, partOf(document))
  return [[document.id, { document, head, title, href, placeOf: (path) => kind.words.place(path, head.body) }]]
}
