import { type Actor, runs } from '../../access/actor.ts'
import type { Db } from '../../platform/db/db.ts'
import { today } from '../../platform/time.ts'
import type { Programme, StepKind } from '../../programme/programmes/programmes.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { isSeatedOn, usualBody } from '../../support/bodies/bodies.ts'
import { bodiesOfMeetings, bodiesOfYears, seatsOf } from '../../support/bodies/store.ts'
import { opinionsOfYears } from '../../support/wg-opinions/store.ts'
import { isUnseen, isUntold, stateOf } from '../../support/wg-opinions/wg-opinions.ts'
import { isOfBody } from '../../support/year-meetings/year-meetings.ts'
import { editionsOf, readMarks } from '../reviews/store.ts'
import type { YearReviews } from './review-todos.ts'

type Ctx = { db: Db; actor: Actor; now: Date }

/** A meeting of a year, as the home page has it. */
export interface YearMeeting {
  id: string
  programmeId: string
  number: number
  label: string
  kind: string
  heldOn: string | null
  fixedAt: string | null
  cancelledAt: string | null
}

const isMember = (actor: Actor, p: Pick<Programme, 'id'>) =>
  actor.memberships.some((m) => m.role === 'wg_member' && m.programmeId === p.id)

/** Meetings of bodies in which this reader has no seat, while they have one in another body of the same year. */
export async function meetingsSatOut(
  { db, actor, now }: Ctx,
  meetings: readonly YearMeeting[],
): Promise<ReadonlySet<string>> {
  const years = [...new Set(meetings.map((m) => m.programmeId))].filter((id) => isMember(actor, { id }))
  if (years.length === 0) return new Set()
  const bodies = await bodiesOfYears(db, years)
  if (bodies.length < 2) return new Set()
  const seats = await seatsOf(
    db,
    bodies.map(({ id }) => id),
  )
  const said = await bodiesOfMeetings(
    db,
    meetings.map(({ id }) => id),
  )
  const own = new Set(
    seats.filter((s) => s.personId === actor.personId && isSeatedOn(s, today(now))).map((s) => s.bodyId),
  )
  const isElsewhere = (m: YearMeeting): boolean => {
    const ofYear = bodies.filter((b) => b.programmeId === m.programmeId)
    const body = said.get(m.id) ?? usualBody(m.kind as StepKind, ofYear)?.id
    return body !== undefined && !own.has(body) && ofYear.some((b) => own.has(b.id))
  }
  return new Set(meetings.filter(isElsewhere).map(({ id }) => id))
}

function nextMeeting(meetings: readonly YearMeeting[], programmeId: string, now: Date): YearMeeting | null {
  const open = meetings.filter(
    (m) =>
      m.programmeId === programmeId &&
      isOfBody({ kind: m.kind as StepKind }) &&
      !m.cancelledAt &&
      !m.fixedAt &&
      (m.heldOn === null || m.heldOn >= today(now)),
  )
  const [first] = open.toSorted((a, b) => (a.heldOn ?? '9999').localeCompare(b.heldOn ?? '9999') || a.number - b.number)
  return first ?? null
}

interface Given {
  programmes: readonly Programme[]
  regions: readonly Region[]
  /** Those the reader sits in. */
  meetings: readonly YearMeeting[]
}

/** What waits for this reader, in six queries at the most, whatever the number of regions. */
export async function yearReviews(ctx: Ctx, given: Given): Promise<YearReviews[]> {
  const { db, actor, now } = ctx
  const years = given.programmes.filter((p) => runs(actor, p) || isMember(actor, p))
  if (years.length === 0) return []
  const opinions = await opinionsOfYears(
    db,
    years.map(({ id }) => id),
  )
  const read = given.regions.filter((r) => r.isSelected && isMember(actor, { id: r.programmeId }))
  const ids = read.map(({ id }) => id)
  const [editions, marks] =
    ids.length > 0
      ? await Promise.all([editionsOf(db, ids), readMarks(db, actor.personId ?? '', ids)])
      : [new Map<string, string>(), new Map<string, string>()]
  return years.map((p) => {
    const said = opinions.filter((one) => one.programmeId === p.id)
    const isOffice = runs(actor, p)
    const next = isMember(actor, p) ? nextMeeting(given.meetings, p.id, now) : null
    const isUnread = ({ id, programmeId }: Region) =>
      programmeId === p.id && editions.has(id) && (marks.get(id) ?? '') < (editions.get(id) ?? '')
    const unread = read.filter(isUnread).map(({ name }) => name)
    return {
      programmeId: p.id,
      programme: p.name,
      meeting: next && { number: next.number, label: next.label, heldOn: next.heldOn, unread },
      answers: said.filter((one) => one.authorId === actor.personId && isUnseen(one)).length,
      open: isOffice ? said.filter((one) => stateOf(one) === 'open').length : 0,
      untold: isOffice ? said.filter(isUntold).length : 0,
    }
  })
}
