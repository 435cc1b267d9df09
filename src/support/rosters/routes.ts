import type { RouteTable, Seen } from '../../access/doors.ts'
import { readDate } from '../../papers/values/values.ts'
import { DOCX, type Paper, writePaper } from '../../platform/docx/docx.ts'
import { writePaperPdf } from '../../platform/printed/printed.ts'
import { today } from '../../platform/time.ts'
import type { Call } from '../../platform/web/call.ts'
import { notFound } from '../../platform/web/problem.ts'
import { file, page, type Reply } from '../../platform/web/reply.ts'
import type { Seat, WgBody } from '../bodies/bodies.ts'
import { bodiesOf, membersOf } from '../bodies/store.ts'
import { rosterPage } from './pages.ts'
import { rosterPaper } from './paper.ts'

type InProgramme = Call & Seen['programme']

/** 名簿 of a body on a day: to look at, to print, to hand on. */

export const rosterRoutes: RouteTable<'programme'> = {
  'GET /programmes/:programmeId/groups/:bodyId/roster': { may: 'review.view', run: show },
  'GET /programmes/:programmeId/groups/:bodyId/roster.docx': { may: 'review.view', run: asWord },
  'GET /programmes/:programmeId/groups/:bodyId/roster.pdf': { may: 'review.view', run: asPdf },
}

async function rosterAsked(call: InProgramme): Promise<{ body: WgBody; members: Seat[]; on: string; asked: boolean }> {
  const { ctx, programme, params, query } = call
  const body = (await bodiesOf(ctx.db, programme.id)).find(({ id }) => id === params.bodyId)
  if (!body) throw notFound()
  const day = readDate(query.on ?? '').day
  const on = day ?? today(ctx.now)
  return { body, members: await membersOf(ctx.db, [body.id], on), on, asked: Boolean(day) }
}

async function show(call: InProgramme): Promise<Reply> {
  const { body, ...given } = await rosterAsked(call)
  return page('support/rosters/show', rosterPage(call.programme, body, given))
}

async function paperAsked(call: InProgramme): Promise<{ paper: Paper; name: string }> {
  const { body, members, on } = await rosterAsked(call)
  return { paper: rosterPaper({ programme: call.programme, body, members, on }), name: `${body.name}_名簿` }
}

async function asWord(call: InProgramme): Promise<Reply> {
  const { paper, name } = await paperAsked(call)
  return file({ name: `${name}.docx`, type: DOCX, bytes: await writePaper(paper) })
}

async function asPdf(call: InProgramme): Promise<Reply> {
  const { paper, name } = await paperAsked(call)
  return file({ name: `${name}.pdf`, type: 'application/pdf', bytes: await writePaperPdf(paper) })
}
