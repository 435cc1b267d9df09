import type { Actor } from '../../access/actor.ts'
import { CIRCLE_READERS } from '../../access/circles.ts'
import { may } from '../../access/may.ts'
import { type Marked, markedText } from '../../papers/privacy/privacy.ts'
import { paths } from '../../paths/paths.ts'
import type { FormState } from '../../platform/web/forms.ts'
import { notAliveReason, type Region } from '../../programme/regions/regions.ts'
import { type RegionFrame, regionFrame } from '../../programme/sections/sections.ts'
import type { CarryNote } from '../carries/store.ts'
import { type Story, type StoryDay, storyOf } from '../cause-stories/cause-stories.ts'
import {
  CAUSE_STATES,
  type Cause,
  causeState,
  causesOf,
  isInferred,
  parentsFor,
  STATE_LOOKS,
  shortly,
  stands,
} from '../causes/causes.ts'
import { isAt, type Remark, type ShownRemark, shownRemarks } from '../comments/comments.ts'
import { evidenceOf, type ShownEvidence, shownEvidence } from '../evidence/evidence.ts'
import { type Opinion, type OpinionTable, opinionTable, type ShownOpinion, shownOpinion } from '../opinions/opinions.ts'
import type { PaperAt } from '../papers/papers.ts'
import type { Asked as Ask } from '../questions/questions.ts'
import { branchOf, carryShown, endOf, factsOf, type Named, placesOf } from './hypotheses.ts'

export interface HypothesisPage {
  around: RegionFrame
  closed: string | null
  heading: string
  state: string
  look: string | null
  isInferred: boolean
  end: { text: string; href: string | null } | null
  facts: { term: string; text: string; href?: string }[]
  /** From the top down to its own parent. */
  above: Named[]
  below: (Named & { state: string })[]
  whyHref: string | null
  evidence: { heading: string; rows: ShownEvidence[]; addTo: string | null }[]
  opinions: OpinionTable
  said: ShownOpinion[]
  recordTo: string | null
  askTo: string | null
  story: StoryDay[]
  remarks: ShownRemark[]
  commentTo: string
  revisionsHref: string
  listHref: string
  endTo: string | null
  reviveTo: string | null
  saveTo: string | null
  base: number
  parents: { value: string; label: string }[]
  issues: { value: string; label: string }[]
  marked: Marked
  asks: Ask[]
  deeds: Named[]
  carry: ReturnType<typeof carryShown>
  readers: string
  form: FormState
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'tools/hypotheses/show': HypothesisPage
  }
}

export interface HypothesisView {
  actor: Actor
  region: Region
  at: PaperAt
  cause: Cause
  story: Story
  remarks: readonly Remark[]
  issues: { value: string; label: string }[]
  asks: Ask[]
  /** Of the whole region: those beneath it are counted too. */
  opinions: readonly Opinion[]
  deeds: Named[]
  carry: CarryNote | null
  base: number
  form: FormState
}

/** Where people go on from here; null where they may not. */
function waysOf({ actor, region, at, cause }: HypothesisView) {
  const ways = [region.id, cause.id] as const
  const writes = at.closed === null
  const open = writes && stands(cause)
  const shares = open && may(actor, 'paper.share', region)
  return {
    whyHref: open ? paths.causeWhy(...ways) : null,
    recordTo: open ? paths.causeOpinions(...ways) : null,
    askTo: shares ? paths.causeDoors(...ways) : null,
    endTo: open ? paths.causeEnd(...ways) : null,
    reviveTo: writes && !stands(cause) ? paths.causeRevival(...ways) : null,
    saveTo: writes ? paths.cause(...ways) : null,
    revisionsHref: paths.paperRevisions(region.id, at.ref),
    commentTo: `${paths.paperComments(region.id, at.ref)}?path=causes/${encodeURIComponent(cause.id)}`,
    listHref: paths.causes(region.id),
  }
}

export function hypothesisPage(view: HypothesisView): HypothesisPage {
  const { actor, region, at, cause, story } = view
  const evidence = evidenceOf(at.head.body).filter((one) => one.cause === cause.id)
  const state = causeState(cause, { evidence, opinions: story.opinions.filter((one) => one.setAsideAt === null) })
  const mayWrite = at.closed === null
  const side = (key: 'for' | 'against', heading: string) => ({
    heading,
    rows: evidence.filter((one) => one.side === key).map((one) => shownEvidence(one, mayWrite ? region.id : null)),
    addTo: mayWrite && stands(cause) ? paths.causeEvidence(region.id, cause.id, key) : null,
  })
  const ids = placesOf(at, cause.id)
  const mayEnd = may(actor, 'paper.comment', region) && notAliveReason(region) === null
  const remarks = view.remarks.filter((remark) => ids.some((id) => isAt(remark, id)))
  return {
    around: regionFrame(actor, region, 'causes'),
    ...{ closed: at.closed, heading: cause.text || 'まだ文のない仮説', state: CAUSE_STATES[state] },
    ...{ look: STATE_LOOKS[state], isInferred: isInferred(cause), end: endOf(view), facts: factsOf(view) },
    ...branchOf(view, view.opinions),
    ...waysOf(view),
    evidence: [side('for', '裏づけになるもの'), side('against', '合わないもの')],
    opinions: opinionTable(story.opinions),
    said: story.opinions.map((one) => shownOpinion(one, { cause, mayWrite })),
    story: storyOf(story, cause.id),
    remarks: shownRemarks(remarks, { regionId: region.id, ref: at.ref, mayEnd }),
    base: view.base,
    parents: parentsFor(causesOf(at.head.body), cause.id).map(({ id, text }) => ({
      value: id,
      label: shortly(text, 60),
    })),
    ...{ issues: view.issues, marked: markedText(cause.text), asks: view.asks, form: view.form },
    ...{ deeds: view.deeds, carry: carryShown(view.carry, mayWrite) },
    readers: CIRCLE_READERS[at.circle],
  }
}
