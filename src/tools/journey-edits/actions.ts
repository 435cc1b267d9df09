import type { Saved, ToSave } from '../../papers/documents/documents.ts'
import { type Body, type Row, rowsIn } from '../../papers/templates/templates.ts'
import { change } from '../../people/history/actions.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { newId } from '../../platform/db/ids.ts'
import { addDays, dayOf, today } from '../../platform/time.ts'
import { Problem } from '../../platform/web/problem.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { journeyKind } from '../journeys/journeys.ts'
import { savePaper } from '../papers/actions.ts'
import { titleOf } from '../papers/papers.ts'
import { endRemoval, putRemoval } from '../sheets/store.ts'
import type { JourneyAt } from './store.ts'

function askOpen({ closed, journey }: JourneyAt): void {
  if (closed) throw new Problem('forbidden', closed)
  if (journey.removedAt) throw new Problem('conflict', 'この経過図は消されています。書くときは、先に戻してください')
}

/** A new journey; its rows may come along from Excel. */
export async function addJourney(ctx: Ctx, region: Region, body: Body, note = ''): Promise<string> {
  const part = newId()
  await savePaper(ctx, region, journeyKind, { part, fields: body, note })
  return part
}

export function saveJourney(
  ctx: Ctx,
  region: Region,
  at: JourneyAt,
  given: Pick<ToSave, 'fields' | 'resolve'> & { base: number | undefined },
): Promise<Saved> {
  askOpen(at)
  return savePaper(ctx, region, journeyKind, { part: at.part, ...given })
}

/** Pasted rows stand behind those there are, or instead of them. */
export function addRows(
  ctx: Ctx,
  region: Region,
  at: JourneyAt,
  given: { rows: readonly Record<string, string>[]; isInstead: boolean },
): Promise<Saved> {
  askOpen(at)
  const rows = given.rows.map((row): Row => ({ ...row, id: newId() }))
  const edit = (body: Body): Body => ({ ...body, rows: [...(given.isInstead ? [] : rowsIn(body, 'rows')), ...rows] })
  return savePaper(ctx, region, journeyKind, { part: at.part, edit, source: 'excel', note: '表の貼りつけ' })
}

const DAYS_KEPT = 30

/** Taken away; what was written stays, and comes back whole within thirty days. */
export async function removeJourney(ctx: Ctx, region: Region, at: JourneyAt): Promise<void> {
  askOpen(at)
  const { document, ref } = at
  if (!document) return
  await change(ctx, async (db, log) => {
    await putRemoval(db, { documentId: document.id, removedBy: ctx.actor.name }, ctx.now)
    const details = { title: titleOf(at), ref }
    await log({ kind: 'sheet_removed', regionId: region.id, circle: document.circle, details })
  })
}

export async function putJourneyBack(ctx: Ctx, region: Region, at: JourneyAt): Promise<void> {
  const { document, ref, closed } = at
  const { removedAt } = at.journey
  if (closed) throw new Problem('forbidden', closed)
  if (!document || !removedAt) throw new Problem('conflict', 'この経過図は消されていません')
  if (today(ctx.now) > addDays(dayOf(removedAt), DAYS_KEPT))
    throw new Problem('gone', '消してから30日を過ぎたため、戻せません')
  await change(ctx, async (db, log) => {
    await endRemoval(db, document.id, ctx.now)
    const details = { title: titleOf(at), ref }
    await log({ kind: 'sheet_put_back', regionId: region.id, circle: document.circle, details })
  })
}
