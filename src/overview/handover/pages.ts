import { today, wareki } from '../../platform/time.ts'
import { type RegionFrame, regionFrame } from '../../programme/sections/sections.ts'
import type { RegionView } from '../region/store.ts'
import { type HandoverLine, handoverLines } from './paper.ts'

export interface HandoverPage {
  around: RegionFrame
  on: string
  lines: HandoverLine[]
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'overview/handover/show': HandoverPage
  }
}

export const handoverPage = (view: RegionView): HandoverPage => ({
  around: regionFrame(view.actor, view.situation.region, 'overview'),
  on: wareki(today(view.now)),
  lines: handoverLines(view),
})
