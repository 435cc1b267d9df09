import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { keep } from '../../platform/db/transaction.ts'
import { storeBytes } from '../../platform/files/files.ts'
import { today } from '../../platform/time.ts'
import type { Upload } from '../../platform/web/call.ts'
import { Problem } from '../../platform/web/problem.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { addPromiseFiles, dropDraftFile, showFilesOf } from '../promise-files/store.ts'
import { type Agreed, ownerWords, short } from '../promises/promises.ts'
import { markPromise } from '../promises/store.ts'
import { type HandIn, type HandInAnswer, isOnBehalf } from './homework.ts'
import { handInsOf, markHandIn, nextNumber, openDraft } from './store.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    homework_handed_in: { id: string; text: string; number: number; onBehalfOf: string | null }
    homework_answered: { id: string; text: string; answer: HandInAnswer }
  }
}

export const homeworkHappenings = {
  homework_handed_in: (h) =>
    `${h.actorName}さんが宿題「${short(h.details.text)}」の第${h.details.number}版を${h.details.onBehalfOf ? `${h.details.onBehalfOf}に代わって` : ''}提出しました`,
  homework_answered: (h) =>
    h.details.answer === 'accepted'
      ? `${h.actorName}さんが宿題「${short(h.details.text)}」を受けとりました`
      : `${h.actorName}さんが宿題「${short(h.details.text)}」に直してほしいことを返しました`,
} satisfies Sentences<'homework_handed_in' | 'homework_answered'>

const placeOf = (ctx: Ctx, region: Region) => ({ programmeId: region.programmeId, personId: ctx.actor.personId })
const storeAll = async (files: readonly Upload[]) => {
  for (const one of files) await storeBytes(one.bytes)
}
const logOf = (region: Region, promise: Pick<Agreed, 'circle'>) => ({ regionId: region.id, circle: promise.circle })

interface Written {
  text: string
  files: readonly Upload[]
  drop?: string
}

const writerOf = (ctx: Ctx) => ({ personId: ctx.actor.personId, personName: ctx.actor.name })

/** What was typed and what arrived is kept; nobody else sees it before it is handed in. */
export async function keepHandIn(ctx: Ctx, region: Region, promise: Agreed, given: Written): Promise<void> {
  await storeAll(given.files)
  await keep(ctx, async (db) => {
    const draft = await openDraft(db, promise.id, writerOf(ctx), ctx.now)
    const to = { part: 'hand_in' as const, handInId: draft.id, ...placeOf(ctx, region) }
    await addPromiseFiles(db, promise, { files: given.files, ...to }, ctx.now)
    if (given.drop) await dropDraftFile(db, draft.id, given.drop, ctx.now)
    await markHandIn(db, draft.id, { text: given.text })
  })
}

export async function handIn(
  ctx: Ctx,
  region: Region,
  promise: Agreed,
  given: Written & { arrivedOn: string | null },
): Promise<number> {
  await keepHandIn(ctx, region, promise, given)
  return change(ctx, async (db, log) => {
    const draft = await openDraft(db, promise.id, writerOf(ctx), ctx.now)
    const { sent } = await handInsOf(db, promise.id, null)
    if (sent[0] && !sent[0].answer)
      throw new Problem('conflict', '先に提出されたものが、返事を待っています。書いたものは下書きに残しました')
    const number = await nextNumber(db, promise.id)
    const onBehalfOf = isOnBehalf(ctx.actor, promise, region) ? ownerWords(promise) || '担当' : null
    const arrivedOn = given.arrivedOn ?? today(ctx.now)
    await markHandIn(db, draft.id, { number, onBehalfOf, arrivedOn, submittedAt: ctx.now.toISOString() })
    await markPromise(db, promise.id, { status: 'doing' })
    await showFilesOf(db, draft.id, region.id)
    const details = { id: promise.id, text: promise.text, number, onBehalfOf }
    await log({ kind: 'homework_handed_in', ...logOf(region, promise), details })
    return number
  })
}

interface Answered {
  answer: HandInAnswer
  text: string
  files: readonly Upload[]
}

/** Accepted: done from the day it came. Returned: the notes stand first when its owner opens it again. */
export async function answerHandIn(ctx: Ctx, region: Region, at: { promise: Agreed; handIn: HandIn }, given: Answered) {
  await storeAll(given.files)
  return change(ctx, async (db, log) => {
    const { promise, handIn: one } = at
    const { sent } = await handInsOf(db, promise.id, null)
    if (sent[0]?.id !== one.id || sent[0].answer)
      throw new Problem('conflict', 'ほかの人がすでに返事をしています。宿題のページを開き直してください')
    const by = { answeredAt: ctx.now.toISOString(), answeredBy: ctx.actor.name }
    await markHandIn(db, one.id, { answer: given.answer, answerText: given.text, ...by })
    const files = { files: given.files, part: 'answer' as const, handInId: one.id, ...placeOf(ctx, region) }
    await addPromiseFiles(db, promise, files, ctx.now)
    const done = {
      status: 'done',
      heldOn: one.arrivedOn,
      doneAt: by.answeredAt,
      doneBy: one.onBehalfOf ?? one.personName,
    }
    if (given.answer === 'accepted') await markPromise(db, promise.id, done)
    await log({
      kind: 'homework_answered',
      ...logOf(region, promise),
      details: { id: promise.id, text: promise.text, answer: given.answer },
    })
  })
}
