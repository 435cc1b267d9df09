import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import { DOCX, writePaper } from '../../platform/docx/docx.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState } from '../../platform/web/forms.ts'
import { notFound } from '../../platform/web/problem.ts'
import { file, page, type Reply, redirect } from '../../platform/web/reply.ts'
import type { Joint } from '../joint-report/joint-report.ts'
import { jointSeen } from '../joint-report/store.ts'
import { saveAgenda } from './actions.ts'
import { merged, pressed } from './body.ts'
import { readAgenda } from './forms.ts'
import { type Agenda, proposed } from './joint-agendas.ts'
import { jointAgendaPage, valuesOf } from './pages.ts'
import { agendaPaper } from './paper.ts'
import { agendaOf } from './store.ts'

type InProgramme = Call & Seen['programme']

const AT = '/programmes/:programmeId/joint-report/agenda'

export const jointAgendaRoutes = {
  [`GET ${AT}`]: { may: 'joint.view', run: (call: InProgramme) => show(call) },
  [`GET ${AT}.docx`]: { may: 'joint.view', run: download },
  [`POST ${AT}`]: { may: 'joint.edit', run: save },
} as RouteTable<'programme'>

const proposal = (joint: Joint): Agenda =>
  proposed(
    joint.regions.filter((region) => !region.pause),
    joint.startsAt,
  )

async function show(call: InProgramme, form?: FormState): Promise<Reply> {
  const { ctx, programme } = call
  const joint = await jointSeen(call)
  const agenda = (await agendaOf(ctx.db, programme.id)) ?? proposal(joint)
  const first = emptyForm(valuesOf(agenda))
  const filled = form ? { ...form, values: { ...first.values, ...form.values } } : first
  const props = jointAgendaPage({ actor: ctx.actor, joint, agenda, form: filled })
  return page('overview/joint-agendas/show', props, form ? 422 : 200)
}

async function download(call: InProgramme): Promise<Reply> {
  const joint = await jointSeen(call)
  const agenda = (await agendaOf(call.ctx.db, call.programme.id)) ?? proposal(joint)
  const { heading, programmeName, facts, rows } = jointAgendaPage({
    ...{ actor: call.ctx.actor, joint, agenda, form: emptyForm() },
  })
  const bytes = await writePaper(agendaPaper({ title: heading, subtitle: programmeName, facts, rows }))
  return file({ name: `${joint.label}_次第.docx`, type: DOCX, bytes })
}

/** What this person changed; everything else stands as it is by now. */
function ownWords({ values, errors }: FormState, base: Agenda): FormState {
  const before = valuesOf(base)
  const own = Object.entries(values).filter(([name, value]) => name in before && value !== before[name])
  return { values: Object.fromEntries(own), errors }
}

/** The same words twice in one field of two people: the second reads the first's before anything is saved. */
async function save(call: InProgramme): Promise<Reply> {
  const { ctx, programme, body } = call
  const joint = await jointSeen(call)
  const numberOf = Number([body.base ?? ''].flat().at(-1)) || 0
  const head = (await agendaOf(ctx.db, programme.id)) ?? proposal(joint)
  const base = numberOf > 0 ? await agendaOf(ctx.db, programme.id, numberOf) : proposal(joint)
  if (!base) throw notFound()
  const { typed, form } = readAgenda(body, base)
  const { clashes } = merged(base, head, typed)
  for (const { name, theirs } of clashes)
    form.errors[name] ??=
      `${head.byName}さんが、同じときに「${theirs}」と直しています。このままでよければ、もう一度保存してください`
  if (Object.keys(form.errors).length > 0) return show(call, ownWords(form, base))
  const press = [body.press ?? ''].flat().at(-1) ?? ''
  const notice = { said: '次第を保存しました' }
  await saveAgenda(ctx, joint, (now) => {
    const saved = merged(base, now ?? head, typed).body
    const done = press ? pressed(saved, press, joint.regions) : null
    if (done) notice.said = done.said
    return done?.body ?? saved
  })
  return redirect(paths.jointAgenda(programme.id), notice.said)
}
