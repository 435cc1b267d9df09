import type { Actor } from '../../access/actor.ts'
import { dayOf, warekiShort } from '../../platform/time.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { type RegionFrame, regionCrumbs, regionFrame } from '../../programme/sections/sections.ts'
import type { Passing } from '../wg-opinions/wg-opinions.ts'

export interface PassedOpinionsPage {
  around: RegionFrame
  rows: { text: string; note: string }[]
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'support/passed-opinions/index': PassedOpinionsPage
  }
}

/** What the WG said of this region, as the secretariat passed it on: nobody's name, 地域の全員 read it. */
export const passedOpinionsPage = (
  actor: Actor,
  region: Region,
  passed: readonly Passing[],
): PassedOpinionsPage & PageBase => ({
  title: `${region.name} WGの意見`,
  crumbs: regionCrumbs(region, 'WGの意見'),
  around: regionFrame(actor, region, 'passed'),
  rows: passed.map(({ text, passedAt, passedBy }) => ({
    text,
    note: `${warekiShort(dayOf(passedAt))} ${passedBy}さんから`,
  })),
})
