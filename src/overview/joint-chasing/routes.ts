import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import type { Call } from '../../platform/web/call.ts'
import { Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { agendaOf } from '../joint-agendas/store.ts'
import { askForMaterials } from '../joint-materials/actions.ts'
import { dueOf, standingsOf } from '../joint-materials/joint-materials.ts'
import { askedOf, handInsOf } from '../joint-materials/store.ts'
import { jointSeen } from '../joint-report/store.ts'
import { jointChasingPage } from './pages.ts'

type InProgramme = Call & Seen['programme']

const AT = '/programmes/:programmeId/joint-report/materials'

/** What the secretariat gathers for the meeting: who is missing, and one press that asks them all. */
export const jointChasingRoutes = {
  [`GET ${AT}`]: { may: 'joint.edit', run: show },
  [`POST ${AT}/reminders`]: { may: 'joint.edit', run: ask },
} as RouteTable<'programme'>

async function standingsAt(call: InProgramme) {
  const { ctx, programme } = call
  const joint = await jointSeen(call)
  const ids = joint.regions.map((region) => region.id)
  const dueOn = dueOf(joint, await agendaOf(ctx.db, programme.id))
  const standings = standingsOf(joint, await handInsOf(ctx.db, ids), { dueOn, now: ctx.now })
  return { joint, ids, dueOn, standings }
}

async function show(call: InProgramme): Promise<Reply> {
  const { joint, ids, dueOn, standings } = await standingsAt(call)
  const asked = await askedOf(call.ctx.db, ids)
  const props = jointChasingPage({ joint, standings, asked, dueOn, now: call.ctx.now })
  return page('overview/joint-chasing/show', props)
}

async function ask(call: InProgramme): Promise<Reply> {
  const { ctx, programme, origin } = call
  const { joint, dueOn, standings } = await standingsAt(call)
  const regions = standings.filter(({ isMissing }) => isMissing).map(({ region }) => region)
  if (joint.isOver) throw new Problem('conflict', `${joint.label}は終わっています`)
  if (regions.length === 0) throw new Problem('conflict', '資料は、すべての地域から届いています')
  const { letters, unknown } = await askForMaterials(ctx, joint, { regions, dueOn, origin })
  const lost = unknown.length > 0 ? `。連絡先の分からない地域：${unknown.join('、')}` : ''
  return redirect(paths.jointMaterials(programme.id), `お願いの手紙を${letters}通送ります${lost}`)
}
