import type { Actor } from '../../access/actor.ts'
import { paths } from '../../paths/paths.ts'
import type { Crumb } from '../../platform/web/reply.ts'
import type { StepGuide } from '../../programme/programmes/programmes.ts'
import { type RegionFrame, regionCrumbs, regionFrame } from '../../programme/sections/sections.ts'
import type { Slot } from '../../support/meetings/meetings.ts'
import type { Situation } from '../situations/situations.ts'

export interface GuidePage {
  title: string
  crumbs: Crumb[]
  around: RegionFrame
  heading: string
  guide: Required<StepGuide>
  backHref: string
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'overview/meeting-guide/show': GuidePage
  }
}

const NO_GUIDE = { aim: '', timetable: [], questions: [], stumbles: [], sheets: [], next: [] }

export const guidePage = (actor: Actor, situation: Situation, slot: Slot): GuidePage => ({
  title: `${slot.label}の進め方ガイド`,
  crumbs: regionCrumbs(
    situation.region,
    ['回と日程', paths.meetings(situation.region.id)],
    [slot.label, paths.meeting(situation.region.id, slot.number)],
    '進め方ガイド',
  ),
  around: regionFrame(actor, situation.region, 'meetings'),
  heading: `${slot.label}の進め方ガイド`,
  guide: { ...NO_GUIDE, ...situation.steps.find((step) => step.id === slot.stepId)?.guide },
  backHref: paths.desk(situation.region.id, slot.number),
})
