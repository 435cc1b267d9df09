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
import { readForm } from '../../platform/web/forms.ts'
import { Problem } from '../../platform/web/problem.ts'
import { type Reply, redirect } from '../../platform/web/reply.ts'
import { regionCrumbs } from '../../programme/sections/sections.ts'
import { namePaper, restorePaper, undoPaper } from './actions.ts'
import { milestoneForm } from './forms.ts'
import { carriedPost } from './pages.ts'
import { type PaperAt, titleOf } from './papers.ts'
import { type KindOf, lastRevision, namedPaper, paperAt } from './store.ts'

type Here = Call & Seen['region']

/** What every paper of a region has: its revisions, any two compared, names for versions, JSON out and in. */
export function paperRoutes(kindOf: KindOf): RouteTable<'region'> {
  const at = namedPaper(kindOf)
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
