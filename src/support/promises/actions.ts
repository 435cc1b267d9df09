import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { type Agreed, short } from './promises.ts'
import { addPromise, markPromise, type NewPromise } from './store.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    promise_made: { text: string; owner: string }
    promise_kept: { text: string; on: string }
    promise_waived: { text: string; reason: string }
  }
}

export const promiseHappenings = {
  promise_made: (h) =>
    `${h.actorName}さんが約束「${short(h.details.text)}」を書きました${h.details.owner ? `（行う人：${h.details.owner}）` : ''}`,
  promise_kept: (h) => `${h.actorName}さんが約束「${short(h.details.text)}」を済みにしました`,
  promise_waived: (h) =>
    `${h.actorName}さんが「${short(h.details.text)}」をしないことにしました（理由：${h.details.reason}）`,
} satisfies Sentences<'promise_made' | 'promise_kept' | 'promise_waived'>

type Given = Pick<NewPromise, 'text' | 'side' | 'owner' | 'ownerRole' | 'dueOn' | 'dueText' | 'circle'>

const logOf = (region: Region, promise: Pick<Agreed, 'circle'>) => ({ regionId: region.id, circle: promise.circle })

export const makePromise = (ctx: Ctx, region: Region, given: Given) =>
  change(ctx, async (db, log) => {
    await addPromise(db, { ...given, regionId: region.id, meetingId: null, createdBy: ctx.actor.name }, ctx.now)
    const details = { text: given.text, owner: given.owner }
    await log({ kind: 'promise_made', ...logOf(region, given), details })
  })

export const keepPromise = (ctx: Ctx, region: Region, promise: Agreed, on: string) =>
  change(ctx, async (db, log) => {
    const done = { status: 'done', heldOn: on, doneAt: ctx.now.toISOString(), doneBy: ctx.actor.name }
    await markPromise(db, promise.id, done)
    await log({ kind: 'promise_kept', ...logOf(region, promise), details: { text: promise.text, on } })
  })

/** Not done, and why: it leaves every list of what is open, and stays to be read. */
export const waivePromise = (ctx: Ctx, region: Region, promise: Agreed, reason: string) =>
  change(ctx, async (db, log) => {
    const by = { waivedAt: ctx.now.toISOString(), waivedBy: ctx.actor.name, waiveReason: reason }
    await markPromise(db, promise.id, by)
    await log({ kind: 'promise_waived', ...logOf(region, promise), details: { text: promise.text, reason } })
  })
