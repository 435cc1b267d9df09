import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import { putWords } from './store.ts'
import { DEFAULT_WORDS, sameWords, WORD_LISTS, type WordKey } from './word-lists.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    check_words_changed: { label: string; n: number }
  }
}

export const wordListHappenings = {
  check_words_changed: (h) =>
    `${h.actorName}さんが問いの言葉「${h.details.label}」を直しました（${h.details.n === 0 ? 'この問いは出なくなります' : `${h.details.n}語`}）`,
} satisfies Sentences<'check_words_changed'>

/** The list as it came with the product is not kept: it may grow with a new release. */
export const saveWords = (
  ctx: Ctx,
  programme: Pick<Programme, 'id'>,
  { key, words }: { key: WordKey; words: readonly string[] },
): Promise<void> =>
  change(ctx, async (db, log) => {
    const own = sameWords(words, DEFAULT_WORDS[key]) ? null : words
    await putWords(db, { programmeId: programme.id, key, words: own, by: ctx.actor.name }, ctx.now)
    const details = { label: WORD_LISTS[key].label, n: words.length }
    await log({ kind: 'check_words_changed', programmeId: programme.id, details })
  })
