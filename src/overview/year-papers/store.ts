import { runs } from '../../access/actor.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Db } from '../../platform/db/db.ts'
import { today } from '../../platform/time.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import { attendeesOf } from '../../support/dates/store.ts'
import type { Slot } from '../../support/meetings/meetings.ts'
import { slotsOfYear } from '../../support/meetings/store.ts'
import type { Attendee } from '../../support/occasions/occasions.ts'
import { audienceOf } from '../../support/occasions/store.ts'

/** One of the year's meetings with its people, for those who take part in it and for the secretariat. */
export async function yearMeetingSeen(
  { db, actor, now }: Ctx,
  programme: Programme,
  asked: { n: string; href: string },
): Promise<{ slot: Slot; people: Attendee[] } | null> {
  const slot = (await slotsOfYear(db, programme.id, now)).find(({ number }) => String(number) === asked.n)
  if (!slot) return null
  const occasion = { programme, region: null, slot, href: asked.href }
  const audience = await audienceOf(db, occasion, slot.meeting?.heldOn ?? today(now))
  const people = slot.meeting ? await attendeesOf(db, slot.meeting.id, audience) : audience
  return runs(actor, programme) || people.some((p) => p.personId === actor.personId) ? { slot, people } : null
}

/** 役職 of each, where one is known. */
export async function titlesOf(db: Db, personIds: readonly string[]): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('memberships')
    .select(['personId', 'title'])
    .where('personId', 'in', [...personIds])
    .where('title', '!=', '')
    .orderBy('id')
    .execute()
  return new Map(rows.map((row) => [row.personId, row.title]))
}
