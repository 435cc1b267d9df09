import { milestonesOf } from '../../papers/revisions/store.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { factsOf } from '../check-facts/store.ts'
import { fatesOf } from '../check-fates/store.ts'
import { indicatorRows } from '../logic-models/logic-models.ts'
import { type TabKey, tabsOf } from '../model-show/model-show.ts'
import type { PaperAt } from '../papers/papers.ts'
import { askedOn, questionsFor } from '../questions/questions.ts'

/** The tabs above every page of the logic model, with the same counts everywhere. */
export async function modelTabs(ctx: Ctx, region: Region, at: PaperAt, here: TabKey['key']) {
  const found = questionsFor(at.ref, at.head.body, await factsOf(ctx.db, region, ctx.now))
  const versions = at.document ? (await milestonesOf(ctx.db, at.document.id)).length : 0
  return tabsOf(region.id, here, {
    indicators: indicatorRows(at.head.body).length,
    questions: askedOn(region.id, found, await fatesOf(ctx.db, region.id)).length,
    versions,
  })
}
