import type { Circle } from '../../access/circles.ts'
import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { isDay, warekiShort } from '../../platform/time.ts'
import { Problem } from '../../platform/web/problem.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { shortText } from '../box-names/box-names.ts'
import type { Indicator } from '../logic-models/logic-models.ts'
import { insertValue, markValue } from './store.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    indicator_measured: { indicator: string; on: string; value: string }
    indicator_value_removed: { indicator: string }
    indicator_value_restored: { indicator: string }
  }
}

export const indicatorHappenings = {
  indicator_measured: (h) =>
    `${h.actorName}さんが指標「${h.details.indicator}」の値を書きました（${isDay(h.details.on) ? warekiShort(h.details.on) : h.details.on}：${h.details.value}）`,
  indicator_value_removed: (h) => `${h.actorName}さんが指標「${h.details.indicator}」の値を一つ消しました`,
  indicator_value_restored: (h) => `${h.actorName}さんが指標「${h.details.indicator}」の値を元に戻しました`,
} satisfies Sentences<'indicator_measured' | 'indicator_value_removed' | 'indicator_value_restored'>

export interface NewValue {
  /** A day, or a time as people write it. */
  on: string
  value: string
  note: string
}
/** Whose value it is, and in which circle the model is read. */
export interface Place {
  region: Region
  indicator: Pick<Indicator, 'id' | 'text'>
  circle: Circle
}

const called = ({ indicator }: Place) => ({ indicator: shortText(indicator) })

export const addValue = (ctx: Ctx, place: Place, { on, value, note }: NewValue): Promise<string> =>
  change(ctx, async (db, log) => {
    const { region, indicator, circle } = place
    const { personId, name: personName } = ctx.actor
    const row = { regionId: region.id, indicatorId: indicator.id, measuredOn: on, value, note, personId, personName }
    const id = await insertValue(db, row, ctx.now)
    await log({ kind: 'indicator_measured', regionId: region.id, circle, details: { ...called(place), on, value } })
    return id
  })

export const removeValue = (ctx: Ctx, place: Place, id: string): Promise<void> =>
  change(ctx, async (db, log) => {
    const { region, circle } = place
    if (!(await markValue(db, { regionId: region.id, id }, { name: ctx.actor.name, now: ctx.now })))
      throw new Problem('conflict', 'この値は、ほかの人が先に消しました')
    await log({ kind: 'indicator_value_removed', regionId: region.id, circle, details: called(place) })
  })

export const restoreValue = (ctx: Ctx, place: Place, id: string): Promise<void> =>
  change(ctx, async (db, log) => {
    const { region, circle } = place
    if (!(await markValue(db, { regionId: region.id, id }, null)))
      throw new Problem('conflict', 'この値は、もう元に戻っています')
    await log({ kind: 'indicator_value_restored', regionId: region.id, circle, details: called(place) })
  })
