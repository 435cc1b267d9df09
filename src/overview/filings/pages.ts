import type { Actor } from '../../access/actor.ts'
import { CIRCLES } from '../../access/circles.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import { dayOf, today, wareki, warekiShort } from '../../platform/time.ts'
import { emptyForm, type FormState } from '../../platform/web/forms.ts'
import { notAliveReason, type Region } from '../../programme/regions/regions.ts'
import { type RegionFrame, regionFrame } from '../../programme/sections/sections.ts'
import { TEAM_PARTS, type TeamMember } from '../../programme/teams/teams.ts'
import type { Slot } from '../../support/meetings/meetings.ts'
import { OWNERS } from '../../support/owners/owners.ts'
import { type CircleOption, circleOptions } from '../../support/records/records.ts'
import { type Filing, KINDS, WAYS } from './filings.ts'

interface Option {
  value: string
  label: string
}

export interface FilingsPage {
  around: RegionFrame
  rows: { text: string; note: string }[]
  total: string
  saveTo: string | null
  kinds: typeof KINDS
  ways: typeof WAYS
  owners: typeof OWNERS
  people: Option[]
  meetings: Option[]
  circles: CircleOption[]
  form: FormState
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'overview/filings/index': FilingsPage
  }
}

interface View {
  actor: Actor
  region: Region
  filings: readonly Filing[]
  team: readonly TeamMember[]
  slots: readonly Slot[]
  now: Date
  form?: FormState | undefined
}

const FIRST = { kind: 'advice', way: 'mail', circle: 'region', ownerRole: 'municipality' }

export function filingsPage({ actor, region, filings, team, slots, now, form }: View): FilingsPage {
  const isOpen = notAliveReason(region) === null && may(actor, 'filing.keep', region)
  const people = new Map(team.map((m) => [m.personId, `${m.name}（${TEAM_PARTS[m.role]}）`]))
  return {
    around: regionFrame(actor, region, 'filings'),
    rows: filings.map((f) => ({
      text: f.text,
      note: `${KINDS[f.kind]}・${warekiShort(f.saidOn)}に${f.saidBy}さんから${WAYS[f.way]}で。${warekiShort(dayOf(f.filedAt))}に${f.filedBy}さんが記録・読む人：${CIRCLES[f.circle]}`,
    })),
    total: `${filings.length}件`,
    saveTo: isOpen ? paths.filings(region.id) : null,
    kinds: KINDS,
    ways: WAYS,
    owners: OWNERS,
    people: [...people].map(([value, label]) => ({ value, label })),
    meetings: slots.map((slot) => ({ value: String(slot.number), label: slot.label })),
    circles: circleOptions(actor, region),
    form: form ?? emptyForm({ ...FIRST, saidOn: wareki(today(now)) }),
  }
}
