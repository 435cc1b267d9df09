import type { Seen } from '../../access/doors.ts'
import type { Call } from '../../platform/web/call.ts'
import { notFound } from '../../platform/web/problem.ts'
import { type Journey, journeyKind } from '../journeys/journeys.ts'
import { journeysRead } from '../journeys/store.ts'
import type { PaperAt } from '../papers/papers.ts'
import { paperAt } from '../papers/store.ts'

export interface JourneyAt extends PaperAt {
  part: string
  journey: Journey
  /** Its place among those that stand: the letter it has everywhere. */
  place: number
}

/** The journey an address names, or 404. */
export async function journeyAt(call: Call & Seen['region']): Promise<JourneyAt> {
  const part = call.params.part ?? ''
  const journeys = await journeysRead(call)
  const journey = journeys.find((one) => one.part === part)
  if (!journey) throw notFound()
  const at = await paperAt(call, journeyKind, part)
  const place = journeys.filter((one) => !one.removedAt).indexOf(journey)
  return { ...at, part, journey, place: Math.max(0, place) }
}
