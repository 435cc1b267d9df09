import type { Actor } from '../../access/actor.ts'
import { CIRCLE_READERS, CIRCLES } from '../../access/circles.ts'
import { paths } from '../../paths/paths.ts'
import { clock, dayOf, wareki } from '../../platform/time.ts'
import type { FormState } from '../../platform/web/forms.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { type RegionFrame, regionFrame } from '../../programme/sections/sections.ts'
import type { Slot } from '../meetings/meetings.ts'
import { LINE_PARTS, type MeetingLine } from '../records/records.ts'

export interface LinePage {
  around: RegionFrame
  heading: string
  saveTo: string
  backHref: string
  theirs: string | null
  readers: string
  /** A fixed record is corrected with a reason. */
  asksReason: boolean
  form: FormState
}

export interface RemovedPage {
  around: RegionFrame
  heading: string
  rows: { text: string; part: string; when: string; circle: string | null; restoreTo: string | null }[]
  backHref: string
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'support/corrections/show': LinePage
    'support/corrections/removed': RemovedPage
  }
}

export const backOf = (regionId: string, n: number, from: unknown): string =>
  from === 'live' ? paths.meetingLive(regionId, n) : paths.meeting(regionId, n)

export const linePage = (
  actor: Actor,
  region: Region,
  asked: { slot: Slot; line: MeetingLine; form: FormState; theirs: string | null },
): LinePage => ({
  around: regionFrame(actor, region, 'meetings'),
  heading: `${asked.slot.label}の記録を直す`,
  saveTo: paths.meetingLine(region.id, asked.slot.number, asked.line.id),
  backHref: backOf(region.id, asked.slot.number, asked.form.values.from),
  asksReason: Boolean(asked.slot.meeting?.fixedAt),
  theirs: asked.theirs,
  readers: CIRCLE_READERS[asked.line.circle],
  form: asked.form,
})

type Removed = Pick<MeetingLine, 'id' | 'part' | 'text' | 'circle'> & { deletedAt: string }

export const removedPage = (
  actor: Actor,
  region: Region,
  { slot, lines, mayRestore }: { slot: Slot; lines: readonly Removed[]; mayRestore: boolean },
): RemovedPage => ({
  around: regionFrame(actor, region, 'meetings'),
  heading: `${slot.label}の消した行`,
  rows: lines.map((line) => ({
    text: line.text,
    part: LINE_PARTS[line.part],
    when: `${wareki(dayOf(line.deletedAt))} ${clock(line.deletedAt)}`,
    circle: line.circle === 'region' ? null : CIRCLES[line.circle],
    restoreTo: mayRestore ? paths.meetingLineReturn(region.id, slot.number, line.id) : null,
  })),
  backHref: paths.meeting(region.id, slot.number),
})
