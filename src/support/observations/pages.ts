import type { Actor } from '../../access/actor.ts'
import { paths } from '../../paths/paths.ts'
import { dayOf, warekiShort } from '../../platform/time.ts'
import { emptyForm, type FormState } from '../../platform/web/forms.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import { type Region, readOnlyReason } from '../../programme/regions/regions.ts'
import { type RegionFrame, regionFrame } from '../../programme/sections/sections.ts'
import { type Slot, shownState, whenOf } from '../meetings/meetings.ts'
import { type Observation, PARTS, type Part, READER_HINTS, READERS, type Readers } from './observations.ts'

export interface ShownNote {
  by: string
  facts: { term: string; text: string }[]
}
export interface ObservationsPage {
  around: RegionFrame
  rows: { label: string; state: string; word: string; when: string | null; href: string | null; notes: ShownNote[] }[]
  gatheredHref: string
}
export interface ObservationPage {
  around: RegionFrame
  heading: string
  options: { value: string; label: string; hint: string }[]
  saveTo: string
  backHref: string
  form: FormState
}
export interface PrefectureNotesPage {
  groups: { id: string; heading: string; rows: (ShownNote & { heading: string })[] }[]
  emptyText: string
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'support/observations/index': ObservationsPage
    'support/observations/edit': ObservationPage
    'support/observations/prefecture': PrefectureNotesPage
  }
}

const shownNote = (o: Observation, names: ReadonlyMap<string, string>): ShownNote => ({
  by: `${[names.get(o.organisationId), o.personName].filter(Boolean).join(' ')}・${warekiShort(dayOf(o.changedAt ?? o.writtenAt))}・読む人：${READERS[o.readers]}`,
  facts: (Object.keys(PARTS) as Part[]).flatMap((part) => (o[part] ? [{ term: PARTS[part], text: o[part] }] : [])),
})

interface View {
  actor: Actor
  region: Region
  slots: readonly Slot[]
  observations: readonly Observation[]
  names: ReadonlyMap<string, string>
}

/** The region's meetings with what the reader may read of each; the last row is for all between. */
export function observationsPage({ actor, region, slots, observations, names }: View): ObservationsPage {
  const open = readOnlyReason(region) === null
  const notes = (id: string | null) =>
    observations.filter((o) => o.regionId === region.id && o.meetingId === id).map((o) => shownNote(o, names))
  const href = (n: number) => (open ? paths.observation(region.id, n) : null)
  const rows = slots.map((slot) => ({
    label: slot.label,
    ...shownState(slot),
    when: whenOf(slot.meeting),
    href: href(slot.number),
    notes: slot.meeting ? notes(slot.meeting.id) : [],
  }))
  const between = { label: '回のほか', state: 'none', word: '', when: null, href: href(0), notes: notes(null) }
  return {
    around: regionFrame(actor, region, 'observations'),
    rows: [...rows, between],
    gatheredHref: paths.prefectureNotes,
  }
}

export const observationPage = (
  actor: Actor,
  region: Region,
  { slot, held, form }: { slot: Slot | null; held: Observation | undefined; form?: FormState | undefined },
): ObservationPage => ({
  around: regionFrame(actor, region, 'observations'),
  heading: `観察メモ：${slot?.label ?? '回のほか'}`,
  options: (Object.keys(READERS) as Readers[]).map((value) => {
    return { value, label: READERS[value], hint: READER_HINTS[value] }
  }),
  saveTo: paths.observation(region.id, slot?.number ?? 0),
  backHref: paths.observations(region.id),
  form: form ?? emptyForm({ readers: 'prefecture', ...(held && wordsOf(held)) }),
})

const wordsOf = ({ learned, usable, prefectureCan, readers }: Observation) => {
  return { learned, usable, prefectureCan, readers }
}

/** By prefecture, then region and meeting: what the prefecture takes along from the year. */
export function prefectureNotesPage(
  observations: readonly Observation[],
  names: ReadonlyMap<string, string>,
  labels: ReadonlyMap<string, string>,
): PrefectureNotesPage & PageBase {
  const offices = [...new Set(observations.map((o) => o.prefectureId ?? o.organisationId))]
  return {
    title: '県の観察メモ',
    crumbs: [{ label: 'ホーム', href: paths.home }, { label: '県の観察メモ' }],
    groups: offices.map((office) => ({
      id: `office-${office}`,
      heading: names.get(office) ?? '',
      rows: observations
        .filter((o) => (o.prefectureId ?? o.organisationId) === office)
        .map((o) => ({
          ...shownNote(o, names),
          heading: `${names.get(o.regionId) ?? ''}　${labels.get(o.meetingId ?? '') ?? '回のほか'}`,
        })),
    })),
    emptyText: 'まだ観察メモはありません。県・保健所の人が、地域の「観察メモ」から回ごとに書けます。',
  }
}
