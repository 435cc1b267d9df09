import { openDocument, saveDocument } from '../../papers/documents/actions.ts'
import type { Saved, ToSave } from '../../papers/documents/documents.ts'
import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import { reportOwner, reportWords } from './annual-texts.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    annual_report_saved: { places: string[] }
  }
}

export const annualTextHappenings = {
  annual_report_saved: (h) => `${h.actorName}さんが年度報告書の文を直しました（${h.details.places.join('、')}）`,
} satisfies Sentences<'annual_report_saved'>

/** Like every document: what two people changed differently is asked, never lost. */
export const saveTexts = (
  ctx: Ctx,
  programme: Programme,
  given: Pick<ToSave, 'base' | 'fields' | 'resolve'>,
): Promise<Saved> =>
  change(ctx, async (db, log) => {
    const document = await openDocument(db, { ...reportOwner(programme.id), circle: 'office' }, ctx.now)
    const saved = await saveDocument({ ...ctx, db }, document.id, given)
    if (saved.kind === 'clash' || saved.changes.length === 0) return saved
    const places = saved.changes.map(({ path }) => reportWords.place(path, {}))
    await log({ kind: 'annual_report_saved', programmeId: programme.id, circle: 'office', details: { places } })
    return saved
  })
