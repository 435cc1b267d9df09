import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Programme } from '../programmes/programmes.ts'
import { setProgramme } from '../settings/store.ts'
import { LETTER_TEXTS, type LetterKey } from './letter-texts.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    letter_text_changed: { label: string }
  }
}

export const letterTextHappenings = {
  letter_text_changed: (h) => `${h.actorName}さんが手紙の文「${h.details.label}」を直しました`,
} satisfies Sentences<'letter_text_changed'>

/** null goes back to the wording that came with the product. */
export const saveLetterText = (
  ctx: Ctx,
  programme: Programme,
  { key, text }: { key: LetterKey; text: { subject: string; body: string } | null },
): Promise<void> =>
  change(ctx, async (db, log) => {
    const { [key]: _body, [`${key}.subject`]: _subject, ...others } = programme.texts
    const texts = text ? { ...others, [key]: text.body, [`${key}.subject`]: text.subject } : others
    await setProgramme(db, programme.id, { texts })
    await log({ kind: 'letter_text_changed', programmeId: programme.id, details: { label: LETTER_TEXTS[key].label } })
  })
