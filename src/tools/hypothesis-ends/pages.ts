import type { Actor } from '../../access/actor.ts'
import { CIRCLE_READERS } from '../../access/circles.ts'
import { paths } from '../../paths/paths.ts'
import type { FormState } from '../../platform/web/forms.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { type RegionFrame, regionFrame } from '../../programme/sections/sections.ts'
import { type Cause, causesOf, parentsFor, shortly, stands } from '../causes/causes.ts'
import type { PaperAt } from '../papers/papers.ts'

export interface HypothesisEndPage {
  around: RegionFrame
  heading: string
  text: string
  endTo: string
  mergeTo: string
  /** Those it may become part of: standing, and not beneath it. */
  others: { value: string; label: string }[]
  backTo: string
  readers: string
  form: FormState
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'tools/hypothesis-ends/show': HypothesisEndPage
  }
}

export const hypothesisEndPage = (
  actor: Actor,
  { region, at, cause, form }: { region: Region; at: PaperAt; cause: Cause; form: FormState },
): HypothesisEndPage => ({
  around: regionFrame(actor, region, 'causes'),
  heading: 'この仮説を取り下げる・統合する',
  text: cause.text,
  endTo: paths.causeEnd(region.id, cause.id),
  mergeTo: paths.causeMerger(region.id, cause.id),
  others: parentsFor(causesOf(at.head.body), cause.id)
    .filter(stands)
    .map(({ id, text }) => ({ value: id, label: shortly(text, 60) })),
  backTo: paths.cause(region.id, cause.id),
  readers: CIRCLE_READERS[at.circle],
  form,
})
