import type { Letter } from '../../platform/mail/outbox.ts'
import type { Sentences } from '../history/history.ts'

export const LETTER_STATES = {
  waiting: '待っています',
  sent: '送りました',
  failed: '送れませんでした',
  uncertain: '送れたか分かりません',
  cancelled: '送るのをやめました',
} as const
export type LetterState = keyof typeof LETTER_STATES

/** Sending takes at most two minutes; claimed for longer means that we went down in the middle. */
export const UNCERTAIN_AFTER_MINUTES = 5

type Marks = Pick<Letter, 'claimedAt' | 'sentAt' | 'failedAt' | 'cancelledAt'>

export function letterStateOf(letter: Marks, now: Date): LetterState {
  if (letter.sentAt) return 'sent'
  if (letter.cancelledAt) return 'cancelled'
  if (letter.failedAt) return 'failed'
  if (letter.claimedAt && letter.claimedAt < uncertainBefore(now)) return 'uncertain'
  return 'waiting'
}

export const uncertainBefore = (now: Date): string =>
  new Date(now.getTime() - UNCERTAIN_AFTER_MINUTES * 60_000).toISOString()

export const LETTER_KINDS: Record<string, string> = {
  sign_in: '入るためのリンク',
  password: 'パスワードを決めなおすリンク',
  password_changed: 'パスワードが変わった知らせ',
  invitation: '招待',
  membership: '役割が加わった知らせ',
  morning: '朝のまとめ',
  news: '動いたことの知らせ',
  transfer: '引き継ぎの知らせ',
  consultation: '相談と返事',
}

declare module '../history/history.ts' {
  interface Happenings {
    letter_sent_again: { subject: string; to: string }
  }
}

export const letterHappenings = {
  letter_sent_again: (h) => `${h.actorName}さんが「${h.details.subject}」を${h.details.to}にもう一度送りました`,
} satisfies Sentences<'letter_sent_again'>
