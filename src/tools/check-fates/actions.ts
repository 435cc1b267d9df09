import { createHash } from 'node:crypto'
import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { keep } from '../../platform/db/transaction.ts'
import { Problem } from '../../platform/web/problem.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { factsOf } from '../check-facts/store.ts'
import type { Found } from '../checks/checks.ts'
import { allFound, isQuestion, keyOf } from '../questions/questions.ts'
import type { Fate, FateKind } from './check-fates.ts'
import { addFates, fatesOf, type NewFate, setFates } from './store.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    question_answered: { checkId: string; label: string; fate: FateKind | null }
  }
}

export const questionHappenings = {
  question_answered: (h) => {
    const { label, fate } = h.details
    const done = {
      kept_with_reason: 'に理由を書いて残しました',
      left: 'をこのままにしました',
      fixed: 'を受けて直しました',
    }
    return `${h.actorName}さんが${label}への問い${fate ? done[fate] : 'をもう一度たずねることにしました'}`
  },
} satisfies Sentences<'question_answered'>

const hashOf = ({ about, message }: Found): string =>
  createHash('sha256')
    .update(about || message)
    .digest('hex')
    .slice(0, 16)

const newFate = (region: Pick<Region, 'id'>, found: Found): NewFate => ({
  regionId: region.id,
  checkId: found.id,
  ...{ ref: found.place.ref, path: found.place.path, label: found.place.label, message: found.message },
  textHash: hashOf(found),
})

const OPEN = { fate: null, reason: '', person: '', at: null } as const

/** New words, or a place that was in order and is not any more: the question is asked anew. */
const isAnew = (known: Fate, found: Found): boolean =>
  known.fate === 'fixed' || (known.fate !== null && known.textHash !== hashOf(found))

/**
 * What is asked now, against what was asked before: new questions are noted as shown, those that are gone as 直した.
 * A reason that was written stays what it was.
 */
export async function recordFound(ctx: Ctx, region: Pick<Region, 'id'>, found: readonly Found[]): Promise<void> {
  const asked = new Map(found.filter(isQuestion).map((one) => [keyOf(one), one]))
  await keep(ctx, async (db) => {
    const known = await fatesOf(db, region.id)
    const before = new Map(known.map((fate) => [fate.key, fate]))
    const fresh = [...asked].filter(([key]) => !before.has(key)).map(([, one]) => newFate(region, one))
    await addFates(db, fresh, ctx.now)
    for (const [key, one] of asked) {
      const fate = before.get(key)
      if (!fate) continue
      const { textHash, message, label } = newFate(region, one)
      if (isAnew(fate, one)) await setFates(db, [fate.id], { textHash, message, label, ...OPEN })
      else if (fate.message !== message || fate.label !== label || fate.textHash !== textHash)
        await setFates(db, [fate.id], { textHash, message, label })
    }
    const gone = known.filter((fate) => !asked.has(fate.key) && (fate.fate === null || fate.fate === 'left'))
    const by = { person: ctx.actor.name, at: ctx.now.toISOString() }
    await setFates(
      db,
      gone.map(({ id }) => id),
      { fate: 'fixed', ...by },
    )
  })
}

/** After every save of a paper (handed to the papers' room in app.ts): what it asks now. */
export async function rememberQuestions(ctx: Ctx, region: Region): Promise<void> {
  await recordFound(ctx, region, allFound(await factsOf(ctx.db, region, ctx.now)))
}

export interface Answer {
  checkId: string
  ref: string
  path: string
  fate: 'kept_with_reason' | 'left' | null
  reason: string
}

/** One question, answered by a person; `circle` is its paper's. */
export async function answerQuestion(
  ctx: Ctx,
  region: Region,
  { answer, circle, found }: { answer: Answer; circle: Fate['ref']; found: readonly Found[] },
): Promise<void> {
  await change(ctx, async (db, log) => {
    await recordFound({ ...ctx, db }, region, found)
    const { checkId, ref, path, fate, reason } = answer
    const known = (await fatesOf(db, region.id)).find(
      (one) => one.checkId === checkId && one.ref === ref && one.path === path,
    )
    if (!known || known.fate === 'fixed')
      throw new Problem('gone', 'この問いは、もうありません。箱や欄が直されたようです')
    const by = fate ? { person: ctx.actor.name, at: ctx.now.toISOString() } : { person: '', at: null }
    await setFates(db, [known.id], { fate, reason: fate === 'kept_with_reason' ? reason : '', ...by })
    const details = { checkId, label: known.label, fate }
    await log({ kind: 'question_answered', regionId: region.id, circle: circle as 'region', details })
  })
}
