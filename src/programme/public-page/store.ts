import { nobody } from '../../access/actor.ts'
import { may } from '../../access/may.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { notFound } from '../../platform/web/problem.ts'
import type { Programme } from '../programmes/programmes.ts'
import { programmeSeen } from '../programmes/store.ts'

/** Published for everybody; before that, a preview for those who may publish it. */
export async function publicProgramme({ db, actor }: Ctx, id = ''): Promise<Programme> {
  const published = await programmeSeen(db, nobody, id)
  if (published) return published
  const own = await programmeSeen(db, actor, id)
  if (!own || own.isSample || !may(actor, 'programme.edit', own)) throw notFound()
  return own
}
