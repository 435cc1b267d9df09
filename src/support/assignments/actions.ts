import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { storeBytes } from '../../platform/files/files.ts'
import type { Upload } from '../../platform/web/call.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { tieTools } from '../homework/store.ts'
import { addPromiseFiles } from '../promise-files/store.ts'
import { type Agreed, ownerWords, short } from '../promises/promises.ts'
import { addPromise, markPromise, type NewPromise, promisesOfRegion } from '../promises/store.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    homework_asked: { id: string; text: string; owner: string }
  }
}

export const assignmentHappenings = {
  homework_asked: (h) =>
    `${h.actorName}さんが宿題「${short(h.details.text)}」を出しました${h.details.owner ? `（出す人：${h.details.owner}）` : ''}`,
} satisfies Sentences<'homework_asked'>

type Asked = Pick<NewPromise, 'text' | 'owner' | 'ownerRole' | 'side' | 'dueOn' | 'dueText' | 'circle' | 'meetingId'>
interface Asking {
  why: string
  toolIds: readonly string[]
  files: readonly Upload[]
}

/** A new one, or a promise already made that now asks for something handed in. */
export async function askHomework(
  ctx: Ctx,
  region: Region,
  given: { promise: Agreed | null; asked: Asked } & Asking,
): Promise<string> {
  for (const one of given.files) await storeBytes(one.bytes)
  return change(ctx, async (db, log) => {
    const { asked, why, toolIds, files } = given
    const by = { regionId: region.id, createdBy: ctx.actor.name, homeworkWhy: why }
    const id = given.promise?.id ?? (await addPromise(db, { ...asked, ...by }, ctx.now))
    if (given.promise) await markPromise(db, id, { ...asked, homeworkWhy: why })
    const promise = (await promisesOfRegion(db, region.id, [asked.circle])).find((p) => p.id === id) as Agreed
    await tieTools(db, id, toolIds)
    await addPromiseFiles(
      db,
      promise,
      { files, part: 'ask', programmeId: region.programmeId, personId: ctx.actor.personId },
      ctx.now,
    )
    const details = { id, text: asked.text, owner: ownerWords(promise) }
    await log({ kind: 'homework_asked', regionId: region.id, circle: promise.circle, details })
    return id
  })
}
