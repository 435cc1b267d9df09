import { z } from 'zod'
import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import type { Call } from '../../platform/web/call.ts'
import { readForm, text } from '../../platform/web/forms.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { type Reply, redirect } from '../../platform/web/reply.ts'
import { askOpenYear } from '../../support/bodies/actions.ts'
import { reviewedRegions } from '../../support/wg-opinions/store.ts'
import { yearMeetingSeen } from '../../support/year-meetings/store.ts'
import { editionsOf } from '../reviews/store.ts'
import { callToRead } from './actions.ts'

type InProgramme = Call & Seen['programme']

export const reviewCallRoutes: RouteTable<'programme'> = {
  'POST /programmes/:programmeId/meetings/:n/reviews/letters': { may: 'opinion.answer', run: send },
}

const callForm = z.object({ words: text(2000) })

async function send(call: InProgramme): Promise<Reply> {
  const { ctx, programme, params, body } = call
  askOpenYear(programme)
  const seen = await yearMeetingSeen(ctx, programme, params.n ?? '')
  if (!seen) throw notFound()
  const input = readForm(callForm, body)
  if (!input.ok) throw new Problem('invalid', 'ひとことは2,000字以内にしてください')
  const regions = await reviewedRegions(ctx.db, ctx.actor, programme.id)
  const editions = await editionsOf(
    ctx.db,
    regions.map(({ id }) => id),
  )
  const names = regions.filter(({ id }) => editions.has(id)).map(({ name }) => name)
  const people = await callToRead(ctx, seen, { regions: names, words: input.data.words, origin: call.origin })
  return redirect(paths.reviews(programme.id, seen.slot.number), `${people}人に手紙を送ります`)
}
