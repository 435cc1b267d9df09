import { addMembership, addPerson } from '../../people/accounts/store.ts'
import { hashPassword } from '../../people/passwords/passwords.ts'
import { setPasswordHash } from '../../people/passwords/store.ts'
import { actorOfPerson } from '../../people/sign-in/store.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Db } from '../../platform/db/db.ts'
import { instantAt } from '../../platform/time.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import { programmeSeen } from '../../programme/programmes/store.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { regionSeen } from '../../programme/regions/store.ts'
import { type At, PASSWORD } from './demonstration.ts'
import { type DemoPerson, type PersonKey, people } from './people.ts'

export type Ids = Record<PersonKey, string>

/** Everybody of the play, and the clock that each deed is set by. */
export interface Cast {
  db: Db
  ids: Ids
  /** Links in letters begin with it. */
  origin: string
  as(who: PersonKey, at: At): Promise<Ctx>
}

export const moment = (at: At): Date => {
  const [day = '', time = ''] = at.split(' ')
  return new Date(instantAt(day, time))
}

const BEGAN = moment('2025-04-01 09:00')

/** One hash for the one password: hashing is made to be slow. */
export const hashOnce = (): Promise<string> => hashPassword(PASSWORD)

export async function addPeople(db: Db, passwordHash: string): Promise<Ids> {
  const ids = {} as Ids
  for (const [key, person] of Object.entries(people) as [PersonKey, DemoPerson][]) {
    const { role, organisationId, bound, title, ...rest } = person
    ids[key] = await addPerson(db, rest, BEGAN)
    await setPasswordHash(db, ids[key], passwordHash)
    if (bound) continue
    await addMembership(db, { personId: ids[key], role, organisationId, title, fromOn: '2025-04-01' }, BEGAN)
  }
  return ids
}

export const castOf = (db: Db, ids: Ids, origin: string): Cast => ({
  db,
  ids,
  origin,
  as: async (who, at) => {
    const now = moment(at)
    return { db, now, actor: await actorOfPerson(db, ids[who], now) }
  },
})

export async function seen(ctx: Ctx, programmeId: string, regionId: string) {
  const programme = (await programmeSeen(ctx.db, ctx.actor, programmeId)) as Programme
  const region = (await regionSeen(ctx.db, ctx.actor, regionId)) as Region
  return { programme, region }
}
