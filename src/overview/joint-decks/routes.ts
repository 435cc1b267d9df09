import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import { tasksOfKind } from '../../people/tasks/store.ts'
import { isUnderWay } from '../../people/tasks/tasks.ts'
import type { Call } from '../../platform/web/call.ts'
import { notFound } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import type { Joint } from '../joint-report/joint-report.ts'
import { jointSeen } from '../joint-report/store.ts'
import { DECK_TASK, mayHaveDeck, startDeck } from './actions.ts'
import { jointDeckPage } from './pages.ts'
import { deckFacts } from './store.ts'

type InProgramme = Call & Seen['programme']

const AT = '/programmes/:programmeId/joint-report/deck'

export const jointDeckRoutes = {
  [`GET ${AT}`]: { may: 'joint.view', run: show },
  [`POST ${AT}`]: { may: 'joint.view', run: make },
} as RouteTable<'programme'>

async function jointForDeck(call: InProgramme): Promise<Joint> {
  const joint = await jointSeen(call)
  if (!mayHaveDeck(call.ctx, joint)) throw notFound()
  return joint
}

async function show(call: InProgramme): Promise<Reply> {
  const joint = await jointForDeck(call)
  return page('overview/joint-decks/show', jointDeckPage(joint, await deckFacts(call.ctx, joint)))
}

/** Everybody's own, for its files are; but one at a time. */
async function make(call: InProgramme): Promise<Reply> {
  const { ctx, programme } = call
  const joint = await jointForDeck(call)
  const own = (await tasksOfKind(ctx.db, programme.id, DECK_TASK)).filter((t) => t.personId === ctx.actor.personId)
  const running = own.find(isUnderWay)
  if (running) return redirect(paths.task(running.id), 'この資料は、いま作っています')
  const id = await startDeck(ctx, joint)
  return redirect(paths.task(id), '作りはじめました。この画面は閉じてもかまいません')
}
