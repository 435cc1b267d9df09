import type { Actor } from '../../access/actor.ts'
import { paths } from '../../paths/paths.ts'
import { dayOf, warekiShort } from '../../platform/time.ts'
import type { FormState } from '../../platform/web/forms.ts'
import type { RegionFrame } from '../../programme/sections/sections.ts'
import { MODES } from '../meetings/meetings.ts'
import { type Attendee, frameOf, nameOf, type Occasion, spanWords } from '../occasions/occasions.ts'
import { marksOf, type PollTable, tableOf } from '../poll-tables/poll-tables.ts'
import { type DateFact, factWords } from '../schedules/schedules.ts'
import { suggestionOf, type Tally } from '../suggestions/suggestions.ts'
import { type Busy, openSlots, PARTS, type PollView, unanswered } from './dates.ts'
import { SLOT_ROWS } from './forms.ts'
import { answerBy } from './mail.ts'

export interface DatesPage {
  around: RegionFrame | null
  heading: string
  backHref: string
  word: string
  history: string[]
  poll: {
    table: PollTable
    suggestion: { text: string; reason: string } | null
    missing: string[]
    by: string
    remindTo: string | null
    remindLabel: string
    confirmTo: string | null
    choices: { value: string; label: string; hint?: string }[]
    extendTo: string | null
    endTo: string | null
  } | null
  openTo: string | null
  people: { name: string; label: string; value: string }[]
  parts: typeof PARTS
  modes: typeof MODES
  slotRows: number[]
  busy: string[]
  /** Why the slots should be looked at once more before letters go. */
  doubts: string[]
  form: FormState
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'support/dates/show': DatesPage
  }
}

export interface DatesView {
  actor: Actor
  occasion: Occasion
  view: PollView | null
  tallies: readonly Tally[]
  audience: readonly Attendee[]
  busy: readonly Busy[]
  facts: readonly DateFact[]
  doubts: string[]
  form: FormState
  now: Date
}

const timeWords = (b: Pick<Busy, 'heldOn' | 'startsAt' | 'minutes'>): string => spanWords(b, true)

function pollOf(given: DatesView): DatesPage['poll'] {
  const { view, tallies, occasion, now } = given
  if (!view) return null
  const open = view.poll.closedAt === null
  const ahead = new Set(openSlots(view, now).map((s) => s.id))
  const choosable = tallies.filter((t) => ahead.has(t.slot.id))
  const best = open ? suggestionOf(choosable) : null
  const slot = view.slots.find((s) => s.id === best?.slotId)
  const missing = open ? unanswered(view, now) : []
  const when = (href: string, is = true) => (open && is ? href : null)
  return {
    table: tableOf(view, { tallies, href: occasion.href, now }),
    suggestion: best && slot ? { text: spanWords(slot), reason: best.reason } : null,
    missing: missing.map((i) => `${i.name}（${i.organisation}）`),
    by: `${warekiShort(dayOf(view.poll.openedAt))}に聞きはじめ、返事は${warekiShort(answerBy(view.poll))}まで`,
    remindTo: when(paths.dateReminder(occasion.href), missing.length > 0),
    remindLabel: `未回答の${missing.length}人だけに、もう一度たずねる`,
    confirmTo: when(paths.dateConfirmation(occasion.href), choosable.length > 0),
    choices: choosable.map((t) => {
      const marks = marksOf(t.slot.heldOn, t.clashes)
      const hint = [t.slot.id === best?.slotId ? 'おすすめ' : '', `○${t.yes} △${t.maybe} ×${t.no}`, ...marks]
      return { value: t.slot.id, label: spanWords(t.slot), hint: hint.filter(Boolean).join('・') }
    }),
    extendTo: when(paths.dateSlots(occasion.href)),
    endTo: when(paths.dateEnd(occasion.href)),
  }
}

export function datesPage(given: DatesView): DatesPage {
  const { actor, occasion, view, audience, facts, form, doubts } = given
  const { slot } = occasion
  const isHeld = slot.state === 'done' || slot.meeting?.isRecorded === true
  const isOpen = view !== null && view.poll.closedAt === null
  const { heldOn, startsAt, minutes } = slot.meeting ?? {}
  const now = heldOn
    ? `いまの予定：${spanWords({ heldOn, startsAt: startsAt ?? null, minutes: minutes ?? null })}`
    : null
  return {
    around: frameOf(actor, occasion),
    heading: `${occasion.region ? slot.label : nameOf(occasion)}の日程調整`,
    backHref: occasion.href,
    word: isOpen ? ['返事を集めています。', now].filter(Boolean).join('') : (now ?? 'まだ候補日を出していません。'),
    history: facts
      .map((fact) => `${warekiShort(dayOf(fact.createdAt))} ${fact.byName}：${factWords(fact)}`)
      .toReversed(),
    poll: pollOf(given),
    openTo: !isOpen && !isHeld ? paths.dates(occasion.href) : null,
    people: audience.map((a) => ({
      name: `who.${a.personId}`,
      label: `${a.name}（${a.organisation}）`,
      value: a.isOptional || a.role === 'secretariat' ? 'told' : 'yes',
    })),
    parts: PARTS,
    modes: MODES,
    slotRows: Array.from({ length: SLOT_ROWS }, (_, i) => i),
    busy: given.busy.map((b) => `${timeWords(b)} ${b.personName}：${b.words}${b.isTentative ? '（候補日）' : ''}`),
    doubts,
    form,
  }
}
