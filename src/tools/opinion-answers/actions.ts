import { change } from '../../people/history/actions.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { today } from '../../platform/time.ts'
import { Problem } from '../../platform/web/problem.ts'
import { givenBy } from '../opinion-doors/store.ts'
import { type Said, toldOf } from '../opinions/actions.ts'
import { addOpinion } from '../opinions/store.ts'
import { type Asked, CLOSED } from './opinion-answers.ts'

/** One more opinion by a link. Counted again in the transaction: of two who send the last one, one is told. */
export const giveOpinion = (
  ctx: Ctx,
  { region, door, cause }: Asked,
  given: Pick<Said, 'stance' | 'text' | 'profession'>,
): Promise<void> =>
  change({ ...ctx, actor: { ...ctx.actor, personId: null, name: '', memberships: [] } }, async (db, log) => {
    const count = (await givenBy(db, [door.id])).get(door.id) ?? 0
    if (count >= door.mostOpinions) throw new Problem('gone', CLOSED.full)
    const { stance, text, profession } = given
    const said = { stance, text, profession, way: 'link' as const, heardOn: today(ctx.now) }
    const row = { ...said, regionId: region.id, causeId: cause.id, doorId: door.id, textOfCause: cause.text }
    await addOpinion(db, { ...row, recordedBy: null }, ctx.now)
    await log({ kind: 'opinion_arrived', regionId: region.id, circle: 'region', details: toldOf(cause, said) })
  })
