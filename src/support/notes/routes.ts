import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, readForm } from '../../platform/web/forms.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { notAliveReason } from '../../programme/regions/regions.ts'
import { regionCrumbs } from '../../programme/sections/sections.ts'
import { takeNote, writeNote } from './actions.ts'
import { noteForm } from './forms.ts'
import { notesPage } from './pages.ts'
import { notesOfRegion } from './store.ts'

type RegionCall = Call & Seen['region']

export const noteRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/notes': { may: 'note.write', run: (call) => list(call) },
  'POST /regions/:regionId/notes': { may: 'note.write', run: write },
  'POST /regions/:regionId/notes/:noteId/removal': { may: 'note.write', run: remove },
}

async function list(call: RegionCall, form = emptyForm(), status = 200): Promise<Reply> {
  const { ctx, region } = call
  const props = notesPage(ctx.actor, region, { notes: await notesOfRegion(ctx.db, region.id), form })
  const crumbs = regionCrumbs(region, ['助言', paths.advice(region.id)], '支援チームのメモ')
  return page('support/notes/index', { ...props, title: `${region.name} 支援チームのメモ`, crumbs }, status)
}

function askAlive({ region }: RegionCall): void {
  const reason = notAliveReason(region)
  if (reason) throw new Problem('conflict', reason)
}

async function write(call: RegionCall): Promise<Reply> {
  askAlive(call)
  const input = readForm(noteForm, call.body)
  if (!input.ok) return list(call, input.form, 422)
  await writeNote(call.ctx, call.region, input.data.text)
  return redirect(paths.notes(call.region.id), 'メモを残しました。アドバイザーと事務局だけが読めます')
}

async function remove(call: RegionCall): Promise<Reply> {
  askAlive(call)
  const { ctx, region, params } = call
  const note = (await notesOfRegion(ctx.db, region.id)).find(({ id }) => id === params.noteId)
  if (!note || note.personId !== ctx.actor.personId) throw notFound()
  await takeNote(ctx, region, note)
  return redirect(paths.notes(region.id), 'メモを消しました')
}
