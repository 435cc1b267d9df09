import type { RouteTable } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, readForm } from '../../platform/web/forms.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { createProgramme } from './actions.ts'
import { newProgrammeForm } from './forms.ts'
import { newProgrammePage, programmeListPage, programmePage } from './pages.ts'
import type { Programme } from './programmes.ts'
import { countsOf, programmesOf, stepsOf } from './store.ts'

type InProgramme = Call & { programme: Programme }

export const yearRoutes: RouteTable<'plain'> = {
  'GET /programmes': { may: 'programme.list', run: list },
  'GET /programmes/new': {
    may: 'programme.create',
    run: (call) => askNew(call, emptyForm()),
  },
  'POST /programmes/new': { may: 'programme.create', run: makeNew },
}

export const programmeRoutes: RouteTable<'programme'> = {
  'GET /programmes/:programmeId': { may: 'programme.view', run: show },
}

async function list(call: Call): Promise<Reply> {
  const programmes = await programmesOf(call.ctx.db, call.ctx.actor)
  const counts = await countsOf(
    call.ctx.db,
    programmes.map((p) => p.id),
  )
  return page('programme/programmes/list', programmeListPage(call.ctx.actor, programmes, counts))
}

async function askNew(call: Call, form: FormState, status = 200): Promise<Reply> {
  const earlier = await programmesOf(call.ctx.db, call.ctx.actor)
  return page('programme/programmes/new', newProgrammePage(form, earlier), status)
}

async function makeNew(call: Call): Promise<Reply> {
  const input = readForm(newProgrammeForm, call.body)
  if (!input.ok) return askNew(call, input.form, 422)
  const id = await createProgramme(call.ctx, input.data)
  return redirect(paths.programmeSettings(id), '年度事業をつくりました。日付と問い合わせ先を入れてください')
}

async function show(call: InProgramme): Promise<Reply> {
  const steps = await stepsOf(call.ctx.db, [call.programme.id])
  return page('programme/programmes/show', programmePage(call.ctx.actor, call.programme, steps))
}
