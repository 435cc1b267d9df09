import type { Actor } from '../../access/actor.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { type RegionFrame, regionFrame } from '../../programme/sections/sections.ts'
import type { TimelineDay } from './timeline.ts'

interface Day {
  label: string
  rows: { at: string; text: string; href?: string; note?: string }[]
}

export interface TimelinePage {
  around: RegionFrame
  ahead: Day[]
  days: Day[]
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'support/timeline/show': TimelinePage
  }
}

const shown = ({ label, rows }: TimelineDay): Day => ({
  label,
  rows: rows.map(({ word, text, href, note }) => ({ at: word, text, ...(href && { href }), ...(note && { note }) })),
})

export const timelinePage = (actor: Actor, region: Region, days: readonly TimelineDay[]): TimelinePage => ({
  around: regionFrame(actor, region, 'timeline'),
  ahead: days
    .filter(({ isAhead }) => isAhead)
    .toReversed()
    .map(shown),
  days: days.filter(({ isAhead }) => !isAhead).map(shown),
})
