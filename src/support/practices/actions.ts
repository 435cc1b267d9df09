import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { storeBytes } from '../../platform/files/files.ts'
import type { Upload } from '../../platform/web/call.ts'
import { Problem } from '../../platform/web/problem.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { sideOf } from '../owners/owners.ts'
import { addPromiseFiles } from '../promise-files/store.ts'
import { type Agreed, PROMISE_TYPES, type PromiseType, short } from '../promises/promises.ts'
import { addPromise, markPromise, type NewPromise, promisesOfRegion } from '../promises/store.ts'
import type { PracticeGiven } from './practices.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    practice_recorded: { id: string; text: string; type: PromiseType; on: string }
    practice_amended: { id: string; text: string }
  }
}

export const practiceHappenings = {
  practice_recorded: (h) =>
    `${h.actorName}さんが実践「${short(h.details.text)}」（${PROMISE_TYPES[h.details.type]}）を書きました`,
  practice_amended: (h) => `${h.actorName}さんが実践「${short(h.details.text)}」に書き足しました`,
} satisfies Sentences<'practice_recorded' | 'practice_amended'>

type Free = Pick<NewPromise, 'text' | 'circle'> & { ownerRole: NonNullable<NewPromise['ownerRole']> }
interface Brought {
  practice: PracticeGiven
  files: readonly Upload[]
}

const filesOf = (ctx: Ctx, region: Region, files: readonly Upload[]) => ({
  files,
  part: 'practice' as const,
  programmeId: region.programmeId,
  personId: ctx.actor.personId,
})

/** An agreed thing is done, or something is done that nobody had agreed on: the same record. */
export async function recordPractice(
  ctx: Ctx,
  region: Region,
  of: { promise: Agreed } | { free: Free },
  { practice, files }: Brought,
): Promise<string> {
  for (const one of files) await storeBytes(one.bytes)
  return change(ctx, async (db, log) => {
    const text = 'free' in of ? of.free.text : of.promise.text
    const circle = 'free' in of ? of.free.circle : of.promise.circle
    const nobodys = { regionId: region.id, meetingId: null, owner: '', dueOn: null, dueText: null }
    const id =
      'promise' in of
        ? of.promise.id
        : await addPromise(
            db,
            { ...nobodys, ...of.free, side: sideOf(of.free.ownerRole), createdBy: ctx.actor.name },
            ctx.now,
          )
    const own = (await promisesOfRegion(db, region.id, [circle])).find((p) => p.id === id) as Agreed
    if (own.status === 'done') throw new Problem('conflict', 'この約束は、すでに済みになっています')
    const done = { status: 'done', doneAt: ctx.now.toISOString(), doneBy: ctx.actor.name }
    await markPromise(db, id, { ...practice, ...done })
    await addPromiseFiles(db, own, filesOf(ctx, region, files), ctx.now)
    const details = { id, text, type: practice.type, on: practice.heldOn }
    await log({ kind: 'practice_recorded', regionId: region.id, circle, details })
    return id
  })
}

export async function amendPractice(ctx: Ctx, region: Region, promise: Agreed, { practice, files }: Brought) {
  for (const one of files) await storeBytes(one.bytes)
  await change(ctx, async (db, log) => {
    await markPromise(db, promise.id, { ...practice })
    await addPromiseFiles(db, promise, filesOf(ctx, region, files), ctx.now)
    const where = { regionId: region.id, circle: promise.circle }
    await log({ kind: 'practice_amended', ...where, details: { id: promise.id, text: promise.text } })
  })
}
