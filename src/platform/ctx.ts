import type { Db } from './db/db.ts'

/** What every deed gets: the database, who acts (`actor` is merged in by access/actor.ts) and the one `now` of the request. */
export interface Ctx {
  db: Db
  now: Date
}
