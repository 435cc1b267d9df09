import type { PollView } from '../dates/dates.ts'
import { type Occasion, spanWords } from '../occasions/occasions.ts'

export const GONE = 'このリンクは期限が切れたか、取り消されました。日程のことは、事務局にご連絡ください'
export const LEFT =
  '担当を終えられたため、このリンクは使えなくなりました。いまの担当の方には、別のリンクをお送りしています'
const ENDED = '事務局がこの日程調整を終えました。ご都合が変わったときは、事務局に電話かメールでお知らせください。'

/** Why nothing can be answered any more, in words. */
export function closedWords({ o, view }: { o: Occasion; view: PollView }): string | null {
  const { region, slot } = o
  if (region?.pause) return 'この地域の支援は、いま休んでいます。日程は、再開してから改めてご相談します。'
  if (slot.state === 'cancelled') return 'この回は取りやめになりました。返事は要りません。'
  if (!view.poll.closedAt) return null
  const { heldOn, startsAt = null, minutes = null } = slot.meeting ?? {}
  return heldOn ? `日程は${spanWords({ heldOn, startsAt, minutes })}に決まりました。${ENDED}` : ENDED
}
