import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Region } from '../../programme/regions/regions.ts'
import type { Agreed } from './promises.ts'
import { addPromise, markPromise, type NewPromise } from './store.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    promise_made: { text: string; owner: string }
    promise_kept: { text: string; on: string }
  }
}

const short = (text: string) => ([...text].length > 40 ? `${[...text].slice(0, 40).join('')}…` : text)

export const promiseHappenings = {
  promise_made: (h) =>
    `${h.actorName}さんが約束「${short(h.details.text)}」を書きました${h.details.owner ? `（行う人：${h.details.owner}）` : ''}`,
  promise_kept: (h) => `${h.actorName}さんが約束「${short(h.details.text)}」を済みにしました`,
} satisfies Sentences<'promise_made' | 'promise_kept'>

type Given = Pick<NewPromise, 'text' | 'side' | 'owner' | 'dueOn' | 'dueText' | 'circle'>

export const makePromise = (ctx: Ctx, region: Region, given: Given) =>
  change(ctx, async (db, log) => {
    await addPromise(db, { ...given, regionId: region.id, meetingId: null, createdBy: ctx.actor.name }, ctx.now)
    const details = { text: given.text, owner: given.owner }
    await log({ kind: 'promise_made', regionId: region.id, circle: given.circle, details })
  })

export const keepPromise = (ctx: Ctx, region: Region, promise: Agreed, on: string) =>
  change(ctx, async (db, log) => {
    await markPromise(db, promise.id, { status: 'done', heldOn: on, doneAt: ctx.now.toISOString() })
    await log({
      kind: 'promise_kept',
      regionId: region.id,
      circle: promise.circle,
      details: { text: promise.text, on },
    })
  })
