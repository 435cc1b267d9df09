import { circlesReadBy } from '../../access/circles.ts'
import { may } from '../../access/may.ts'
import { valueAt } from '../../papers/documents/body.ts'
import type { Document, Head } from '../../papers/documents/documents.ts'
import { rowsIn } from '../../papers/templates/templates.ts'
import { paths } from '../../paths/paths.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Db } from '../../platform/db/db.ts'
import { entryDocumentKind } from '../../programme/entries/entries.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { type CarryNote, noteOf } from '../carry-notes/carry-notes.ts'
import { type Item, RULES, type Rule, rulesOf } from '../carry-rules/carry-rules.ts'
import { kindNamed } from '../kinds/kinds.ts'
import { type PaperAt, partOf, titleOf } from '../papers/papers.ts'
import { papersOfRegion } from '../papers/store.ts'
import { type Carry, isListAt, isTaken } from './carries.ts'

export type { CarryNote } from '../carry-notes/carry-notes.ts'

declare module '../../platform/db/db.ts' {
  interface Tables {
    carries: Carry
  }
}

export const putCarry = (db: Db, carry: Carry) =>
  db
    .insertInto('carries')
    .values(carry)
    .onConflict((c) => c.columns(['toDocumentId', 'toPath']).doUpdateSet(carry))
    .execute()

export const carriesInto = (db: Db, documentId: string): Promise<Carry[]> =>
  db.selectFrom('carries').selectAll().where('toDocumentId', '=', documentId).orderBy('id').execute()

export const lookedAt = (db: Db, id: string, given: Pick<Carry, 'fromText' | 'copiedText' | 'fromNumber'>) =>
  db.updateTable('carries').set(given).where('id', '=', id).execute()

type Asked = { ctx: Ctx; region: Region }

/** A paper that something may be carried from, as its reader sees it. */
export interface Source {
  document: Document
  head: Head
  title: string
  href: string
  placeOf(path: string): string
}

async function sourcesRead({ ctx, region }: Asked): Promise<Map<string, Source>> {
  const circles = circlesReadBy(ctx.actor, region)
  const all = await papersOfRegion(ctx.db, region.id)
  const read = all.filter(
    ({ document }) =>
      circles.includes(document.circle) && (document.kind !== 'entry' || may(ctx.actor, 'entry.view', region)),
  )
  return new Map(read.flatMap(({ document, head }) => sourceOf(region, document, head)))
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

/** One text that can be carried into the paper, with where it comes from. */
export interface Offer {
  /** `documentId:path→toPath`, as the form names it. */
  key: string
  rule: Rule
  source: Source
  item: Item
  isList: boolean
}

/** What can be carried into a paper, what was, and the papers it comes from. */
export interface CarriesAround {
  offers: Offer[]
  /** By the place in the paper. */
  notes: Map<string, CarryNote>
  sources: Map<string, Source>
}

/** Every paper of the region is read once for both. */
export async function carriesAround(call: Asked, at: PaperAt): Promise<CarriesAround> {
  const taken = at.document ? await carriesInto(call.ctx.db, at.document.id) : []
  const rules = at.closed === null ? rulesInto(at) : []
  if (rules.length === 0 && taken.length === 0) return { offers: [], notes: new Map(), sources: new Map() }
  const sources = await sourcesRead(call)
  const alive = taken.filter((carry) => valueAt(at.head.body, carry.toPath) !== undefined)
  const notes = alive.map((carry) => [carry.toPath, noteOf(call.region.id, at.ref, { carry, sources })] as const)
  return { offers: offersFrom(at, { rules, sources, taken }), notes: new Map(notes), sources }
}

const rulesInto = ({ kind }: PaperAt): Rule[] => [
  ...RULES.filter((rule) => rule.to === kind.kind),
  ...(kind.template ? rulesOf(kind.template) : []),
]

interface Offering {
  rules: readonly Rule[]
  sources: ReadonlyMap<string, Source>
  taken: readonly Carry[]
}

function offersFrom(at: PaperAt, { rules, sources, taken }: Offering): Offer[] {
  const known = new Set(taken.map((c) => `${c.fromDocumentId}:${c.fromPath}>${c.toPath.split('/')[0]}`))
  return rules.flatMap((rule) => {
    const isList = isListAt(at.kind.template, at.head.body, rule.toPath)
    if (isTaken(at.head.body, rule, isList)) return []
    return [...sources.values()]
      .filter(({ document }) => document.kind === rule.from && document.id !== at.document?.id)
      .flatMap((source) => rule.pick(source.head.body).map((item) => offer(rule, source, item, isList)))
      .filter(({ key }) => !known.has(key))
  })
}

const offer = (rule: Rule, source: Source, item: Item, isList: boolean): Offer => ({
  ...{ rule, source, item, isList },
  key: `${source.document.id}:${item.path}>${rule.toPath}`,
})

/** How many texts stand in the region's closing, and how many of them were carried there. */
export async function shareCarried(db: Db, regionId: string): Promise<{ texts: number; carried: number }> {
  const closing = (await papersOfRegion(db, regionId)).find(({ document }) => document.kind === 'closing')
  if (!closing) return { texts: 0, carried: 0 }
  const places = ['before', 'changes', 'next'].flatMap((list) =>
    rowsIn(closing.head.body, list).flatMap((row) => (row.text ? [`${list}/${row.id}/text`] : [])),
  )
  const links = new Set((await carriesInto(db, closing.document.id)).map((carry) => carry.toPath))
  return { texts: places.length, carried: places.filter((place) => links.has(place)).length }
}
