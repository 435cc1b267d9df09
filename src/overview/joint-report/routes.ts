import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import type { Call } from '../../platform/web/call.ts'
import { liveMark } from '../../platform/web/live.ts'
import { notFound } from '../../platform/web/problem.ts'
import { events, page, part, type Reply } from '../../platform/web/reply.ts'
import { proposed } from '../joint-agendas/joint-agendas.ts'
import { agendaOf } from '../joint-agendas/store.ts'
import { dueOf, standingsOf } from '../joint-materials/joint-materials.ts'
import { handInsOf } from '../joint-materials/store.ts'
import { shownQuestions } from '../joint-questions/joint-questions.ts'
import { liveOf } from '../joint-questions/pages.ts'
import { jointQuestionsOf } from '../joint-questions/store.ts'
import { type Joint, jointTopic, whenWords } from './joint-report.ts'
import { jointPage, wallOf } from './pages.ts'
import { jointSeen } from './store.ts'

type InProgramme = Call & Seen['programme']

const AT = '/programmes/:programmeId/joint-report'

export const jointReportRoutes = {
  [`GET ${AT}`]: { may: 'joint.view', run: show },
  [`GET ${AT}/live`]: { may: 'joint.view', run: screen },
  [`GET ${AT}/live/events`]: { may: 'joint.view', run: stream },
  [`GET ${AT}/live/parts/:part`]: { may: 'joint.view', run: piece },
} as RouteTable<'programme'>

/** What stands on the wall: the agenda, or what is proposed while nobody saved one. */
async function wallView({ ctx, programme }: InProgramme, joint: Joint) {
  const saved = await agendaOf(ctx.db, programme.id)
  const awake = joint.regions.filter((region) => region.pause === null)
  const agenda = saved ?? proposed(awake, joint.startsAt)
  return { actor: ctx.actor, joint, agenda, questions: await jointQuestionsOf(ctx.db, programme.id), now: ctx.now }
}

async function show(call: InProgramme): Promise<Reply> {
  const { ctx } = call
  const joint = await jointSeen(call)
  const view = await wallView(call, joint)
  const ids = joint.regions.map((region) => region.id)
  const dueOn = dueOf(joint, view.agenda)
  const standings = standingsOf(joint, await handInsOf(ctx.db, ids), { dueOn, now: ctx.now })
  return page('overview/joint-report/show', jointPage({ ...view, standings, dueOn }))
}

async function screen(call: InProgramme): Promise<Reply> {
  const mark = liveMark()
  const joint = await jointSeen(call)
  const { id } = call.programme
  return page('overview/joint-report/screen', {
    title: `${joint.label}（投影）`,
    frame: 'bare',
    heading: joint.label,
    when: whenWords(joint),
    live: liveOf(id, mark),
    wall: wallOf(await wallView(call, joint)),
    backHref: paths.jointReport(id),
  })
}

/** Only that something changed is told; each reader then gets what that reader may read. */
async function stream(call: InProgramme): Promise<Reply> {
  const { ctx, programme, lastEventId, query } = call
  await jointSeen(call)
  const after = lastEventId || (query.after ?? '')
  return events({ topics: [jointTopic(programme.id)], personId: ctx.actor.personId ?? '', after })
}

async function piece(call: InProgramme): Promise<Reply> {
  const joint = await jointSeen(call)
  const view = await wallView(call, joint)
  if (call.params.part === 'wall') return part('overview/joint-report/wall', { wall: wallOf(view) })
  if (call.params.part !== 'questions') throw notFound()
  const questions = shownQuestions(view.actor, joint, view.questions)
  return part('overview/joint-questions/list', { questions })
}
