import type { Actor, ProgrammeFacts, RegionFacts } from './actor.ts'
import { organisationRules } from './organisations.ts'
import { peopleRules } from './people.ts'
import { regionRules as programmeRegionRules, programmeRules, yearRules } from './programme.ts'
import { showingRules, showingYearRules } from './showing.ts'
import { supportRules } from './support.ts'
import { toolRules } from './tools.ts'

/** The rule book: three books by what a rule asks about. A deed stands in exactly one. */
export const books = {
  plain: { ...peopleRules, ...organisationRules, ...yearRules },
  programme: { ...programmeRules, ...showingYearRules },
  region: { ...programmeRegionRules, ...supportRules, ...toolRules, ...showingRules },
}

export type PlainDeed = keyof typeof books.plain
export type ProgrammeDeed = keyof typeof books.programme
export type RegionDeed = keyof typeof books.region
export type Deed = PlainDeed | ProgrammeDeed | RegionDeed

type Rule = (a: Actor, facts?: unknown) => boolean
const rules: Record<string, Rule> = { ...books.plain, ...books.programme, ...books.region } as Record<string, Rule>

export function may(actor: Actor, deed: PlainDeed): boolean
export function may(actor: Actor, deed: ProgrammeDeed, programme: ProgrammeFacts): boolean
export function may(actor: Actor, deed: RegionDeed, region: RegionFacts): boolean
export function may(actor: Actor, deed: Deed, facts?: ProgrammeFacts | RegionFacts): boolean {
  return rules[deed]?.(actor, facts) ?? false
}
