import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import type { Call } from '../../platform/web/call.ts'
import { notFound } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import type { Joint } from '../joint-report/joint-report.ts'
import { jointSeen } from '../joint-report/store.ts'
import { mayHaveDeck, startDeck } from './actions.ts'
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

async function make(call: InProgramme): Promise<Reply> {
  const id = await startDeck(call.ctx, await jointForDeck(call))
  return redirect(paths.task(id), '作りはじめました。この画面は閉じてもかまいません')
}
