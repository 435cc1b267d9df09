import { valueAt } from '../../papers/documents/body.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Db } from '../../platform/db/db.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { type CarryNote, noteOf } from '../carry-notes/carry-notes.ts'
import { type Item, RULES, type Rule, rulesOf } from '../carry-rules/carry-rules.ts'
import type { Source } from '../carry-sources/carry-sources.ts'
import { sourcesRead } from '../carry-sources/store.ts'
import type { PaperAt } from '../papers/papers.ts'
import { RECORD_RULES } from '../record-rules/record-rules.ts'
import { isRecordSource } from '../record-sources/record-sources.ts'
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

/** As an offer's key names it. */
export const originOf = (carry: Carry): string =>
  `${carry.fromDocumentId}:${carry.fromPath}>${carry.toPath.split('/')[0]}`

export const lookedAt = (db: Db, id: string, given: Pick<Carry, 'fromText' | 'copiedText' | 'fromNumber'>) =>
  db.updateTable('carries').set(given).where('id', '=', id).execute()

type Asked = { ctx: Ctx; region: Region }

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
  const records = [...rules.map(({ from }) => from), ...taken.map((carry) => carry.fromDocumentId)]
  const sources = await sourcesRead(call, records.some(isRecordSource))
  const alive = taken.filter((carry) => valueAt(at.head.body, carry.toPath) !== undefined)
  const notes = alive.map((carry) => [carry.toPath, noteOf(call.region.id, at.ref, { carry, sources })] as const)
  return { offers: offersFrom(at, { rules, sources, taken }), notes: new Map(notes), sources }
}

const rulesInto = ({ kind }: PaperAt): Rule[] => [
  ...[...RULES, ...RECORD_RULES].filter((rule) => rule.to === kind.kind),
  ...(kind.template ? rulesOf(kind.template) : []),
]

interface Offering {
  rules: readonly Rule[]
  sources: ReadonlyMap<string, Source>
  taken: readonly Carry[]
}

function offersFrom(at: PaperAt, { rules, sources, taken }: Offering): Offer[] {
  const known = new Set(taken.map(originOf))
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
