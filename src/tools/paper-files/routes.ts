import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm } from '../../platform/web/forms.ts'
import { Problem } from '../../platform/web/problem.ts'
import { file, page, type Reply, redirect } from '../../platform/web/reply.ts'
import { regionCrumbs, regionFrame } from '../../programme/sections/sections.ts'
import { savePaper } from '../papers/actions.ts'
import { readBody } from '../papers/forms.ts'
import { type PaperAt, titleOf } from '../papers/papers.ts'
import { type KindOf, namedPaper } from '../papers/store.ts'

type Here = Call & Seen['region']

const MAX_JSON = 4 * 1024 * 1024

/** Any paper as a JSON file, and back in. */
export function paperFileRoutes(kindOf: KindOf): RouteTable<'region'> {
  const at = namedPaper(kindOf)
  return {
    'GET /regions/:regionId/papers/:ref/body.json': {
      may: 'paper.view',
      run: async (call) => jsonOf(call, await at(call)),
    },
    'GET /regions/:regionId/papers/:ref/arrival': {
      may: 'paper.view',
      run: async (call) => arrival(call, await at(call)),
    },
    'POST /regions/:regionId/papers/:ref/arrival': {
      may: 'paper.view',
      upload: { kinds: ['json'], maxBytes: MAX_JSON, maxFiles: 1 },
      run: async (call) => arrive(call, await at(call)),
    },
  }
}

async function jsonOf(call: Here, at: PaperAt): Promise<Reply> {
  const bytes = Buffer.from(`${JSON.stringify(at.head.body, null, 2)}\n`)
  return file({ name: `${call.region.name}_${titleOf(at)}.json`, type: 'application/json', bytes })
}

async function arrival(call: Here, at: PaperAt, fileError = ''): Promise<Reply> {
  if (at.closed) throw new Problem('forbidden', at.closed)
  const { region, ctx } = call
  const heading = `${titleOf(at)}のJSONを読みこむ`
  const home = at.kind.home(region.id, at.part)
  const props = {
    around: regionFrame(ctx.actor, region, 'tools'),
    heading,
    saveTo: paths.paperUpload(region.id, at.ref),
    jsonTo: paths.paperJson(region.id, at.ref),
    backTo: home,
    fileError,
    form: fileError ? { ...emptyForm(), errors: { file: fileError } } : emptyForm(),
  }
  const crumbs = regionCrumbs(region, [titleOf(at), home], 'JSONを読みこむ')
  return page('tools/paper-files/arrival', { ...props, title: heading, crumbs }, fileError ? 422 : 200)
}

/** The file becomes the next revision, merged like any other: what it does not hold is taken out, and can be undone. */
async function arrive(call: Here, at: PaperAt): Promise<Reply> {
  const [given] = call.files
  const missing = call.fileFaults.file ?? (given ? null : 'JSONのファイル（.json）を選んでください')
  if (missing || !given) return arrival(call, at, missing ?? '')
  try {
    const read = at.kind.read ?? readBody
    const body = read(JSON.parse(given.bytes.toString('utf8')))
    const { kind, part } = at
    const saved = await savePaper(call.ctx, call.region, kind, {
      part,
      edit: () => body,
      note: `${given.name}を読みこんだ`,
    })
    const words = saved.kind === 'saved' ? `読みこみました（第${saved.number}版）` : 'ほかの人が書いています'
    return redirect(kind.home(call.region.id, part), words)
  } catch (error) {
    if (error instanceof SyntaxError) return arrival(call, at, 'JSONとして読めません。ファイルを確かめてください')
    if (error instanceof Problem && error.code === 'invalid') return arrival(call, at, error.message)
    throw error
  }
}
