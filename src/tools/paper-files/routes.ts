import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import type { Call, Upload } from '../../platform/web/call.ts'
import { emptyForm } from '../../platform/web/forms.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { file, page, type Reply, redirect } from '../../platform/web/reply.ts'
import { regionCrumbs, regionFrame } from '../../programme/sections/sections.ts'
import { twinOf } from '../paper-twins/paper-twins.ts'
import { savePaper } from '../papers/actions.ts'
import { readBody } from '../papers/forms.ts'
import { type PaperAt, titleOf } from '../papers/papers.ts'
import { type KindOf, namedPaper } from '../papers/store.ts'
import { readTwin, type Taken, writeTwin } from './actions.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

type Here = Call & Seen['region']

const MOST_BYTES = 10 * 1024 * 1024

/** Any paper as a JSON file or a workbook, and back in. */
export function paperFileRoutes(kindOf: KindOf): RouteTable<'region'> {
  const at = namedPaper(kindOf)
  return {
    'GET /regions/:regionId/papers/:ref/body.json': {
      may: 'paper.view',
      run: async (call) => jsonOf(call, await at(call)),
    },
    'GET /regions/:regionId/papers/:ref/workbook': {
      may: 'paper.view',
      run: async (call) => workbookOf(call, await at(call)),
    },
    'GET /regions/:regionId/papers/:ref/arrival': {
      may: 'paper.view',
      run: async (call) => arrival(call, await at(call)),
    },
    'POST /regions/:regionId/papers/:ref/arrival': {
      may: 'paper.view',
      upload: { kinds: ['json', 'xlsx'], maxBytes: MOST_BYTES, maxFiles: 1 },
      run: async (call) => arrive(call, await at(call)),
    },
  }
}

async function jsonOf(call: Here, at: PaperAt): Promise<Reply> {
  const bytes = Buffer.from(`${JSON.stringify(at.head.body, null, 2)}\n`)
  return file({ name: `${call.region.name}_${titleOf(at)}.json`, type: 'application/json', bytes })
}

async function workbookOf({ region }: Here, at: PaperAt): Promise<Reply> {
  const template = twinOf(at.kind)
  if (!template) throw notFound()
  const bytes = await writeTwin(region, at, template)
  return file({ name: `${region.name}_${titleOf(at)}.xlsx`, type: XLSX, bytes })
}

async function arrival(call: Here, at: PaperAt, fileError = ''): Promise<Reply> {
  if (at.closed) throw new Problem('forbidden', at.closed)
  const { region, ctx } = call
  const hasTwin = twinOf(at.kind) !== undefined
  const heading = `${titleOf(at)}のファイルを読みこむ`
  const home = at.kind.home(region.id, at.part)
  const props = {
    around: regionFrame(ctx.actor, region, 'tools'),
    heading,
    saveTo: paths.paperUpload(region.id, at.ref),
    jsonTo: paths.paperJson(region.id, at.ref),
    workbookTo: hasTwin ? paths.paperWorkbook(region.id, at.ref) : null,
    accept: hasTwin ? '.xlsx,.json' : '.json',
    backTo: home,
    fileError,
    form: fileError ? { ...emptyForm(), errors: { file: fileError } } : emptyForm(),
  }
  const crumbs = regionCrumbs(region, [titleOf(at), home], 'ファイルを読みこむ')
  return page('tools/paper-files/arrival', { ...props, title: heading, crumbs }, fileError ? 422 : 200)
}

/** The file becomes the next revision, merged like any other: what it does not hold is taken out, and can be undone. */
async function arrive(call: Here, at: PaperAt): Promise<Reply> {
  const [given] = call.files
  const missing = call.fileFaults.file ?? (given ? null : '読みこむファイルを選んでください')
  if (missing || !given) return arrival(call, at, missing ?? '')
  try {
    const { kind, part } = at
    const taken = await takenFrom(call, at, given)
    const saved = await savePaper(call.ctx, call.region, kind, { part, ...taken, note: `${given.name}を読みこんだ` })
    if (saved.kind === 'clash')
      return arrival(
        call,
        at,
        'このファイルを受け取ったあとに、同じところが書きかえられています。受け取り直してから、もう一度書いてください',
      )
    return redirect(kind.home(call.region.id, part), `読みこみました（第${saved.number}版）`)
  } catch (error) {
    if (error instanceof SyntaxError) return arrival(call, at, 'JSONとして読めません。ファイルを確かめてください')
    if (error instanceof Problem && error.code === 'invalid') return arrival(call, at, error.message)
    throw error
  }
}

/** JSON takes the place of the whole body; a workbook goes on from the revision it was written from. */
async function takenFrom({ region }: Here, at: PaperAt, given: Upload): Promise<Taken> {
  const template = twinOf(at.kind)
  if (!/\.xlsx$/i.test(given.name)) {
    const body = (at.kind.read ?? readBody)(JSON.parse(given.bytes.toString('utf8')))
    return { edit: () => body }
  }
  if (!template) throw new Problem('invalid', 'ここで読みこめるのはJSONのファイル（.json）です')
  return readTwin(region, at, { template, bytes: given.bytes })
}
