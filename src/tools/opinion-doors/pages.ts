import type { Actor } from '../../access/actor.ts'
import { type Marked, markedText } from '../../papers/privacy/privacy.ts'
import { paths } from '../../paths/paths.ts'
import type { FormState } from '../../platform/web/forms.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { type RegionFrame, regionFrame } from '../../programme/sections/sections.ts'
import { type Gate, isOpen } from '../agreements/agreements.ts'
import type { Cause } from '../causes/causes.ts'
import { type Evidence, evidenceWords } from '../evidence/evidence.ts'
import { LARGEST_MOST, LONGEST_DAYS, type OpinionDoor, type ShownDoor, shownDoor } from './opinion-doors.ts'

export interface OpinionDoorsPage {
  around: RegionFrame
  cause: string
  marked: Marked
  /** What the gate says to this wording, in a sentence; null: it may be shown. */
  gateWords: string | null
  agreementHref: string | null
  saveTo: string
  doors: (ShownDoor & { endTo: string | null })[]
  evidence: { value: string; label: string }[]
  longestDays: number
  largestMost: number
  backTo: string
  form: FormState
}

export interface OpinionDoorMadePage {
  around: RegionFrame
  cause: string
  address: string
  sentTo: string | null
  until: string
  againTo: string
  backTo: string
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'tools/opinion-doors/index': OpinionDoorsPage
    'tools/opinion-doors/made': OpinionDoorMadePage
  }
}

interface View {
  actor: Actor
  region: Region
  cause: Cause
  evidence: readonly Evidence[]
  gate: Gate
  doors: readonly OpinionDoor[]
  given: ReadonlyMap<string, number>
  now: Date
  form: FormState
}

function gateWords(gate: Gate): string | null {
  if (isOpen(gate)) return null
  if (gate.state === 'waiting') return 'この文は、もう一人の確かめを待っています。確かめられると、リンクを作れます。'
  return gate.agreement?.returnedAt
    ? `この文は差し戻されています（理由：${gate.agreement.returnReason ?? ''}）。言いかえてから、もう一度お試しください。`
    : '個人が分かるかもしれない言葉があります。このまま進めると、まずもう一人に確かめてもらいます。言いかえることもできます。'
}

export function opinionDoorsPage({
  actor,
  region,
  cause,
  evidence,
  gate,
  doors,
  given,
  now,
  form,
}: View): OpinionDoorsPage {
  return {
    around: regionFrame(actor, region, 'causes'),
    cause: cause.text,
    marked: markedText(cause.text, gate.found),
    gateWords: gateWords(gate),
    agreementHref: gate.agreement && !isOpen(gate) ? paths.privacyAgreement(region.id, gate.agreement.id) : null,
    saveTo: paths.causeDoors(region.id, cause.id),
    doors: doors.map((door) => {
      const shown = shownDoor(door, { now, given: given.get(door.id) ?? 0 })
      return { ...shown, endTo: shown.isOpen ? paths.causeDoorEnd(region.id, cause.id, door.id) : null }
    }),
    evidence: evidence.map((one) => ({ value: one.id, label: evidenceWords(one) })),
    ...{ longestDays: LONGEST_DAYS, largestMost: LARGEST_MOST },
    backTo: paths.cause(region.id, cause.id),
    form,
  }
}
