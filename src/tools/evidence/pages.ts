import type { Actor } from '../../access/actor.ts'
import { CIRCLE_READERS } from '../../access/circles.ts'
import { type Marked, markedText } from '../../papers/privacy/privacy.ts'
import { paths } from '../../paths/paths.ts'
import type { FormState } from '../../platform/web/forms.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { type RegionFrame, regionFrame } from '../../programme/sections/sections.ts'
import type { PaperAt } from '../papers/papers.ts'
import { COMPARED, EVIDENCE_KINDS, type Evidence, figureWords, SIDES, SOURCES } from './evidence.ts'

export interface EvidencePage {
  around: RegionFrame
  heading: string
  cause: string
  /** As it was saved: 「37.5%（18/48、n＝48）」 */
  figure: string
  marked: Marked
  saveTo: string
  removeTo: string | null
  backTo: string
  base: number
  readers: string
  sides: typeof SIDES
  kinds: typeof EVIDENCE_KINDS
  compared: typeof COMPARED
  sources: typeof SOURCES
  form: FormState
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'tools/evidence/edit': EvidencePage
  }
}

interface View {
  actor: Actor
  region: Region
  at: PaperAt
  cause: { id: string; text: string }
  /** Null while it is being written. */
  evidence: Evidence | null
  base: number
  form: FormState
}

export function evidencePage({ actor, region, at, cause, evidence, base, form }: View): EvidencePage {
  const side = form.values.side === 'against' ? 'against' : 'for'
  return {
    around: regionFrame(actor, region, 'causes'),
    heading: evidence ? `${SIDES[evidence.side]}を直す` : `${SIDES[side]}を足す`,
    cause: cause.text,
    figure: evidence ? figureWords(evidence) : '',
    marked: markedText(evidence?.text ?? ''),
    saveTo: evidence
      ? paths.causeEvidenceItem(region.id, cause.id, evidence.id)
      : paths.causeEvidence(region.id, cause.id),
    removeTo: evidence ? paths.causeEvidenceRemoval(region.id, cause.id, evidence.id) : null,
    backTo: paths.cause(region.id, cause.id),
    base,
    readers: CIRCLE_READERS[at.circle],
    ...{ sides: SIDES, kinds: EVIDENCE_KINDS, compared: COMPARED, sources: SOURCES, form },
  }
}
