import { nobody } from '../../access/actor.ts'
import { may } from '../../access/may.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { notFound } from '../../platform/web/problem.ts'
import { closedReason } from '../applications/applications.ts'
import type { Programme } from '../programmes/programmes.ts'
import { programmeSeen, programmesOf } from '../programmes/store.ts'

/** Years that take entries today. */
export const openProgrammes = async ({ db, now }: Ctx): Promise<Programme[]> =>
  (await programmesOf(db, nobody)).filter((p) => !p.isSample && closedReason(p, now) === null)

/** Published for everybody; before that, a preview for those who may publish it. */
export async function publicProgramme({ db, actor }: Ctx, id = ''): Promise<Programme> {
  const published = await programmeSeen(db, nobody, id)
  if (published) return published
  const own = await programmeSeen(db, actor, id)
  if (!own || own.isSample || !may(actor, 'programme.edit', own)) throw notFound()
  return own
}
