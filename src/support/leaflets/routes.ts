import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, readForm, withError } from '../../platform/web/forms.ts'
import { notFound } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { MAX_BYTES, TAKEN_KINDS } from '../../programme/region-files/region-files.ts'
import { advisesYear, commentsOf } from '../file-reviews/store.ts'
import { newTool } from '../tool-files/actions.ts'
import { toolsOf } from '../tool-files/store.ts'
import { leafletForm } from './forms.ts'
import { leafletsPage } from './pages.ts'

type InProgramme = Call & Seen['programme']

const upload = { kinds: TAKEN_KINDS, maxBytes: MAX_BYTES, maxFiles: 1 }

export const leafletRoutes: RouteTable<'programme'> = {
  'GET /programmes/:programmeId/leaflets': { may: 'file.review', run: (call) => list(call) },
  'POST /programmes/:programmeId/leaflets': { may: 'tools.edit', run: add, upload },
}

async function list(call: InProgramme, form: FormState = emptyForm(), status = 200): Promise<Reply> {
  const { ctx, programme } = call
  if (!(await advisesYear(ctx.db, ctx.actor, programme))) throw notFound()
  const leaflets = await toolsOf(ctx.db, programme.id, 'leaflet')
  const comments = await commentsOf(
    ctx.db,
    leaflets.flatMap(({ versions }) => versions.map(({ id }) => id)),
  )
  return page(
    'support/leaflets/index',
    leafletsPage({ actor: ctx.actor, programme, form }, { leaflets, comments }),
    status,
  )
}

async function add(call: InProgramme): Promise<Reply> {
  const input = readForm(leafletForm, call.body)
  const [given] = call.files
  const fault = Object.values(call.fileFaults)[0] ?? (given ? null : 'ファイルを選んでください')
  if (fault || !given) return list(call, withError(input.form, 'file', fault ?? ''), 422)
  if (!input.ok) return list(call, input.form, 422)
  const id = await newTool(call.ctx, call.programme, { ...input.data, kind: 'leaflet', file: given })
  return redirect(paths.fileReview(call.programme.id, id), `「${input.data.name}」の第1版を置きました`)
}
