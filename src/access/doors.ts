import type { FileKind } from '../platform/files/kinds.ts'
import type { NamedList } from '../platform/office/csv.ts'
import { listFile } from '../platform/office/take-along.ts'
import type { Call } from '../platform/web/call.ts'
import type { Reply } from '../platform/web/reply.ts'
import type { PlainDeed, ProgrammeDeed, RegionDeed } from './may.ts'

/** What stands loaded in a call of each scope, seen by the actor; nouns merge their row types in. */
export interface Seen {
  plain: unknown
}

export interface Deeds {
  plain: PlainDeed
  programme: ProgrammeDeed
  region: RegionDeed
}
export type Scope = keyof Deeds & keyof Seen

export interface UploadRule {
  kinds: readonly FileKind[]
  maxBytes: number
  maxFiles: number
}

/** A door. `may` is required: a route without a rule does not compile. */
export interface Route<S extends Scope> {
  may: Deeds[S]
  run(call: Call & Seen[S]): Promise<Reply>
  upload?: UploadRule
}

export type Address = `${'GET' | 'POST'} /${string}`
export type RouteTable<S extends Scope> = Record<Address, Route<S>>

/** A route after its table's scope was written beside it, ready for the web server. */
export interface MountedRoute {
  method: 'get' | 'post'
  path: string
  scope: Scope
  may: Deeds[Scope]
  upload?: UploadRule
  run(call: Call): Promise<Reply>
}

export function mount<S extends Scope>(scope: S, table: RouteTable<S>): MountedRoute[] {
  return Object.entries(table).map(([address, route]) => {
    const [method, path] = address.split(' ') as ['GET' | 'POST', string]
    return { ...route, scope, path, method: method === 'GET' ? 'get' : 'post' } as unknown as MountedRoute
  })
}

/** Where a list is taken along from; the frame shows the way below every page that has one. */
export const TABLE = '/table.'

/** The list of the page at `base` as files: behind the page's own rule, every row of what its filters leave. */
export function tableDoors<S extends Scope>(
  base: string,
  may: Deeds[S],
  load: (call: Call & Seen[S]) => Promise<NamedList>,
): RouteTable<S> {
  const door = (ending: 'xlsx' | 'csv'): Route<S> => ({
    may,
    run: async (call) => listFile(await load(call), ending, call.ctx.now),
  })
  return { [`GET ${base}${TABLE}xlsx`]: door('xlsx'), [`GET ${base}${TABLE}csv`]: door('csv') } as RouteTable<S>
}
