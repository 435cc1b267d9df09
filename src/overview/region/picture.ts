import { daysBetween, dueWords, monthDay, today, warekiShort } from '../../platform/time.ts'
import { MODES, type Slot, shownState, whenOf } from '../../support/meetings/meetings.ts'
import { presentSlot } from '../situations/situations.ts'

export interface BarStep {
  label: string
  full?: string
  place: 'done' | 'here' | 'ahead'
  state: string
  what: string
  href: string
}
export interface StepBar {
  steps: BarStep[]
  summary: string
}

interface Drawn {
  isSample: boolean
  /** Advice by meeting id. */
  adviceCount: ReadonlyMap<string, number>
  hrefOf(slot: Slot): string
  now: Date
}

/** The region's own steps, two lines as far as they have come. Extra meetings stand in the list only. */
export function stepBarOf(slots: readonly Slot[], drawn: Drawn): StepBar | null {
  const own = slots.filter((slot) => slot.stepId !== null)
  if (own.length === 0) return null
  const here = presentSlot(own)
  const steps = own.map((slot) => barStep(slot, { here: slot === here, drawn }))
  return { steps, summary: summaryOf(own, { here, now: drawn.now }) }
}

function barStep(slot: Slot, { here, drawn }: { here: boolean; drawn: Drawn }): BarStep {
  const { state, word } = shownState(slot, drawn.isSample)
  const count = drawn.adviceCount.get(slot.meeting?.id ?? '') ?? 0
  const day = slot.meeting?.heldOn ? warekiShort(slot.meeting.heldOn) : null
  const inSample = count > 0 ? `${word}・助言${count}` : word
  const isLong = slot.label.length > 6
  return {
    label: isLong ? slot.shortLabel : slot.label,
    ...(isLong && slot.shortLabel !== slot.label && { full: slot.label }),
    place: slot.state === 'done' ? 'done' : here ? 'here' : 'ahead',
    state,
    what: drawn.isSample || !day ? inSample : slot.state === 'held' ? `${word} ${day}` : day,
    href: drawn.hrefOf(slot),
  }
}

/** 「支援3まで済み（8段のうち7段）。次は合同報告会」 */
function summaryOf(own: readonly Slot[], { here, now }: { here: Slot | null; now: Date }): string {
  const done = own.filter((slot) => slot.state === 'done')
  const first =
    done.length > 0
      ? `${done.at(-1)?.label}まで済み（${own.length}段のうち${done.length}段）。`
      : `${own.length}段のうち、済んだ回はまだありません。`
  if (!here) return first
  const on = here.meeting?.heldOn
  const when = on && on >= today(now) ? `。${monthDay(on)}` : ''
  return here.state === 'held' ? `${first}${here.label}の記録を待っています` : `${first}次は${here.label}${when}`
}

export interface NextBox {
  heading: string
  name: string
  facts: { term: string; text: string }[]
  act: { label: string; href: string } | null
}

interface Around {
  isSample: boolean
  now: Date
  href: string
  /** Where the record is written, or a day set: null = not this reader's. */
  recordHref: string | null
  scheduleHref: string | null
}

export function nextBoxOf(slot: Slot, around: Around): NextBox {
  const { now, isSample } = around
  const on = slot.meeting?.heldOn ?? null
  const when = whenOf(slot.meeting)
  const words =
    on && slot.state === 'fixed' && daysBetween(today(now), on) >= 0 ? `次の回　${dueWords(on, now)}` : '次の回'
  const mode = slot.meeting?.mode ? MODES[slot.meeting.mode] : ''
  return {
    heading: slot.state === 'held' ? '記録を待っている回' : words,
    name: slot.label,
    facts: [
      { term: '日時', text: when ?? (isSample ? '—（資料にありません）' : '未定') },
      { term: '形', text: [mode, slot.meeting?.place].filter(Boolean).join('・') },
      { term: '状態', text: shownState(slot, isSample).word },
    ],
    act: actOf(slot, around),
  }
}

function actOf(slot: Slot, { recordHref, scheduleHref, href, isSample }: Around): NextBox['act'] {
  if (slot.state === 'held' && recordHref) return { label: '記録する', href: recordHref }
  if (slot.state !== 'fixed' && slot.state !== 'held' && scheduleHref)
    return { label: '日を決める', href: scheduleHref }
  return isSample ? null : { label: 'この回を開く', href }
}
