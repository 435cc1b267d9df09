import type { Deeds, RouteTable, Scope, Seen } from '../../access/doors.ts'
import type { Call } from '../../platform/web/call.ts'
import { notFound } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import type { Document, Saved } from '../documents/documents.ts'
import { bodyAt, headOf } from '../documents/store.ts'
import { comparisonPage, PER_PAGE, revisionsPage } from './pages.ts'
import type { AboutRevisions } from './revisions.ts'
import { milestonesOf, revisionsOf } from './store.ts'

interface Mounting<S extends Scope> {
  /** Where the document's own page stands. */
  base: `/${string}`
  mayRead: Deeds[S]
  mayWrite: Deeds[S]
  about(call: Call & Seen[S]): Promise<AboutRevisions>
  /** Takes a revision back, with the owner's line of history. */
  undo(call: Call & Seen[S], number: number): Promise<Saved>
  /** Puts a revision back, with the owner's line of history. */
  restore?(call: Call & Seen[S], number: number): Promise<Saved>
}

/** Papers have no doors of their own: the owner of a document mounts these beside its page. */
export function revisionRoutes<S extends Scope>(_scope: S, given: Mounting<S>): RouteTable<S> {
  type Here = Call & Seen[S]
  const { restore } = given
  return {
    ...(restore && {
      [`POST ${given.base}/revisions/:number/restoration`]: {
        may: given.mayWrite,
        run: async (call: Here) => putBack(call, await given.about(call), (number) => restore(call, number)),
      },
    }),
    [`GET ${given.base}/revisions`]: {
      may: given.mayRead,
      run: async (call: Here) => list(call, await given.about(call)),
    },
    [`GET ${given.base}/revisions/:from/:to`]: {
      may: given.mayRead,
      run: async (call: Here) => compare(call, await given.about(call)),
    },
    [`POST ${given.base}/revisions/:number/undo`]: {
      may: given.mayWrite,
      run: async (call: Here) => undo(call, await given.about(call), (number) => given.undo(call, number)),
    },
  } as RouteTable<S>
}

const numberIn = (text: string | undefined): number => (/^\d{1,9}$/.test(text ?? '') ? Number(text) : Number.NaN)

async function list(call: Call, about: AboutRevisions): Promise<Reply> {
  const at = Math.max(1, numberIn(call.query.page) || 1)
  const { document, crumbs } = about
  const [from, to] = [numberIn(call.query.from), numberIn(call.query.to)]
  if (from >= 0 && to >= 0) return redirect(about.compare(Math.min(from, to), Math.max(from, to)))
  const { db } = call.ctx
  const revisions = document ? await revisionsOf(db, document.id, { limit: PER_PAGE, offset: (at - 1) * PER_PAGE }) : []
  const body = document ? (await headOf(db, document.id)).body : {}
  const milestones = document ? await milestonesOf(db, document.id) : []
  const props = revisionsPage(about, revisions, { body, page: at, milestones })
  return page('papers/revisions/list', { ...props, title: props.heading, crumbs })
}

function known(document: Document | undefined, ...numbers: number[]): Document {
  if (!document || !numbers.every((n) => n >= 0 && n <= document.headNumber)) throw notFound()
  return document
}

async function compare(call: Call, about: AboutRevisions): Promise<Reply> {
  const [a, b] = [numberIn(call.params.from), numberIn(call.params.to)].sort((x, y) => x - y) as [number, number]
  const document = known(about.document, a, b)
  const props = comparisonPage(about, {
    before: await bodyAt(call.ctx.db, document.id, a),
    after: await bodyAt(call.ctx.db, document.id, b),
    isInline: call.query.view === 'inline',
  })
  return page('papers/revisions/compare', { ...props, title: props.heading, crumbs: about.crumbs })
}

async function undo(call: Call, about: AboutRevisions, take: (number: number) => Promise<Saved>): Promise<Reply> {
  const number = numberIn(call.params.number)
  known(about.document, number)
  if (!about.undo || number === 0) throw notFound()
  const saved = await take(number)
  const words =
    saved.kind === 'clash'
      ? `第${number}版のあとに同じところが書きかえられているため、取り消せません。見くらべて、画面で直してください`
      : `第${number}版の変更を取り消しました`
  return redirect(saved.kind === 'clash' ? about.compare(number - 1, number) : about.list, words)
}

async function putBack(call: Call, about: AboutRevisions, take: (number: number) => Promise<Saved>): Promise<Reply> {
  const number = numberIn(call.params.number)
  known(about.document, number)
  if (!about.restore || number === 0) throw notFound()
  const saved = await take(number)
  const now =
    saved.kind === 'saved' ? `新しい第${saved.number}版にしました` : 'ほかの人が書いているため、戻せませんでした'
  return redirect(about.list, `第${number}版の内容を、${now}`)
}
