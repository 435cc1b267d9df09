import type { RouteTable, Seen } from '../../access/doors.ts'
import type { ClashView } from '../../papers/clashes/clashes.ts'
import { answersFrom } from '../../papers/clashes/forms.ts'
import { clashReply } from '../../papers/clashes/routes.ts'
import type { Saved } from '../../papers/documents/documents.ts'
import type { AboutRevisions } from '../../papers/revisions/revisions.ts'
import { revisionRoutes } from '../../papers/revisions/routes.ts'
import { paths } from '../../paths/paths.ts'
import { clock } from '../../platform/time.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, readForm } from '../../platform/web/forms.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { file, page, type Reply, redirect } from '../../platform/web/reply.ts'
import { regionCrumbs, regionFrame } from '../../programme/sections/sections.ts'
import { namePaper, restorePaper, savePaper, undoPaper } from './actions.ts'
import { milestoneForm, readBody } from './forms.ts'
import { carriedPost } from './pages.ts'
import { type PaperAt, type PaperKind, splitRef, titleOf } from './papers.ts'
import { lastRevision, paperAt } from './store.ts'

type Here = Call & Seen['region']
/** Which kind an address names; the secretariat's own sheets are looked up. */
export type KindOf = (call: Here, kind: string) => Promise<PaperKind | undefined>

const MAX_JSON = 4 * 1024 * 1024

/** What every paper of a region has: its revisions, any two compared, names for versions, JSON out and in. */
export function paperRoutes(kindOf: KindOf): RouteTable<'region'> {
  const at = async (call: Here): Promise<PaperAt> => {
    const { kind: key, part } = splitRef(call.params.ref ?? '')
    const kind = await kindOf(call, key)
    if (!kind) throw notFound()
    return paperAt(call, kind, part)
  }
  const pointed = async (call: Here, number: number) => {
    const { kind, part } = await at(call)
    return { kind, part, number }
  }
  return {
    ...revisionRoutes('region', {
      base: '/regions/:regionId/papers/:ref',
      mayRead: 'paper.view',
      mayWrite: 'paper.view',
      about: async (call) => aboutPaper(call, await at(call)),
      undo: async (call, number) => undoPaper(call.ctx, call.region, await pointed(call, number)),
      restore: async (call, number) => restorePaper(call.ctx, call.region, await pointed(call, number)),
    }),
    'POST /regions/:regionId/papers/:ref/milestones': {
      may: 'paper.view',
      run: async (call) => name(call, await at(call)),
    },
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

function aboutPaper({ region }: Here, at: PaperAt): AboutRevisions {
  const { id } = region
  const writes = at.closed === null
  const home = at.kind.home(id, at.part)
  return {
    document: at.document,
    words: { ...at.kind.words, title: titleOf(at) },
    crumbs: regionCrumbs(region, [titleOf(at), home], '変更の記録'),
    backTo: home,
    list: paths.paperRevisions(id, at.ref),
    compare: (from, to) => paths.paperComparison(id, at.ref, { from, to }),
    undo: writes ? (number) => paths.paperUndo(id, at.ref, number) : null,
    restore: writes ? (number) => paths.paperRestoration(id, at.ref, number) : null,
    nameTo: writes ? paths.paperMilestones(id, at.ref) : null,
  }
}

async function name(call: Here, at: PaperAt): Promise<Reply> {
  const input = readForm(milestoneForm, call.body)
  if (!input.ok) throw new Problem('invalid', Object.values(input.form.errors)[0] ?? '')
  const number = await namePaper(call.ctx, call.region, at, input.data.label)
  return redirect(
    paths.paperRevisions(call.region.id, at.ref),
    `第${number}版に「${input.data.label}」と名前をつけました`,
  )
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
  return page('tools/papers/arrival', { ...props, title: heading, crumbs }, fileError ? 422 : 200)
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

/** The page of two texts for a save that clashed: its answer is posted to `saveTo` with everything that was posted before. */
export async function paperClash(
  call: Here,
  at: PaperAt,
  given: { saved: Extract<Saved, { kind: 'clash' }>; saveTo: string; backTo?: string },
): Promise<Reply> {
  const { saved, saveTo } = given
  const fresh = await paperAt(call, at.kind, at.part)
  const last = await lastRevision(call.ctx.db, fresh.document)
  const home = at.kind.home(call.region.id, at.part)
  const view: ClashView = {
    ...{ clashes: saved.clashes, against: saved.against, body: saved.body, words: at.kind.words },
    ...{ posted: call.body, carried: carriedPost(call.body), given: answersFrom(call.body) },
    theirsBy: last ? `${last.personName}さんが${clock(last.savedAt)}に保存した内容` : '保存されている内容',
    saveTo,
    backTo: given.backTo ?? home,
    crumbs: regionCrumbs(call.region, [titleOf(fresh), home], '二つの内容'),
  }
  return clashReply(view)
}
