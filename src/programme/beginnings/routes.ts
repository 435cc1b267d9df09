import type { RouteTable } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import { fullNameOf } from '../../people/organisations/organisations.ts'
import { organisationOf } from '../../people/organisations/store.ts'
import type { Call } from '../../platform/web/call.ts'
import { Problem } from '../../platform/web/problem.ts'
import { type Reply, redirect } from '../../platform/web/reply.ts'
import { closedReason } from '../applications/applications.ts'
import type { Programme } from '../programmes/programmes.ts'
import { beginEntry } from './actions.ts'

/** For those who have an account already: no letter, no second sign-in. */
export const beginningRoutes: RouteTable<'programme'> = {
  'POST /programmes/:programmeId/entry': { may: 'entry.begin', run: begin },
}

async function begin(call: Call & { programme: Programme }): Promise<Reply> {
  const { ctx, programme } = call
  const closed = programme.publishedAt ? closedReason(programme, ctx.now) : '募集はまだ始まっていません'
  if (closed || programme.isSample)
    throw new Problem('conflict', closed ?? '見本の年度事業では、エントリーを始められません')
  const given = call.body.organisationId
  const held = ctx.actor.memberships.find(
    (m) => m.organisationId === given && m.regionId === null && m.role !== 'secretariat',
  )
  const organisation = held && (await organisationOf(ctx.db, held.organisationId))
  if (!organisation || !['municipality', 'prefecture'].includes(organisation.kind)) {
    throw new Problem('invalid', 'ご自分の市町村か都道府県を選んでください')
  }
  const { regionId, joined } = await beginEntry(ctx, programme.id, { organisation, isTrusted: true })
  const name = fullNameOf(organisation)
  return redirect(
    paths.entry(regionId),
    joined ? `${name}のエントリーはもう始まっています。続きを書けます` : `${name}のエントリーを始めました`,
  )
}
