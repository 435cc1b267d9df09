import type { Actor } from '../../access/actor.ts'
import type { Region } from '../regions/regions.ts'
import { type RegionFrame, regionFrame } from '../sections/sections.ts'
import type { TeamMember } from '../teams/teams.ts'
import { type Reading, readingsOf } from './readers.ts'

export interface ReadersPage {
  around: RegionFrame
  readings: Reading[]
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'programme/readers/show': ReadersPage
  }
}

export const readersPage = (actor: Actor, region: Region, team: readonly TeamMember[]): ReadersPage => ({
  around: regionFrame(actor, region, 'members'),
  readings: readingsOf(actor, region, team),
})
