import type { Role } from '../../access/actor.ts'

export const ANSWERS = { yes: '○', maybe: '△', no: '×' } as const
export type Answer = keyof typeof ANSWERS
export const ANSWER_WORDS = { yes: '○ 出られます', maybe: '△ 調整すれば出られます', no: '× 出られません' } as const

/** Whom a poll asks, and who must be there. */
export const PARTS = {
  yes: '聞く',
  lead: '聞く（必ず出る人）',
  told: '聞かずに、決まったら知らせる',
  no: '呼ばない',
} as const
export type Part = keyof typeof PARTS

export const ANSWER_WAYS = { link: 'メールのリンク', account: '伴走ノートの画面', recorded: '事務局が記録' } as const
export type AnswerWay = keyof typeof ANSWER_WAYS

/** 日程調整 for one meeting; at most one is open. */
export interface Poll {
  id: string
  meetingId: string
  mode: string
  note: string
  answerByOn: string | null
  openedAt: string
  openedBy: string
  closedAt: string | null
  closedBy: string | null
  chosenSlotId: string | null
  /** People of the team who are not invited this time: no letter goes to them. */
  leftOut: string[]
}

export interface PollSlot {
  id: string
  heldOn: string
  startsAt: string
  minutes: number
}

export interface Invitee {
  id: string
  pollId: string
  personId: string
  name: string
  email: string
  role: Role
  organisation: string
  isLead: boolean
  note: string
  way: AnswerWay | null
  answeredAt: string | null
}

export interface PollView {
  poll: Poll
  slots: PollSlot[]
  invitees: Invitee[]
  /** By `answerKey`. */
  answers: ReadonlyMap<string, Answer>
}
export const answerKey = (slotId: string, inviteeId: string): string => `${slotId} ${inviteeId}`

/** A time an advisor is already wanted at, by any region or programme. */
export interface Busy {
  personId: string
  personName: string
  heldOn: string
  startsAt: string | null
  minutes: number | null
  regionId: string | null
  /** The meeting's region or programme, and its name. */
  words: string
  isTentative: boolean
}

const DEFAULT_MINUTES = 90
const endOf = (startsAt: string, minutes: number | null) =>
  new Date(startsAt).getTime() + (minutes ?? DEFAULT_MINUTES) * 60_000

/** The same hours, or the same day where no time is known; across midnight too. */
export function overlaps(busy: Pick<Busy, 'heldOn' | 'startsAt' | 'minutes'>, slot: Omit<PollSlot, 'id'>): boolean {
  if (!busy.startsAt) return busy.heldOn === slot.heldOn
  const [start, end] = [new Date(slot.startsAt).getTime(), endOf(slot.startsAt, slot.minutes)]
  return new Date(busy.startsAt).getTime() < end && endOf(busy.startsAt, busy.minutes) > start
}

export const isRequired = (i: Pick<Invitee, 'isLead' | 'role'>): boolean => i.isLead || i.role === 'advisor'

/** Slots that can still be answered. */
export const openSlots = ({ slots }: PollView, now: Date): PollSlot[] =>
  slots.filter((slot) => slot.startsAt > now.toISOString())

/** だれが未回答か: no answer to one of the slots that lie ahead. */
export const unanswered = (view: PollView, now: Date): Invitee[] =>
  view.invitees.filter((i) => openSlots(view, now).some((slot) => !view.answers.has(answerKey(slot.id, i.id))))
