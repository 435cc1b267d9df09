import type { RouteTable } from '../../access/doors.ts'
import { may } from '../../access/may.ts'
import { type AboutRevisions, templateWords } from '../../papers/revisions/revisions.ts'
import { revisionRoutes } from '../../papers/revisions/routes.ts'
import { paths } from '../../paths/paths.ts'
import type { Call } from '../../platform/web/call.ts'
import { type At, canChange, entryOf, undoEntry } from '../entries/actions.ts'
import { readOnlyReason } from '../regions/regions.ts'
import { regionCrumbs } from '../sections/sections.ts'

/** Who wrote what when, any two versions side by side, and a version taken back. */
export const entryRevisionRoutes: RouteTable<'region'> = revisionRoutes('region', {
  base: '/regions/:regionId/entry',
  mayRead: 'entry.view',
  mayWrite: 'entry.edit',
  about,
  undo: (call, number) => undoEntry(call.ctx, call, number),
})

async function about(call: Call & At): Promise<AboutRevisions> {
  const { document, template } = await entryOf(call.ctx, call)
  const { id } = call.region
  const writes =
    may(call.ctx.actor, 'entry.edit', call.region) && !readOnlyReason(call.region) && (await canChange(call.ctx, call))
  return {
    document,
    words: templateWords(template),
    crumbs: regionCrumbs(call.region, [template.title, paths.entry(id)], '変更の記録'),
    backTo: paths.entry(id),
    list: paths.entryRevisions(id),
    compare: (from, to) => paths.entryComparison(id, from, to),
    undo: writes ? (number) => paths.entryRevisionUndo(id, number) : null,
  }
}
