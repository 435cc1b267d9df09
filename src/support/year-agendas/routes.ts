import type { RouteTable, Seen } from '../../access/doors.ts'
import { agoWords } from '../../platform/time.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, readForm, withError } from '../../platform/web/forms.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { askOpenYear } from '../bodies/actions.ts'
import type { Occasion } from '../occasions/occasions.ts'
import { yearOccasion } from '../occasions/store.ts'
import { writeYearAgenda } from './actions.ts'
import { agendaForm, agendaValues, rowsTyped } from './forms.ts'
import { yearAgendaPage } from './pages.ts'
import { yearAgendasOf } from './store.ts'
import { MOST_ROWS, ROOM, type YearAgenda } from './year-agendas.ts'

type InProgramme = Call & Seen['programme']

export const yearAgendaRoutes: RouteTable<'programme'> = {
  'GET /programmes/:programmeId/meetings/:n/agenda': { may: 'group.edit', run: (call) => show(call) },
  'POST /programmes/:programmeId/meetings/:n/agenda': { may: 'group.edit', run: save },
}

async function agendaAt({ ctx, programme, params }: InProgramme): Promise<{ at: Occasion; head: YearAgenda | null }> {
  askOpenYear(programme)
  const at = await yearOccasion(ctx.db, programme, params.n, ctx.now)
  const id = at.slot.meeting?.id
  return { at, head: id ? ((await yearAgendasOf(ctx.db, [id])).get(id) ?? null) : null }
}

async function show(call: InProgramme, form?: FormState, status = 200): Promise<Reply> {
  const { at, head } = await agendaAt(call)
  const rows = form ? rowsTyped(form.values) : Math.min(MOST_ROWS, (head?.rows.length ?? 0) + ROOM)
  const by = head && `${head.personName}さんが${agoWords(head.createdAt, call.ctx.now)}に保存`
  const shown = form ?? emptyForm(agendaValues(head?.rows ?? [], head?.id ?? ''))
  return page('support/year-agendas/edit', yearAgendaPage(at, { rows, form: shown, by }), status)
}

const CLASH =
  'このあいだに、ほかの人が議題を保存しました。会のページで確かめてから、もう一度押すと、下の内容で保存します'

async function save(call: InProgramme): Promise<Reply> {
  const { at, head } = await agendaAt(call)
  const input = readForm(agendaForm, call.body)
  if (!input.ok) return show(call, input.form, 422)
  if (await writeYearAgenda(call.ctx, at, input.data)) return redirect(at.href, '議題を保存しました')
  const again = { ...input.form, values: { ...input.form.values, base: head?.id ?? '' } }
  return show(call, withError(again, '', CLASH), 422)
}
