import type { Circle } from '../../access/circles.ts'
import type { Db } from '../../platform/db/db.ts'
import { today } from '../../platform/time.ts'
import type { Step } from '../../programme/programmes/programmes.ts'
import { stepsOf } from '../../programme/programmes/store.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { teamOf } from '../../programme/teams/store.ts'
import { inForceOn } from '../../programme/teams/teams.ts'
import { adviceOfRegion } from '../../support/advice/store.ts'
import { rosterOf } from '../../support/attendances/attendances.ts'
import { attendancesOf } from '../../support/attendances/store.ts'
import type { Slot } from '../../support/meetings/meetings.ts'
import { slotsOfRegion } from '../../support/meetings/store.ts'
import { promisesOfRegion } from '../../support/promises/store.ts'
import { linesOf } from '../../support/records/store.ts'
import { reportIn, roundAt, roundsOf, type SaidLine, saidLines } from '../../support/reports/reports.ts'
import { reportsOf } from '../../support/reports/store.ts'
import type { Noted, Present } from './live-meeting.ts'

export async function runningOf(db: Db, region: Region, slot: Slot, circles: readonly Circle[]): Promise<Noted> {
  const id = slot.meeting?.id
  if (!id) return { lines: [], advice: [], next: [] }
  const advice = await adviceOfRegion(db, region.id, circles)
  const next = await promisesOfRegion(db, region.id, circles)
  return {
    lines: await linesOf(db, [id], circles),
    advice: advice.filter((a) => a.meetingId === id),
    next: next.filter((p) => p.meetingId === id),
  }
}

export async function presentOf(db: Db, region: Region, slot: Slot, now: Date): Promise<Present> {
  const team = await teamOf(db, region)
  const noted = slot.meeting ? await attendancesOf(db, slot.meeting.id) : []
  const day = slot.meeting?.heldOn ?? today(now)
  const advisors = team
    .filter((m) => m.role === 'advisor' && inForceOn(m, day))
    .map((m) => [m.personId, m.name] as const)
  return { roster: rosterOf(team, noted, day), advisors: new Map(advisors) }
}

export async function stepOf(db: Db, region: Region, slot: Slot): Promise<Step | undefined> {
  return (await stepsOf(db, [region.programmeId])).find((step) => step.id === slot.stepId)
}

/** The three lines the town sent before this meeting, in the sheet's words. */
export async function saidBefore(db: Db, region: Region, slot: Slot, now: Date): Promise<SaidLine[]> {
  const steps = await stepsOf(db, [region.programmeId])
  const round = roundAt(roundsOf(steps, await slotsOfRegion(db, region, now)), slot.number)
  const report = round && reportIn(await reportsOf(db, [region.id]), round.step.key)
  return report ? saidLines(report.sent.body) : []
}
