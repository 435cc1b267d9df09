import type { Actor } from '../../access/actor.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import { warekiShort } from '../../platform/time.ts'
import { emptyForm, type FormState } from '../../platform/web/forms.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import { type Programme, programmeCrumbs, STEP_KINDS } from '../../programme/programmes/programmes.ts'
import type { Seat } from '../bodies/bodies.ts'
import { deadlinesOf } from '../deadlines/deadlines.ts'
import { MODES, type Slot } from '../meetings/meetings.ts'
import { type Attendee, type Occasion, spanWords, yearAudienceOf } from '../occasions/occasions.ts'
import { type DateFact, factWords } from '../schedules/schedules.ts'
import type { AgendaRow } from '../year-agendas/year-agendas.ts'
import { isHandedOut, type Material, materialName } from '../year-materials/year-materials.ts'
import { type BodyOfMeeting, isOfBody, peopleWords, roundWords, yearState } from './year-meetings.ts'

export interface YearMeetingsPage extends PageBase {
  note: string
  rows: { label: string; href: string; kind: string; state: string; word: string; when: string }[]
  addHref: string | null
}

export interface YearMeetingPage extends PageBase {
  heading: string
  state: string
  word: string
  reason: string | null
  facts: { term: string; text: string; href?: string }[]
  people: string[]
  history: string[]
  papers: { label: string; href: string }[]
  agenda: { time: string; text: string; who: string }[]
  agendaHref: string | null
  materials: { name: string; href: string; note: string }[]
  materialsHref: string | null
  reviewsHref: string | null
  body: { choices: { value: string; label: string }[]; form: FormState; saveTo: string } | null
  datesHref: string | null
  scheduleHref: string | null
  endingHref: string | null
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'support/year-meetings/index': YearMeetingsPage
    'support/year-meetings/show': YearMeetingPage
  }
}

const whenOf = ({ meeting }: Slot, short: boolean): string =>
  meeting?.heldOn ? spanWords({ ...meeting, heldOn: meeting.heldOn }, short) : '—'

export function yearMeetingsPage(actor: Actor, programme: Programme, slots: readonly Slot[]): YearMeetingsPage {
  return {
    title: '年度の会',
    crumbs: programmeCrumbs(programme, { label: '年度の会' }),
    note: programme.name,
    rows: slots.map((slot) => ({
      label: slot.label,
      href: paths.yearMeeting(programme.id, slot.number),
      kind: STEP_KINDS[slot.kind],
      ...yearState(slot),
      when: whenOf(slot, true),
    })),
    addHref: !programme.isSample && may(actor, 'programme.edit', programme) ? paths.yearMeetingNew(programme.id) : null,
  }
}

export interface YearMeetingView {
  actor: Actor
  occasion: Occasion
  offsets: Parameters<typeof deadlinesOf>[0]
  people: readonly Attendee[]
  facts: readonly DateFact[]
  agenda: readonly AgendaRow[]
  materials: readonly Material[]
  of: BodyOfMeeting
  /** Who sits in its body on its day. */
  seats: readonly Seat[]
}

/** What is read up for it, and the ways to write it. */
function readingOf({ actor, occasion, agenda, materials, of }: YearMeetingView) {
  const { programme, slot } = occasion
  const at = [programme.id, slot.number] as const
  const edits = !programme.isSample && may(actor, 'group.edit', programme)
  const reads = isOfBody(slot) && !programme.isSample && may(actor, 'review.view', programme)
  const choices = of.bodies.map(({ id, name }) => ({ value: id, label: name }))
  return {
    agenda: agenda.map(({ time, text, who }) => ({ time, text, who })),
    agendaHref: edits && slot.kind !== 'joint-report' ? paths.yearAgenda(...at) : null,
    materials: materials.filter(isHandedOut).flatMap((one) => {
      const [newest] = one.versions
      if (!newest) return []
      const href = paths.yearMaterialFile(...at, { materialId: one.id, version: newest.number })
      return [{ name: materialName(one), href, note: newest.number > 1 ? `第${newest.number}版` : '' }]
    }),
    materialsHref: edits ? paths.yearMaterials(...at) : null,
    reviewsHref: reads ? paths.reviews(...at) : null,
    body:
      edits && isOfBody(slot) && choices.length > 1
        ? { choices, form: emptyForm({ body: of.body?.id ?? '' }), saveTo: paths.yearMeetingBody(...at) }
        : null,
  }
}

export function yearMeetingPage(view: YearMeetingView): YearMeetingPage {
  const { actor, occasion, offsets, facts, of } = view
  const { programme, slot, href } = occasion
  const m = slot.meeting
  const open = !programme.isSample && !m?.fixedAt && may(actor, 'programme.edit', programme)
  const { papersDueOn } = deadlinesOf(offsets, m?.heldOn ?? null)
  return {
    title: slot.label,
    crumbs: programmeCrumbs(
      programme,
      { label: '年度の会', href: paths.yearMeetings(programme.id) },
      { label: slot.label },
    ),
    heading: slot.label,
    ...yearState(slot),
    reason: m?.cancelledAt ? m.cancelReason : (m?.postponeReason ?? null),
    ...readingOf(view),
    facts: [
      ...(of.body ? [{ term: '会', text: roundWords(of) }] : []),
      { term: '日時', text: whenOf(slot, false) },
      { term: '形', text: [m?.mode && MODES[m.mode], m?.place].filter(Boolean).join('・') },
      ...(m?.url ? [{ term: '会議のURL', text: '会議をひらく（別の画面）', href: m.url }] : []),
      ...(papersDueOn ? [{ term: '資料を送る日', text: warekiShort(papersDueOn) }] : []),
    ],
    people: peopleWords(view),
    history: facts.map((fact) => `${fact.byName}：${factWords(fact)}`).toReversed(),
    papers: [
      { label: '次第', href: paths.yearPaper(programme.id, slot.number, 'agenda') },
      { label: '参加者名簿', href: paths.yearPaper(programme.id, slot.number, 'roster') },
      ...(yearAudienceOf(slot.kind) === 'all'
        ? [{ label: '各地域の資料と質問', href: paths.jointReport(programme.id) }]
        : []),
      ...(isOfBody(slot) && may(actor, 'pack.make', programme)
        ? [{ label: '資料を一式で作る', href: paths.pack(programme.id, slot.number) }]
        : []),
    ],
    datesHref: open ? paths.dates(href) : null,
    scheduleHref: open ? paths.scheduleOf(href) : null,
    endingHref: open && slot.state !== 'cancelled' ? paths.endingOf(href) : null,
  }
}
