import { belongs, oversees, runs, serves } from '../../access/actor.ts'
import { circlesReadBy } from '../../access/circles.ts'
import { paths } from '../../paths/paths.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Db } from '../../platform/db/db.ts'
import { addDays, today } from '../../platform/time.ts'
import { programmesOf } from '../../programme/programmes/store.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { fetchRegions } from '../../programme/regions/store.ts'
import { regionsSeenBy } from '../../programme/sight/store.ts'
import { eventOf } from '../invitations/invitations.ts'
import { meetingsOfRegions, meetingsOfYears } from '../meetings/store.ts'
import { sitsIn } from '../occasions/occasions.ts'
import { dateFactsOf } from '../schedules/store.ts'
import type { CalendarEvent } from './calendars.ts'

/** Past meetings stay in the calendar this long. */
const BACK_DAYS = 180

const takesPart = ({ actor }: Ctx, r: Region): boolean =>
  runs(actor, r) ||
  belongs(actor, r) ||
  oversees(actor, r) ||
  serves(actor, 'advisor', r) ||
  serves(actor, 'partner', r)

/** Every dated meeting this person takes part in, as they may see it today. */
export async function eventsOf(ctx: Ctx, origin: string): Promise<CalendarEvent[]> {
  const { db, actor, now } = ctx
  const own = (await fetchRegions(db, regionsSeenBy(db, actor))).filter((r) => !r.isSample && takesPart(ctx, r))
  const regions = new Map(own.filter((r) => r.isSelected).map((r) => [r.id, r]))
  const programmes = new Map((await programmesOf(db, actor)).filter((p) => !p.isSample).map((p) => [p.id, p]))
  const ownerOf = new Map([...programmes.values()].map((p) => [p.id, p.ownerId]))
  const year = (await meetingsOfYears(db, [...programmes.keys()])).filter((m) =>
    sitsIn(actor, m, { ownerOf, regions: own }),
  )
  const joint = new Set(
    year.flatMap((m) => (m.kind === 'joint-report' && m.heldOn ? [`${m.programmeId} ${m.heldOn}`] : [])),
  )
  const all = [...(await meetingsOfRegions(db, [...regions.keys()])), ...year]
  const since = addDays(today(now), -BACK_DAYS)
  const dated = all.filter((m) => m.heldOn && m.heldOn >= since && m.cancelKind !== 'skipped')
  const shown = dated.filter(
    (m) => !(m.regionId && m.kind === 'joint-report' && joint.has(`${m.programmeId} ${m.heldOn}`)),
  )
  const sequences = await sequencesOf(
    db,
    shown.map((m) => m.id),
  )
  return shown.flatMap((m) => {
    const region = m.regionId ? regions.get(m.regionId) : null
    const reads = region ? circlesReadBy(actor, region).includes('region') : true
    const href = region ? paths.meeting(region.id, m.number) : paths.yearMeeting(m.programmeId, m.number)
    const title = `${region?.name ?? programmes.get(m.programmeId)?.name ?? ''} ${m.label}`
    const about = {
      title,
      href: `${origin}${href}`,
      sequence: sequences.get(m.id) ?? 0,
      isCancelled: m.cancelledAt !== null,
    }
    return eventOf(reads ? m : { ...m, place: '', url: '' }, about) ?? []
  })
}

const sequencesOf = async (db: Db, ids: readonly string[]): Promise<Map<string, number>> =>
  new Map((await dateFactsOf(db, ids)).map((fact) => [fact.meetingId, fact.sequence]))

/** Whether this person has an address in force. */
export async function hasCalendar(db: Db, personId: string, now: Date): Promise<boolean> {
  const row = await db
    .selectFrom('doorLinks')
    .select('tokenHash')
    .where('kind', '=', 'calendar')
    .where('personId', '=', personId)
    .where('revokedAt', 'is', null)
    .where('endsAt', '>', now.toISOString())
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
