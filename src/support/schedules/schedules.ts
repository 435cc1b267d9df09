import { spanWords } from '../occasions/occasions.ts'

/** What became of a meeting's date, in order: nothing is overwritten. */
export const DATE_KINDS = {
  fixed: '決まりました',
  moved: '変わりました',
  postponed: '延期しました',
  cancelled: '中止にしました',
  skipped: '実施しないことにしました',
} as const
export type DateKind = keyof typeof DATE_KINDS

/** Ways a planned meeting does not take place on its day. */
export const ENDINGS = {
  postponed: '延期する（日を改めて決めます）',
  cancelled: '中止にする',
  skipped: '実施しない（この地域では、この回を行いません）',
} as const
export type Ending = keyof typeof ENDINGS

export interface DateFact {
  id: string
  meetingId: string
  /** Also the SEQUENCE of the calendar files that tell it. */
  sequence: number
  kind: DateKind
  heldOn: string | null
  startsAt: string | null
  minutes: number | null
  mode: string | null
  place: string
  reason: string
  byName: string
  createdAt: string
}

/** 「令和7年10月29日（水） 14:00〜15:30 に決まりました」 */
export function factWords(fact: DateFact): string {
  const { heldOn, startsAt, minutes, kind, reason } = fact
  const isOn = kind === 'fixed' || kind === 'moved'
  const when = heldOn ? spanWords({ heldOn, startsAt, minutes }, true) : ''
  const words = isOn ? `${when}に${DATE_KINDS[kind]}` : `${when ? `${when}の予定を、` : ''}${DATE_KINDS[kind]}`
  return reason ? `${words}（理由：${reason}）` : words
}
