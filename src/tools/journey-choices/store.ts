import type { Seen } from '../../access/doors.ts'
import type { Call } from '../../platform/web/call.ts'
import { type Case, casesOf, type Journey } from '../journeys/journeys.ts'
import { journeysRead } from '../journeys/store.ts'
import { type Choice, choiceFrom } from './journey-choices.ts'

/** The journeys of the region, and which of them the address asks for. */
export async function chosenRead(
  call: Pick<Call & Seen['region'], 'ctx' | 'region'>,
  query: Readonly<Record<string, string | string[]>>,
): Promise<{ journeys: Journey[]; cases: Case[]; choice: Choice }> {
  const journeys = await journeysRead(call)
  const cases = casesOf(journeys)
  return { journeys, cases, choice: choiceFrom(query, cases) }
}
