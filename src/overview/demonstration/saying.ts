import { stepsOf } from '../../programme/programmes/store.ts'
import { slotsOf } from '../../support/meetings/meetings.ts'
import { meetingsOfRegion } from '../../support/meetings/store.ts'
import { saveLines, sheetOf } from '../../support/reports/actions.ts'
import { roundsOf } from '../../support/reports/reports.ts'
import { type Cast, seen } from './cast.ts'
import type { Given } from './demonstration.ts'

type Said = NonNullable<Given['lines']> & { step: string }

/** The town's three lines before a meeting, as it sends them. */
export async function say(cast: Cast, said: Said, at: { programmeId: string; regionId: string }): Promise<void> {
  const ctx = await cast.as(said.who, said.at)
  const place = await seen(ctx, at.programmeId, at.regionId)
  const steps = await stepsOf(cast.db, [at.programmeId])
  const slots = slotsOf(steps, await meetingsOfRegion(cast.db, at.regionId), ctx.now)
  const round = roundsOf(steps, slots).find(({ step }) => step.key === said.step)
  if (!round) throw new Error(`no round ${said.step}`)
  const here = { ...place, round }
  const { head } = await sheetOf(cast.db, here)
  const { good = '', stuck = '', next = '', saidOn = said.at.slice(0, 10) } = said
  const send = { saidOn, origin: cast.origin, again: false }
  await saveLines(ctx, here, { base: head.number, fields: { good, stuck, next } }, send)
}
