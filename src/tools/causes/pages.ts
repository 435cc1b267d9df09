import type { Actor } from '../../access/actor.ts'
import { CIRCLE_READERS } from '../../access/circles.ts'
import { paths } from '../../paths/paths.ts'
import type { FormState } from '../../platform/web/forms.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { type RegionFrame, regionFrame } from '../../programme/sections/sections.ts'
import type { Start } from '../cause-starts/cause-starts.ts'
import { evidenceOf } from '../evidence/evidence.ts'
import { counts, type Opinion } from '../opinions/opinions.ts'
import type { PaperAt } from '../papers/papers.ts'
import {
  type Branch,
  CAUSE_STATES,
  causeState,
  causesOf,
  circular,
  isInferred,
  STATE_LOOKS,
  shortly,
  treeOf,
} from './causes.ts'

export interface ShownBranch {
  id: string
  text: string
  href: string
  state: string
  look: string | null
  isInferred: boolean
  facts: string
  /** Why it stands no more, or what it is part of. */
  end: string | null
  issue: string | null
  whyHref: string | null
  placeTo: string | null
  isFirst: boolean
  isLast: boolean
  /** The form for one more 「なぜ？」 stands open beneath it. */
  isAsked: boolean
  branches: ShownBranch[]
}

export interface CausesPage {
  around: RegionFrame
  closed: string | null
  branches: ShownBranch[]
  countWords: string
  circleAsk: string | null
  /** 「なぜ？」 beneath which; null: a cause at the top. */
  asked: { id: string; text: string } | null
  saveTo: string | null
  issues: { value: string; label: string }[]
  starts: { value: string; label: string; hint: string }[]
  startTo: string | null
  startForm: FormState
  readers: string
  listHref: string
  revisionsHref: string
  commentsHref: string
  jsonHref: string
  uploadHref: string | null
  form: FormState
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'tools/causes/index': CausesPage
  }
}

export interface CausesView {
  actor: Actor
  region: Region
  at: PaperAt
  opinions: readonly Opinion[]
  starts: readonly Start[]
  issues: { value: string; label: string }[]
  askedId: string
  form: FormState
  startForm: FormState
}

function shownBranch(view: CausesView, { cause, branches, isFirst, isLast }: Branch): ShownBranch {
  const { region, at, issues } = view
  const evidence = evidenceOf(at.head.body).filter((one) => one.cause === cause.id)
  const opinions = view.opinions.filter((one) => counts(one) && one.causeId === cause.id)
  const state = causeState(cause, { evidence, opinions })
  const by = (side: string) => evidence.filter((one) => one.side === side).length
  const into = causesOf(at.head.body).find((one) => one.id === cause.mergedInto)
  const mayWrite = at.closed === null
  return {
    ...{ id: cause.id, text: cause.text || '（まだ文がありません）', href: paths.cause(region.id, cause.id) },
    ...{ state: CAUSE_STATES[state], look: STATE_LOOKS[state], isInferred: isInferred(cause) },
    facts: `裏づけ ${by('for')}・合わないもの ${by('against')}・意見 ${opinions.length}`,
    end: into
      ? `「${shortly(into.text)}」に統合しました`
      : cause.withdrawn
        ? `取り下げた理由：${cause.withdrawn}`
        : null,
    issue: issues.find((one) => one.value === cause.issue)?.label ?? null,
    whyHref:
      mayWrite && (state === 'hypothesis' || state === 'heard' || state === 'backed')
        ? paths.causeWhy(region.id, cause.id)
        : null,
    placeTo: mayWrite ? paths.causePlace(region.id, cause.id) : null,
    ...{ isFirst, isLast, isAsked: mayWrite && cause.id === view.askedId },
    branches: branches.map((branch) => shownBranch(view, branch)),
  }
}

export function causesPage(view: CausesView): CausesPage {
  const { actor, region, at, starts } = view
  const causes = causesOf(at.head.body)
  const mayWrite = at.closed === null
  const asked = mayWrite ? causes.find((one) => one.id === view.askedId) : undefined
  const round = circular(causes)
  return {
    around: regionFrame(actor, region, 'causes'),
    closed: at.closed,
    branches: treeOf(causes).map((branch) => shownBranch(view, branch)),
    countWords: `${causes.length}件`,
    circleAsk:
      round.length > 0
        ? `上下が輪になっています（${round.map((one) => `「${shortly(one.text, 20)}」`).join('、')}）。どれか一つの「上の仮説」を選び直してください。`
        : null,
    asked: asked ? { id: asked.id, text: asked.text } : null,
    saveTo: mayWrite ? paths.causes(region.id) : null,
    issues: view.issues,
    starts: starts.map(({ key, text, from }) => ({ value: key, label: shortly(text, 120), hint: from })),
    startTo: mayWrite && starts.length > 0 ? paths.causeStarts(region.id) : null,
    startForm: view.startForm,
    readers: CIRCLE_READERS[at.circle],
    listHref: paths.causes(region.id),
    revisionsHref: paths.paperRevisions(region.id, at.ref),
    commentsHref: paths.paperComments(region.id, at.ref),
    jsonHref: paths.paperJson(region.id, at.ref),
    uploadHref: mayWrite ? paths.paperUpload(region.id, at.ref) : null,
    form: view.form,
  }
}
