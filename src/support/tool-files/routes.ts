import { type RouteTable, type Seen, tableDoors } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import { bytesOf } from '../../platform/files/files.ts'
import { fileOf } from '../../platform/files/store.ts'
import type { NamedList } from '../../platform/office/csv.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, readForm, withError } from '../../platform/web/forms.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { file, page, type Reply, redirect } from '../../platform/web/reply.ts'
import { MAX_BYTES, TAKEN_KINDS } from '../../programme/region-files/region-files.ts'
import { newTool, newVersion, retireTool } from './actions.ts'
import { toolForm, versionForm } from './forms.ts'
import { toolPage, toolsPage } from './pages.ts'
import { toolsOf } from './store.ts'
import type { Tool } from './tool-files.ts'
import { toolList } from './workbook.ts'

type ProgrammeCall = Call & Seen['programme']

const upload = { kinds: TAKEN_KINDS, maxBytes: MAX_BYTES, maxFiles: 1 }

export const toolFileRoutes: RouteTable<'programme'> = {
  ...tableDoors<'programme'>('/programmes/:programmeId/tools', 'tools.view', taken),
  'GET /programmes/:programmeId/tools': { may: 'tools.view', run: (call) => list(call) },
  'POST /programmes/:programmeId/tools': { may: 'tools.edit', run: add, upload },
  'GET /programmes/:programmeId/tools/:toolId': { may: 'tools.view', run: (call) => show(call) },
  'POST /programmes/:programmeId/tools/:toolId': { may: 'tools.edit', run: renew, upload },
  'GET /programmes/:programmeId/tools/:toolId/versions/:number': { may: 'tools.view', run: download },
  'POST /programmes/:programmeId/tools/:toolId/retirement': { may: 'tools.edit', run: retire },
}

const viewOf = ({ ctx, programme }: ProgrammeCall, form: FormState) => ({ actor: ctx.actor, programme, form })

async function list(call: ProgrammeCall, form: FormState = emptyForm(), status = 200): Promise<Reply> {
  const tools = await toolsOf(call.ctx.db, call.programme.id)
  return page('support/tool-files/index', toolsPage(viewOf(call, form), tools), status)
}

const faultOf = (call: Call): string | null =>
  Object.values(call.fileFaults)[0] ?? (call.files.length === 0 ? 'ファイルを選んでください' : null)

async function add(call: ProgrammeCall): Promise<Reply> {
  const input = readForm(toolForm, call.body)
  const fault = faultOf(call)
  if (fault) return list(call, withError(input.form, 'file', fault), 422)
  if (!input.ok) return list(call, input.form, 422)
  const [given] = call.files
  if (given) await newTool(call.ctx, call.programme, { ...input.data, file: given })
  return redirect(paths.tools(call.programme.id), `ツール「${input.data.name}」を加えました`)
}

async function asked({ ctx, programme, params }: ProgrammeCall): Promise<Tool> {
  const tool = (await toolsOf(ctx.db, programme.id)).find(({ id }) => id === params.toolId)
  if (!tool) throw notFound()
  return tool
}

async function show(call: ProgrammeCall, form: FormState = emptyForm(), status = 200): Promise<Reply> {
  return page('support/tool-files/show', toolPage(viewOf(call, form), await asked(call)), status)
}

async function renew(call: ProgrammeCall): Promise<Reply> {
  const tool = await asked(call)
  if (tool.retiredAt)
    throw new Problem('conflict', 'このツールは、使わないことになっています。先に「また使う」を押してください')
  const input = readForm(versionForm, call.body)
  const fault = faultOf(call)
  if (fault) return show(call, withError(input.form, 'file', fault), 422)
  if (!input.ok) return show(call, input.form, 422)
  const [given] = call.files
  const number = given ? await newVersion(call.ctx, call.programme, tool, { file: given, note: input.data.note }) : 0
  return redirect(paths.tool(call.programme.id, tool.id), `第${number}版にしました。前の版も残っています`)
}

async function download(call: ProgrammeCall): Promise<Reply> {
  const version = (await asked(call)).versions.find((v) => String(v.number) === call.params.number)
  const found = version && (await fileOf(call.ctx.db, version.fileId))
  if (!found) throw notFound()
  return file({ name: found.name, type: found.mime, bytes: await bytesOf(found) })
}

async function retire(call: ProgrammeCall): Promise<Reply> {
  const tool = await asked(call)
  await retireTool(call.ctx, call.programme, tool)
  const said = tool.retiredAt ? 'また使えるようにしました' : '使わないことにしました。前の版は残っています'
  return redirect(paths.tool(call.programme.id, tool.id), said)
}

async function taken({ ctx, programme }: ProgrammeCall): Promise<NamedList> {
  return {
    name: `${programme.name}_ツールのファイル`,
    ...toolList(await toolsOf(ctx.db, programme.id)),
  }
}
