import { runs } from '../../access/actor.ts'
import { type RouteTable, type Seen, tableDoors } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import type { NamedList } from '../../platform/office/csv.ts'
import { today } from '../../platform/time.ts'
import type { Call } from '../../platform/web/call.ts'
import { notFound } from '../../platform/web/problem.ts'
import { page, type Reply } from '../../platform/web/reply.ts'
import { stepsOf } from '../../programme/programmes/store.ts'
import { attendeesOf } from '../dates/store.ts'
import type { Slot } from '../meetings/meetings.ts'
import { slotsOfYear } from '../meetings/store.ts'
import type { Attendee, Occasion } from '../occasions/occasions.ts'
import { audienceOf } from '../occasions/store.ts'
import { dateFactsOf } from '../schedules/store.ts'
import { yearMeetingPage, yearMeetingsPage } from './pages.ts'
import { yearMeetingList } from './workbook.ts'

type InProgramme = Call & Seen['programme']

export const yearMeetingRoutes: RouteTable<'programme'> = {
  ...tableDoors<'programme'>('/programmes/:programmeId/meetings', 'programme.view', taken),
  'GET /programmes/:programmeId/meetings': { may: 'programme.view', run: list },
  'GET /programmes/:programmeId/meetings/:n': { may: 'programme.view', run: show },
}

const occasionAt = ({ programme }: InProgramme, slot: Slot): Occasion => ({
  programme,
  region: null,
  slot,
  href: paths.yearMeeting(programme.id, slot.number),
})

/** The year's meetings exist for those who take part in them, and for the secretariat. */
async function seenBy(call: InProgramme): Promise<{ slot: Slot; people: Attendee[] }[]> {
  const { db, actor, now } = call.ctx
  const slots = await slotsOfYear(db, call.programme.id, now)
  const all = await Promise.all(
    slots.map(async (slot) => {
      const audience = await audienceOf(db, occasionAt(call, slot), slot.meeting?.heldOn ?? today(now))
      return { slot, people: slot.meeting ? await attendeesOf(db, slot.meeting.id, audience) : audience }
    }),
  )
  return all.filter(({ people }) => runs(actor, call.programme) || people.some((p) => p.personId === actor.personId))
}

async function list(call: InProgramme): Promise<Reply> {
  const seen = await seenBy(call)
  const slots = seen.map(({ slot }) => slot)
  return page('support/year-meetings/index', yearMeetingsPage(call.ctx.actor, call.programme, slots))
}

async function show(call: InProgramme): Promise<Reply> {
  const { db, actor } = call.ctx
  const found = (await seenBy(call)).find(({ slot }) => String(slot.number) === call.params.n)
  if (!found) throw notFound()
  const { slot, people } = found
  const offsets = (await stepsOf(db, [call.programme.id])).find((step) => step.id === slot.stepId)
  const facts = slot.meeting ? await dateFactsOf(db, [slot.meeting.id]) : []
  const props = yearMeetingPage({ actor, occasion: occasionAt(call, slot), offsets, people, facts })
  return page('support/year-meetings/show', props)
}

async function taken(call: InProgramme): Promise<NamedList> {
  const slots = (await seenBy(call)).map(({ slot }) => slot)
  return { name: `${call.programme.name}_年度の会`, ...yearMeetingList(slots) }
}
