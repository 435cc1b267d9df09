import { CIRCLE_READERS } from '../../access/circles.ts'
import type { Milestone } from '../../papers/revisions/revisions.ts'
import type { Body } from '../../papers/templates/templates.ts'
import { paths } from '../../paths/paths.ts'
import type { FormState } from '../../platform/web/forms.ts'
import type { ShownCarry } from '../carry-notes/carry-notes.ts'
import type { ShownRemark } from '../comments/comments.ts'
import { boxesOf, KIND_ORDER, KINDS } from '../logic-models/logic-models.ts'
import { modelChanges } from '../model-changes/diff.ts'
import type { Said } from '../model-changes/model-changes.ts'
import { MARK_WORDS } from '../model-graphs/model-graphs.ts'
import { modelPicture } from '../model-pictures/picture.ts'
import { type TwinGroup, twinOf } from '../model-twins/model-twins.ts'
import type { PaperAt } from '../papers/papers.ts'
import type { Asked } from '../questions/questions.ts'
import {
  type Against,
  againstOf,
  type ChosenBox,
  type Compared,
  chosenOf,
  countWords,
  reasonsOf,
  tabsOf,
  type Uncertain,
  uncertainOf,
} from './model-show.ts'

export interface ModelPage {
  heading: string
  lead: string | null
  readers: string
  tabs: ReturnType<typeof tabsOf>
  reasons: { key: string; label: string; text: string; carry: ShownCarry | null }[]
  reasonsTo: string | null
  carriesTo: string | null
  against: Compared[]
  picture: string | null
  counts: string
  chosen:
    | (ChosenBox & { questions: Asked[]; remarks: ShownRemark[]; commentTo: string | null; adviseTo: string | null })
    | null
  questions: Asked[]
  changes: { heading: string; list: (Said & { word: string })[] } | null
  twin: TwinGroup[]
  addTo: string | null
  kinds: { value: string; label: string }[]
  uncertain: Uncertain[]
  nameTo: string | null
  guideTo: string | null
  inventoryTo: string | null
  printTo: string
  printChangesTo: string | null
  base: number
  form: FormState
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'tools/model-show/show': ModelPage
  }
}

export interface ModelView {
  regionId: string
  at: PaperAt
  milestones: readonly Milestone[]
  against: Against | null
  boxId: string
  questions: Asked[]
  questionCount: number
  ofBox: Asked[]
  remarks: ShownRemark[]
  carries: ReadonlyMap<string, ShownCarry>
  offers: number
  hasInventory: boolean
  mayComment: boolean
  mayAdvise: boolean
  form: FormState
}

export function modelPage(view: ModelView): ModelPage & { title: string } {
  const { at, regionId } = view
  const { body } = at.head
  const writes = at.closed === null
  const isEmpty = boxesOf(body).length === 0
  const here = { regionId, writes }
  const picture = modelPicture(body, {
    hrefOf: (id) => `${paths.logicModel(regionId)}?box=${id}#chosen`,
    ...(view.boxId && { chosen: view.boxId }),
    ...(view.against && { before: view.against.body }),
  })
  return {
    title: at.kind.title,
    heading: at.kind.title,
    lead: at.closed,
    readers: CIRCLE_READERS[at.circle],
    tabs: tabsOf(regionId, 'picture', countsFor(view)),
    reasons: reasonsOf(body).map((one) => ({ ...one, carry: view.carries.get(one.key) ?? null })),
    reasonsTo: writes ? paths.logicModelReasons(regionId) : null,
    carriesTo: writes && view.offers > 0 ? paths.paperCarries(regionId, at.ref) : null,
    against: againstOf(regionId, { ...view, head: at.head.number }),
    picture: isEmpty && !view.against ? null : picture.svg,
    counts: countWords(body),
    chosen: chosenPart(view, here),
    questions: view.questions,
    changes: view.against && changesPart(view.against, body),
    twin: twinOf(body, { ...here, ...(view.against && { before: view.against.body }) }),
    addTo: writes ? paths.logicModelBoxes(regionId) : null,
    kinds: KIND_ORDER.toReversed().map((kind) => ({ value: kind, label: KINDS[kind] })),
    uncertain: writes ? uncertainOf(body, regionId) : [],
    nameTo: writes && at.head.number > 0 ? paths.paperMilestones(regionId, at.ref) : null,
    guideTo: writes ? paths.logicModelGuide(regionId) : null,
    inventoryTo: writes && view.hasInventory ? paths.logicModelInventory(regionId) : null,
    printTo: paths.logicModelPrint(regionId),
    printChangesTo: view.against && `${paths.logicModelPrint(regionId)}?against=${view.against.number}`,
    base: at.head.number,
    form: view.form,
  }
}

const countsFor = ({ at, questionCount, milestones }: ModelView) => ({
  indicators: (Array.isArray(at.head.body.indicators) ? at.head.body.indicators : []).length,
  questions: questionCount,
  versions: milestones.length,
})

function chosenPart(view: ModelView, here: { regionId: string; writes: boolean }): ModelPage['chosen'] {
  const box = view.boxId ? chosenOf(view.at.head.body, view.boxId, here) : null
  if (!box) return null
  const place = `boxes/${view.boxId}`
  const about = encodeURIComponent(`document:${view.at.document?.id}:${place}`)
  return {
    ...box,
    questions: view.ofBox,
    remarks: view.remarks,
    commentTo: view.mayComment
      ? `${paths.paperComments(here.regionId, view.at.ref)}?path=${encodeURIComponent(place)}`
      : null,
    adviseTo: view.mayAdvise ? `${paths.advice(here.regionId)}?about=${about}` : null,
  }
}

function changesPart(against: NonNullable<ModelView['against']>, body: Body): ModelPage['changes'] {
  const list = modelChanges(against.body, body).map((said) => ({ ...said, word: MARK_WORDS[said.mark] }))
  return { heading: `${against.label}から変わったこと`, list }
}
