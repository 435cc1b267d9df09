import type { Body } from '../templates/templates.ts'

/** One changed place. `path` goes by keys and row ids: `reason`, `members/r1/name`, `members/r1` (a whole row), `order:members`. */
export interface Change {
  path: string
  before: unknown
  after: unknown
}

/** A place that both sides changed to something different: nothing is stored until a person answers. */
export interface Clash {
  path: string
  base: unknown
  theirs: unknown
  mine: unknown
}

export interface Merged {
  body: Body
  changes: Change[]
  clashes: Clash[]
}
