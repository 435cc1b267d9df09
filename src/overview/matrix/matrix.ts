import { paths } from '../../paths/paths.ts'
import { agoWords, warekiShort } from '../../platform/time.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { isWaiting } from '../../support/advice/advice.ts'
import { type Slot, shownState } from '../../support/meetings/meetings.ts'
import {
  latePromises,
  lateRecords,
  presentSlot,
  quietDays,
  type Situation,
  undatedSlot,
} from '../situations/situations.ts'

/** 地域と回: who stands where, and who is late. */
export const FILTERS = {
  all: 'すべて',
  late: '締切超過',
  waiting: '返信待ち',
  quiet: '動きなし',
} as const
export type Filter = keyof typeof FILTERS
export const filterOf = (asked: string | undefined): Filter =>
  asked && Object.hasOwn(FILTERS, asked) ? (asked as Filter) : 'all'

const isLateOne = (s: Situation, now: Date) => lateRecords(s, now).length > 0 || latePromises(s, now).length > 0
/** The next day is being found, or the town has not answered an advice. */
const isWaitingOne = (s: Situation) => s.advice.some(isWaiting) || undatedSlot(s)?.state === 'arrange'

export const passes: Record<Filter, (s: Situation, now: Date) => boolean> = {
  all: () => true,
  late: isLateOne,
  waiting: isWaitingOne,
  quiet: (s, now) => quietDays(s, now) !== null,
}

export interface Cell {
  /** The step's name, for a phone where the head is away. */
  label: string
  href: string
  state: string
  word: string
  on: string | null
  onIso: string | null
  late: string[]
  isNow: boolean
}

export interface Row {
  name: string
  href: string
  note: string
  cells: Cell[]
  last: string
  /** 'still' when too long ago, 'paused' for a pause. */
  lastState: 'still' | 'paused' | null
}

/** 「2市町村で応募」「県が主導・協力3市町村」 */
export function memberNote({ members, caseType }: Pick<Region, 'members' | 'caseType'>): string {
  const cooperating = members.filter((m) => m.role === 'cooperating').length
  if (caseType === 'prefecture-led') return `県が主導${cooperating > 0 ? `・協力${cooperating}市町村` : ''}`
  const joint = members.filter((m) => m.role !== 'cooperating').length
  return joint > 1 ? `${joint}市町村で応募` : ''
}

type Place = { slot: Slot; isNow: boolean }

function lateWords(s: Situation, { slot, isNow }: Place, now: Date): string[] {
  const record = lateRecords(s, now).find((late) => late.slot.number === slot.number)
  const promises = isNow ? latePromises(s, now).length : 0
  return [record && `記録${record.days}日超過`, promises > 0 && `約束${promises}件超過`].filter(
    (w) => typeof w === 'string',
  )
}

function cellOf(s: Situation, place: Place, now: Date): Cell {
  const { slot, isNow } = place
  const heldOn = slot.meeting?.heldOn ?? null
  return {
    label: slot.label,
    href: paths.meeting(s.region.id, slot.number),
    ...shownState(slot),
    on: heldOn && warekiShort(heldOn),
    onIso: heldOn,
    late: lateWords(s, place, now),
    isNow,
  }
}

/** Slots of the programme's steps only: extra meetings have no column. */
const stepSlots = (s: Situation) => s.slots.filter((slot) => slot.stepId !== null)

export function rowOf(s: Situation, now: Date): Row {
  const slots = stepSlots(s)
  const present = presentSlot(slots) ?? slots.at(-1)
  const { region } = s
  const last = s.lastMoveAt ? agoWords(s.lastMoveAt, now) : '—'
  const quiet = quietDays(s, now) !== null ? 'still' : null
  return {
    name: region.name,
    href: paths.region(region.id),
    note: memberNote(region),
    cells: slots.map((slot) => cellOf(s, { slot, isNow: slot === present }, now)),
    last: region.pause ? (region.pause.kind === 'stop' ? '中止' : '休止') : last,
    lastState: region.pause ? 'paused' : quiet,
  }
}
