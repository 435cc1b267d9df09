import type { RouteTable } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, readForm } from '../../platform/web/forms.ts'
import { notFound } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import type { Programme, Step } from '../programmes/programmes.ts'
import { stepsOf } from '../programmes/store.ts'
import { addStep, moveStep, removeStep, saveStep } from './actions.ts'
import { newStepForm, stepForm } from './forms.ts'
import { stepListPage, stepPage, stepValues } from './pages.ts'
import { usedStepIds } from './store.ts'

type InProgramme = Call & { programme: Programme }

export const stepRoutes: RouteTable<'programme'> = {
  'GET /programmes/:programmeId/steps': { may: 'programme.edit', run: (call) => list(call, emptyForm()) },
  'POST /programmes/:programmeId/steps': { may: 'programme.edit', run: add },
  'GET /programmes/:programmeId/steps/:stepId': { may: 'programme.edit', run: show },
  'POST /programmes/:programmeId/steps/:stepId': { may: 'programme.edit', run: save },
  'POST /programmes/:programmeId/steps/:stepId/place': { may: 'programme.edit', run: move },
  'POST /programmes/:programmeId/steps/:stepId/removal': { may: 'programme.edit', run: remove },
}

async function list(call: InProgramme, form: FormState, status = 200): Promise<Reply> {
  const steps = await stepsOf(call.ctx.db, [call.programme.id])
  const used = await usedStepIds(call.ctx.db, call.programme.id)
  return page('programme/steps/list', stepListPage(call.programme, steps, used, form), status)
}

async function add(call: InProgramme): Promise<Reply> {
  const input = readForm(newStepForm, call.body)
  if (!input.ok) return list(call, input.form, 422)
  await addStep(call.ctx, call.programme, input.data)
  return redirect(paths.programmeSteps(call.programme.id), `回「${input.data.label}」を足しました`)
}

async function stepIn(call: InProgramme): Promise<Step> {
  const steps = await stepsOf(call.ctx.db, [call.programme.id])
  const step = steps.find((one) => one.id === call.params.stepId)
  if (!step) throw notFound()
  return step
}

async function show(call: InProgramme): Promise<Reply> {
  const step = await stepIn(call)
  return page('programme/steps/edit', stepPage(call.programme, step, stepValues(step)))
}

async function save(call: InProgramme): Promise<Reply> {
  const step = await stepIn(call)
  const input = readForm(stepForm, call.body)
  if (!input.ok) return page('programme/steps/edit', stepPage(call.programme, step, input.form), 422)
  await saveStep(call.ctx, step, input.data)
  return redirect(paths.programmeSteps(call.programme.id), `「${input.data.label}」を保存しました`)
}

async function move(call: InProgramme): Promise<Reply> {
  const step = await stepIn(call)
  await moveStep(call.ctx, step, call.body.to === 'up')
  return redirect(paths.programmeSteps(call.programme.id), `「${step.label}」の順番を変えました`)
}

async function remove(call: InProgramme): Promise<Reply> {
  const step = await stepIn(call)
  await removeStep(call.ctx, step)
  return redirect(paths.programmeSteps(call.programme.id), `回「${step.label}」を外しました`)
}
