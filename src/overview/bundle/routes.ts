import { runs } from '../../access/actor.ts'
import type { RouteTable } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import { keep } from '../../platform/db/transaction.ts'
import { bytesOf, storeBytes } from '../../platform/files/files.ts'
import { fileOf, keepFile } from '../../platform/files/store.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, withError } from '../../platform/web/forms.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { file, page, type Reply, redirect } from '../../platform/web/reply.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import { programmesOf } from '../../programme/programmes/store.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { exportBundle } from '../case-export/store.ts'
import type { Remark } from '../case-format/case-format.ts'
import { MAX_BYTES, readBundle } from '../case-format/checks.ts'
import { editsSince, importBundle } from './actions.ts'
import { bundleCheckPage, bundleFileName, bundlesPage } from './pages.ts'
import { importedRegions, regionOfBundle } from './store.ts'

const upload = { kinds: ['json'], maxBytes: MAX_BYTES, maxFiles: 1 } as const

export const bundleRoutes: RouteTable<'plain'> = {
  'GET /bundles': { may: 'bundle.import', run: (call) => show(call) },
  'POST /bundles/check': { may: 'bundle.import', run: check, upload },
  'GET /bundles/:fileId': { may: 'bundle.import', run: preview },
  'POST /bundles/:fileId': { may: 'bundle.import', run: take },
}

export const regionBundleRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/bundle': { may: 'bundle.export', run: download },
}

const ABOUT = 'bundle'
const title = '記録一式の取り込み'
const crumbs = [{ label: 'ホーム', href: paths.home }]

/** Years this actor runs; samples take nothing in. */
const ownYears = async ({ ctx }: Call): Promise<Programme[]> =>
  (await programmesOf(ctx.db, ctx.actor)).filter((p) => !p.isSample && runs(ctx.actor, p))

async function show(call: Call, form: FormState = emptyForm(), faults: readonly Remark[] = []): Promise<Reply> {
  const [programmes, imported] = [await ownYears(call), await importedRegions(call.ctx.db, call.ctx.actor)]
  const props = bundlesPage({ form, faults, programmes, imported })
  const status = Object.keys(form.errors).length > 0 ? 422 : 200
  return page('overview/bundle/index', { ...props, title, crumbs: [...crumbs, { label: title }] }, status)
}

/** A good file is kept and shown before anything is taken from it. */
async function check(call: Call): Promise<Reply> {
  const given = call.files[0]
  const form = emptyForm(call.body)
  const missing = call.fileFaults.file ?? (given ? null : '記録一式のファイル（.json）を選んでください')
  if (missing || !given) return show(call, withError(form, 'file', missing ?? ''))
  const { bundle, faults } = readBundle(given.bytes)
  if (!bundle) {
    const words = `「${given.name}」には直すところが${faults.length}か所あります。まだ何も取り込んでいません`
    return show(call, withError(form, 'file', words), faults)
  }
  await storeBytes(given.bytes)
  const { actor, now } = call.ctx
  const row = { name: given.name, mime: 'application/json', bytes: given.bytes, about: ABOUT, personId: actor.personId }
  const fileId = await keep(call.ctx, (db) => keepFile(db, row, now))
  return redirect(paths.bundleFile(fileId, textOf(call.body.into)))
}

const textOf = (value: string | string[] | undefined): string => [value ?? ''].flat().at(-1) ?? ''

/** Only who brought a file goes on with it. */
async function uploaded(call: Call) {
  const kept = await fileOf(call.ctx.db, call.params.fileId ?? '')
  if (kept?.about !== ABOUT || kept.personId !== call.ctx.actor.personId) throw notFound()
  const { bundle, notes } = readBundle(await bytesOf(kept))
  if (!bundle) throw notFound()
  return { bundle, notes }
}

async function preview(call: Call): Promise<Reply> {
  const { bundle, notes } = await uploaded(call)
  const { db } = call.ctx
  const before = (await regionOfBundle(db, bundle.id)) ?? null
  const edits = before ? await editsSince(db, before.id) : []
  const into = (await ownYears(call)).find((year) => year.id === call.query.into) ?? null
  const props = bundleCheckPage({ bundle, notes, edits, before, into, fileId: call.params.fileId ?? '' })
  const trail = [...crumbs, { label: title, href: paths.bundles }, { label: '内容の確認' }]
  return page('overview/bundle/check', { ...props, title: '取り込む内容の確認', crumbs: trail })
}

async function take(call: Call): Promise<Reply> {
  const { bundle } = await uploaded(call)
  const into = textOf(call.body.into)
  try {
    const { regionId, name, again } = await importBundle(call.ctx, bundle, into ? { into } : {})
    return redirect(
      paths.region(regionId),
      `「${name}」の記録一式を${again ? '取り込みなおしました' : '取り込みました'}`,
    )
  } catch (error) {
    if (!(error instanceof Problem) || error.code === 'forbidden') throw error
    return show(call, withError(emptyForm(call.body), 'file', error.message.split('\n')[0] ?? ''))
  }
}

async function download(call: Call & { region: Region; programme: Programme }): Promise<Reply> {
  const { region, programme, ctx } = call
  const bundle = await exportBundle(ctx.db, region.id)
  const who = region.members.length === 1 ? (region.members[0]?.name ?? region.name) : region.name
  const name = bundleFileName({ fiscalYear: programme.fiscalYear, name: who, now: ctx.now })
  return file({ name, type: 'application/json', bytes: Buffer.from(`${JSON.stringify(bundle, null, 2)}\n`) })
}
