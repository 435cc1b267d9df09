import type { Actor } from '../../access/actor.ts'
import { may } from '../../access/may.ts'
import type { Change, DocumentKind } from '../../papers/documents/documents.ts'
import { bodyAt } from '../../papers/documents/store.ts'
import { paths } from '../../paths/paths.ts'
import type { Db } from '../../platform/db/db.ts'
import { entryDocumentKind } from '../../programme/entries/entries.ts'
import type { Region } from '../../programme/regions/regions.ts'
import type { MovedSheet } from './desk-news.ts'

/** A kind of sheet the desk watches: a tool adds one line here. */
interface Watched {
  kind: DocumentKind
  reads(actor: Actor, region: Region): boolean
  href(region: Region, from: number, to: number): string
}

const WATCHED: readonly Watched[] = [
  {
    kind: entryDocumentKind,
    reads: (actor, region) => may(actor, 'entry.view', region),
    href: (region, from, to) => paths.entryComparison(region.id, from, to),
  },
]

const changesSince = (db: Db, regionId: string, since: string) =>
  db
    .selectFrom('revisions as r')
    .innerJoin('documents as d', 'd.id', 'r.documentId')
    .select(['d.id', 'd.kind', 'd.templateKey', 'd.templateVersion', 'r.number', 'r.changesJson'])
    .where('d.ownerKind', '=', 'region')
    .where('d.ownerId', '=', regionId)
    .where('r.savedAt', '>', since)
    .orderBy('d.id')
    .orderBy('r.number')
    .execute()

/** Sheets of the region saved after this instant, as far as the reader sees them, with the places that were touched. */
export async function movedSheets(
  db: Db,
  actor: Actor,
  about: { region: Region; since: string },
): Promise<MovedSheet[]> {
  const { region, since } = about
  const rows = await changesSince(db, region.id, since)
  const moved: MovedSheet[] = []
  for (const { kind, reads, href } of WATCHED) {
    const own = rows.filter((row) => row.kind === kind.kind)
    const [first, last] = [own[0], own.at(-1)]
    if (!first || !last || !reads(actor, region)) continue
    const { body } = await bodyAt(db, first.id)
    const version = { key: first.templateKey, version: first.templateVersion }
    const changes = own.flatMap((row) => JSON.parse(row.changesJson) as Change[])
    const places = [...new Set(changes.map((c) => kind.wordsOf(c.path.split('/')[0] ?? '', body, version)))]
    moved.push({ title: kind.title, places, href: href(region, first.number - 1, last.number) })
  }
  return moved
}
