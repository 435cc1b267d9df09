import type { Actor } from '../../access/actor.ts'
import { CIRCLE_READERS } from '../../access/circles.ts'
import { paths } from '../../paths/paths.ts'
import { clock } from '../../platform/time.ts'
import { emptyForm, type FormState } from '../../platform/web/forms.ts'
import type { RegionFrame } from '../../programme/sections/sections.ts'
import { MODES } from '../meetings/meetings.ts'
import { frameOf, type Occasion } from '../occasions/occasions.ts'
import { ENDINGS } from './schedules.ts'

export interface SchedulePage {
  around: RegionFrame | null
  heading: string
  lead: string
  datesHref: string
  saveTo: string
  button: string
  readers: string
  modes: typeof MODES
  form: FormState
}

export interface ExtraPage {
  around: RegionFrame | null
  heading: string
  saveTo: string
  /** Whose meeting it is, where that must be said. */
  kinds: Record<string, string> | null
  form: FormState
}

export interface EndingPage {
  around: RegionFrame | null
  heading: string
  saveTo: string
  backHref: string
  endings: typeof ENDINGS
  form: FormState
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'support/schedules/show': SchedulePage
    'support/schedules/extra': ExtraPage
    'support/schedules/ending': EndingPage
  }
}

/** What stands in the schedule's form at first. */
export function scheduleValues({ slot: { meeting } }: Occasion): FormState {
  return emptyForm({
    heldOn: meeting?.heldOn ?? '',
    time: meeting?.startsAt ? clock(meeting.startsAt) : '',
    minutes: meeting?.minutes ? String(meeting.minutes) : '',
    mode: meeting?.mode ?? 'online',
    place: meeting?.place ?? '',
    url: meeting?.url ?? '',
  })
}

const readersOf = (o: Occasion) =>
  o.region ? CIRCLE_READERS.region : '参加する人に、予定表のファイルをつけて知らせます'

export function schedulePage(actor: Actor, o: Occasion, form: FormState): SchedulePage {
  const isMoved = o.slot.meeting?.heldOn != null
  return {
    around: frameOf(actor, o),
    heading: `${o.slot.label}の予定を${isMoved ? '変える' : '決める'}`,
    lead: '決めると、参加する人に予定表のファイルをつけて知らせます。日が決まらないときは空けておけます。',
    datesHref: paths.dates(o.href),
    saveTo: paths.scheduleOf(o.href),
    button: isMoved ? '予定を変える' : '予定を決める',
    readers: readersOf(o),
    modes: MODES,
    form,
  }
}

export const endingPage = (actor: Actor, o: Occasion, form: FormState): EndingPage => ({
  around: frameOf(actor, o),
  heading: `${o.slot.label}を延期・中止にする`,
  saveTo: paths.endingOf(o.href),
  backHref: o.href,
  endings: ENDINGS,
  form,
})
