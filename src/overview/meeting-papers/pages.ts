import type { Actor } from '../../access/actor.ts'
import { CIRCLE_READERS } from '../../access/circles.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import type { FormState } from '../../platform/web/forms.ts'
import { notAliveReason, type Region } from '../../programme/regions/regions.ts'
import { type RegionFrame, regionFrame } from '../../programme/sections/sections.ts'
import type { Slot } from '../../support/meetings/meetings.ts'
import { type CircleOption, circleOptions } from '../../support/records/records.ts'
import { type Material, NOTE, PAPER_KINDS, type PaperKind, type Sheet } from './meeting-papers.ts'

export interface MeetingPapersPage {
  around: RegionFrame
  heading: string
  papers: { label: string; href: string; docxHref: string }[]
  materials: Material[]
  agendaTo: string | null
  fileTo: string | null
  circles: CircleOption[]
  readers: string
  backHref: string
  form: FormState
}

export interface MeetingPaperPage extends Sheet {
  note: string
  docxHref: string
  backHref: string
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'overview/meeting-papers/index': MeetingPapersPage
    'overview/meeting-papers/sheet': MeetingPaperPage
  }
}

export function papersPage(
  actor: Actor,
  region: Region,
  given: { slot: Slot; materials: Material[]; form: FormState },
): MeetingPapersPage {
  const { slot, materials, form } = given
  const alive = notAliveReason(region) === null
  const at = [region.id, slot.number] as const
  return {
    around: regionFrame(actor, region, 'meetings'),
    heading: `${slot.label}の次第・名簿・資料`,
    papers: (Object.keys(PAPER_KINDS) as PaperKind[]).map((kind) => ({
      label: PAPER_KINDS[kind],
      href: paths.meetingPaper(...at, kind),
      docxHref: paths.meetingPaperFile(...at, kind),
    })),
    materials,
    agendaTo: alive && may(actor, 'meeting.record', region) ? paths.meetingAgenda(...at) : null,
    fileTo: alive && may(actor, 'file.add', region) ? paths.meetingMaterials(...at) : null,
    circles: circleOptions(actor, region),
    readers: CIRCLE_READERS.region,
    backHref: paths.meeting(...at),
    form,
  }
}

export const paperPage = (region: Region, slot: Slot, sheet: Sheet): MeetingPaperPage => ({
  ...sheet,
  note: NOTE,
  docxHref: paths.meetingPaperFile(region.id, slot.number, sheet.kind),
  backHref: paths.meetingPapers(region.id, slot.number),
})
