import { type Actor, nobody } from '../../access/actor.ts'
import { today } from '../../platform/time.ts'
import { fetchRegions } from '../../programme/regions/store.ts'
import { regionsSeenBy, submitted } from '../../programme/sight/store.ts'
import type { Situation } from '../situations/situations.ts'
import { situationsOf } from '../situations/store.ts'
import type { Turn } from '../tidings/store.ts'

/** Regions handed in whose year still asks for consent, as the office that owns the year sees them. */
export async function openSituations({ db, now }: Turn): Promise<Situation[]> {
  const years = await db
    .selectFrom('programmes')
    .select(['id', 'ownerId'])
    .where('isSample', '=', 0)
    .where('consentDueOn', '>=', today(now))
    .execute()
  const found: Situation[] = []
  for (const { id, ownerId } of years) {
    const held = { id: 'clock', role: 'secretariat' as const, organisationId: ownerId, regionId: null, toOn: null }
    const actor: Actor = { ...nobody, memberships: [{ ...held, programmeId: id, fromOn: today(now) }] }
    const query = regionsSeenBy(db, actor).where('regions.programmeId', '=', id)
    const regions = await fetchRegions(
      db,
      query.where((eb) => submitted(eb as never)),
    )
    found.push(...(await situationsOf({ db, actor, now }, regions)))
  }
  return found
}
