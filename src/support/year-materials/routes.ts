import { runs } from '../../access/actor.ts'
import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import { bytesOf } from '../../platform/files/files.ts'
import { fileOf } from '../../platform/files/store.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, readForm, withError } from '../../platform/web/forms.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { file, page, type Reply, redirect } from '../../platform/web/reply.ts'
import { MAX_BYTES, TAKEN_KINDS } from '../../programme/region-files/region-files.ts'
import { askOpenYear } from '../bodies/actions.ts'
import type { Occasion } from '../occasions/occasions.ts'
import { yearOccasion } from '../occasions/store.ts'
import { yearMeetingSeen } from '../year-meetings/store.ts'
import { addMaterial, handOut, removeMaterial } from './actions.ts'
import { materialForm, versionForm } from './forms.ts'
import { materialPage, materialsPage } from './pages.ts'
import { materialsOf } from './store.ts'
import { isHandedOut, type Material, materialName } from './year-materials.ts'

type InProgramme = Call & Seen['programme']

const upload = { kinds: TAKEN_KINDS, maxBytes: MAX_BYTES, maxFiles: 1 }

export const yearMaterialRoutes: RouteTable<'programme'> = {
  'GET /programmes/:programmeId/meetings/:n/materials': { may: 'group.edit', run: (call) => list(call) },
  'POST /programmes/:programmeId/meetings/:n/materials': { may: 'group.edit', run: add, upload },
  'GET /programmes/:programmeId/meetings/:n/materials/:materialId': { may: 'group.edit', run: (call) => show(call) },
  'POST /programmes/:programmeId/meetings/:n/materials/:materialId': { may: 'group.edit', run: renew, upload },
  'POST /programmes/:programmeId/meetings/:n/materials/:materialId/removal': { may: 'group.edit', run: remove },
  'GET /programmes/:programmeId/meetings/:n/materials/:materialId/versions/:version': {
    may: 'programme.view',
    run: download,
  },
}

const meetingAt = ({ ctx, programme, params }: InProgramme): Promise<Occasion> => {
  askOpenYear(programme)
  return yearOccasion(ctx.db, programme, params.n, ctx.now)
}

async function list(call: InProgramme, form: FormState = emptyForm(), status = 200): Promise<Reply> {
  const at = await meetingAt(call)
  const materials = at.slot.meeting ? await materialsOf(call.ctx.db, [at.slot.meeting.id]) : []
  return page('support/year-materials/index', materialsPage(at, { materials, form }), status)
}

const faultOf = (call: Call): string | null =>
  Object.values(call.fileFaults)[0] ?? (call.files.length === 0 ? 'ファイルを選んでください' : null)

async function add(call: InProgramme): Promise<Reply> {
  const at = await meetingAt(call)
  const input = readForm(materialForm, call.body)
  const fault = faultOf(call)
  const [given] = call.files
  if (fault || !given) return list(call, withError(input.form, 'file', fault ?? ''), 422)
  if (!input.ok) return list(call, input.form, 422)
  const { number } = await handOut(call.ctx, at, { ...input.data, file: given })
  return redirect(paths.yearMaterials(call.programme.id, at.slot.number), `資料${number}として置きました`)
}

async function materialAt(call: InProgramme): Promise<{ at: Occasion; material: Material }> {
  const at = await meetingAt(call)
  const all = at.slot.meeting ? await materialsOf(call.ctx.db, [at.slot.meeting.id]) : []
  const material = all.find(({ id }) => id === call.params.materialId)
  if (!material) throw notFound()
  return { at, material }
}

async function show(call: InProgramme, form: FormState = emptyForm(), status = 200): Promise<Reply> {
  const { at, material } = await materialAt(call)
  return page('support/year-materials/show', materialPage(at, { material, form }), status)
}

async function renew(call: InProgramme): Promise<Reply> {
  const { at, material } = await materialAt(call)
  const input = readForm(versionForm, call.body)
  const fault = faultOf(call)
  const [given] = call.files
  if (fault || !given) return show(call, withError(input.form, 'file', fault ?? ''), 422)
  if (!input.ok) return show(call, input.form, 422)
  const { programme } = call
  const { title, meetingId } = material
  const { version } = await addMaterial(call.ctx, { programme, meetingId, title, note: input.data.note, file: given })
  return redirect(paths.yearMaterial(programme.id, at.slot.number, material.id), `第${version}版にしました`)
}

async function remove(call: InProgramme): Promise<Reply> {
  const { at, material } = await materialAt(call)
  await removeMaterial(call.ctx, call.programme.id, material)
  const said = material.removedAt ? '資料に戻しました' : '資料から取り下げました。番号は残ります'
  return redirect(paths.yearMaterials(call.programme.id, at.slot.number), `${materialName(material)}を${said}`)
}

/** For whoever takes part in the meeting, as it stands; what was taken back or put right is the secretariat's alone. */
async function download(call: InProgramme): Promise<Reply> {
  const { ctx, programme, params } = call
  const seen = await yearMeetingSeen(ctx, programme, params.n ?? '')
  const all = seen?.slot.meeting ? await materialsOf(ctx.db, [seen.slot.meeting.id]) : []
  const material = all.find(({ id }) => id === params.materialId)
  const isOffice = runs(ctx.actor, programme)
  if (!material || !(isHandedOut(material) || isOffice)) throw notFound()
  const [newest] = material.versions
  if (!isOffice && newest && String(newest.number) !== params.version)
    throw new Problem('gone', `この資料は、第${newest.number}版に差しかえられました。会のページから開いてください`)
  const version = material.versions.find(({ number }) => String(number) === params.version)
  const found = version && (await fileOf(ctx.db, version.fileId))
  if (!found) throw notFound()
  return file({ name: found.name, type: found.mime, bytes: await bytesOf(found) })
}
