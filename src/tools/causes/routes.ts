import { type RouteTable, type Seen, tableDoors } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import type { NamedList } from '../../platform/office/csv.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, readForm } from '../../platform/web/forms.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { regionCrumbs } from '../../programme/sections/sections.ts'
import { beginCause } from '../cause-starts/actions.ts'
import { startsRead } from '../cause-starts/store.ts'
import { evidenceOf } from '../evidence/evidence.ts'
import { opinionsOf } from '../opinions/store.ts'
import { readPaper } from '../papers/actions.ts'
import { paperAt } from '../papers/store.ts'
import { addCause, moveCause } from './actions.ts'
import { causeIn } from './body.ts'
import { causesKind, causesOf, shortly } from './causes.ts'
import { causeForm, placeForm, startForm } from './forms.ts'
import { causesPage } from './pages.ts'
import { causeList } from './workbook.ts'

type Here = Call & Seen['region']

export const causeRoutes: RouteTable<'region'> = {
  ...tableDoors<'region'>('/regions/:regionId/causes', 'paper.view', taken),
  'GET /regions/:regionId/causes': { may: 'paper.view', run: (call) => list(call) },
  'POST /regions/:regionId/causes': { may: 'paper.write', run: add },
  'POST /regions/:regionId/cause-starts': { may: 'paper.write', run: start },
  'POST /regions/:regionId/causes/:causeId/place': { may: 'paper.write', run: place },
}

async function list(
  call: Here,
  given: { form?: FormState; startForm?: FormState; askedId?: string } = {},
  status = 200,
): Promise<Reply> {
  const { ctx, region, query } = call
  const at = await paperAt(call, causesKind)
  const opinions = await opinionsOf(ctx.db, region.id)
  const found = await startsRead(call, causesOf(at.head.body))
  const forms = { form: given.form ?? emptyForm(), startForm: given.startForm ?? emptyForm() }
  const view = { actor: ctx.actor, region, at, opinions, askedId: given.askedId ?? query.why ?? '', ...found, ...forms }
  if (status === 200) await readPaper(ctx, at)
  const crumbs = regionCrumbs(region, causesKind.title)
  return page(
    'tools/causes/index',
    { ...causesPage(view), title: `${region.name} ${causesKind.title}`, crumbs },
    status,
  )
}

async function add(call: Here): Promise<Reply> {
  const { ctx, region } = call
  const input = readForm(causeForm, call.body)
  const askedId = String(input.form.values.parent ?? '')
  if (!input.ok) return list(call, { form: input.form, askedId }, 422)
  const { parent } = input.data
  const at = await paperAt(call, causesKind)
  if (parent !== '' && !causeIn(at.head.body, parent))
    throw new Problem('conflict', 'もとの仮説が見つかりません。一覧を開き直してから、もう一度お試しください')
  const id = await addCause(ctx, region, input.data)
  return redirect(`${paths.causes(region.id)}#c-${id}`, `仮説「${shortly(input.data.text)}」を立てました`)
}

/** The chosen wording is read from its paper, not typed again. */
async function start(call: Here): Promise<Reply> {
  const { ctx, region } = call
  const input = readForm(startForm, call.body)
  if (!input.ok) return list(call, { startForm: input.form }, 422)
  const at = await paperAt(call, causesKind)
  const { starts } = await startsRead(call, causesOf(at.head.body))
  const chosen = starts.find(({ key }) => key === input.data.start)
  if (!chosen) {
    const errors = { start: 'この文は、もう仮説になっているか、書きかえられました。選び直してください' }
    return list(call, { startForm: { values: {}, errors } }, 422)
  }
  const id = await beginCause(ctx, region, chosen)
  return redirect(
    paths.cause(region.id, id),
    `${chosen.from}の文を、真因の仮説にしました。「なぜ？」を重ねて言いかえられます`,
  )
}

async function place(call: Here): Promise<Reply> {
  const { ctx, region, params } = call
  const input = readForm(placeForm, call.body)
  if (!input.ok) throw new Problem('invalid', Object.values(input.form.errors)[0] ?? '')
  const id = params.causeId ?? ''
  if (!causeIn((await paperAt(call, causesKind)).head.body, id)) throw notFound()
  await moveCause(ctx, region, { id, by: input.data.by })
  return redirect(`${paths.causes(region.id)}#c-${id}`, '順番を変えました')
}

async function taken(call: Here): Promise<NamedList> {
  const { ctx, region } = call
  const { body } = (await paperAt(call, causesKind)).head
  const around = { evidence: evidenceOf(body), opinions: await opinionsOf(ctx.db, region.id) }
  return { name: `${region.name}_${causesKind.title}`, ...causeList(causesOf(body), around) }
}
