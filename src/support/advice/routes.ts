import { circlesReadBy } from '../../access/circles.ts'
import { type RouteTable, type Seen, tableDoors } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import type { NamedList } from '../../platform/office/csv.ts'
import { today } from '../../platform/time.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, readForm } from '../../platform/web/forms.ts'
import { Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { notAliveReason } from '../../programme/regions/regions.ts'
import { regionCrumbs } from '../../programme/sections/sections.ts'
import { teamOf } from '../../programme/teams/store.ts'
import { inForceOn } from '../../programme/teams/teams.ts'
import { filterFrom } from '../advice-filters/advice-filters.ts'
import { meetingsOfRegion } from '../meetings/store.ts'
import { writableCircles } from '../records/records.ts'
import { subjectNamed, subjectsOf } from '../subjects/store.ts'
import { keyOf } from '../subjects/subjects.ts'
import { giveAdvice } from './actions.ts'
import { adviceForm } from './forms.ts'
import { advicePage } from './pages.ts'
import { adviceOfRegion, draftAdvice, effectsOf } from './store.ts'
import { adviceList } from './workbook.ts'

type RegionCall = Call & Seen['region']

export const adviceRoutes: RouteTable<'region'> = {
  ...tableDoors<'region'>('/regions/:regionId/advice', 'region.view', taken),
  'GET /regions/:regionId/advice': { may: 'region.view', run: (call) => list(call) },
  'POST /regions/:regionId/advice': { may: 'advice.give', run: give },
}

const adviceRead = ({ ctx, region }: RegionCall) => adviceOfRegion(ctx.db, region.id, circlesReadBy(ctx.actor, region))
const labelsOf = async ({ ctx, region }: RegionCall) =>
  new Map((await meetingsOfRegion(ctx.db, region.id)).map((m) => [m.id, m.label]))

async function advisorsOf({ ctx, region }: RegionCall): Promise<Map<string, string>> {
  const day = today(ctx.now)
  const team = (await teamOf(ctx.db, region)).filter((m) => m.role === 'advisor' && inForceOn(m, day))
  return new Map(team.map((m) => [m.personId, m.name]))
}

function askAlive({ region }: RegionCall): void {
  const reason = notAliveReason(region)
  if (reason) throw new Problem('conflict', reason)
}

async function list(call: RegionCall, form?: FormState, status = 200): Promise<Reply> {
  const { ctx, region, query } = call
  const about = form?.values.about ?? query.about
  const { db, actor } = ctx
  const props = advicePage({
    actor,
    region,
    advice: await adviceRead(call),
    drafts: await draftAdvice(db, region.id, actor.personId),
    effects: await effectsOf(db, region.id),
    readable: new Set((await subjectsOf(ctx, region)).map(keyOf)),
    meetingLabels: await labelsOf(call),
    advisors: await advisorsOf(call),
    subject: about ? await subjectNamed(ctx, region, String(about)) : undefined,
    filter: filterFrom(query),
    form: form ?? emptyForm({ circle: 'region', meeting: query.meeting ?? '' }),
  })
  const crumbs = regionCrumbs(region, '助言')
  return page('support/advice/index', { ...props, title: `${region.name} 助言`, crumbs }, status)
}

async function give(call: RegionCall): Promise<Reply> {
  askAlive(call)
  const { ctx, region, programme, origin } = call
  const input = readForm(adviceForm(writableCircles(ctx.actor, region)), call.body)
  if (!input.ok) return list(call, input.form, 422)
  const { text, circle, advisor: advisorId, meeting, about } = input.data
  const name = (await advisorsOf(call)).get(advisorId)
  const meetingId = (await labelsOf(call)).has(meeting) ? meeting : null
  const subject = about ? await subjectNamed(ctx, region, about) : undefined
  const advisor = name === undefined ? null : { id: advisorId, name }
  const isSent = call.body.then !== 'draft'
  const ask = { programme, origin }
  await giveAdvice(ctx, region, { text, circle, meetingId, advisor, subject, isSent, ask })
  return redirect(
    paths.advice(region.id),
    isSent ? '助言を送りました' : '下書きに残しました。送るまで、あなただけに見えます',
  )
}

/** In the order of the page, narrowed as the page is. */
async function taken(call: RegionCall): Promise<NamedList> {
  const { ctx, region, query } = call
  const readable = new Set((await subjectsOf(ctx, region)).map(keyOf))
  const around = { meetingLabels: await labelsOf(call), isImported: region.importedAt !== null, readable }
  return {
    name: `${region.name}_助言`,
    ...adviceList((await adviceRead(call)).filter(filterFrom(query).keeps), around),
  }
}
